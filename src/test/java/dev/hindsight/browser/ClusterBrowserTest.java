package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.hindsight.Sites;
import dev.hindsight.cluster.ClusterExport;
import dev.hindsight.cluster.OpenSearchNode;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.Progress;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The search page of a site that names a cluster: what it shows is the same, whoever answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterBrowserTest {
  private static final String SEARCH = "/search.html?q=connection+pool&severity=SEV2&sort=newest";

  private Path folder;
  private Chromium chromium;
  private OpenSearchNode node;

  @BeforeAll
  void start(@TempDir Path shared) throws Exception {
    folder = shared;
    chromium = new Chromium();
    node = new OpenSearchNode(folder.resolve("node"));
    new ClusterExport(node.url(), "incidents", _ -> null, _ -> {})
        .run(Sites.knowledge(Path.of(".")), Progress.NONE);
  }

  @AfterAll
  void stop() {
    chromium.close();
    if (node != null) {
      node.close();
    }
  }

  /// The sample site with a cluster.
  private MemoryOutput site(String name, String url) throws Exception {
    Path site = folder.resolve(name);
    try (var files = Files.walk(Path.of("incidents"))) {
      for (Path file : files.toList()) {
        Files.createDirectories(site.resolve(file).getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, site.resolve(file));
        }
      }
    }
    String search = url.isEmpty() ? "" : "search:\n  backend: opensearch\n  url: " + url + "\n";
    return Sites.built(Sites.write(site, Map.of("site-config.yml", search)));
  }

  /// A site that waits for its cluster however busy this machine is.
  private static MemoryOutput patient(MemoryOutput site) {
    String engine = Sites.text(site, "assets/search-engine.js");
    String patient = engine.replace("AbortSignal.timeout(1500)", "AbortSignal.timeout(9E5)");
    assertNotEquals(engine, patient);
    MemoryOutput other = new MemoryOutput();
    site.files()
        .forEach((path, bytes) ->
            other.write(
                path,
                path.equals("assets/search-engine.js")
                    ? patient.getBytes(StandardCharsets.UTF_8)
                    : bytes));
    return other;
  }

  /// What the page shows, and what it asked of others.
  private record Shown(List<String> results, String filters, List<String> asked) {}

  private Shown shown(MemoryOutput site, String address) throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (SiteServer server = new SiteServer(0);
        Chromium.Tab tab = chromium.open()) {
      server.show(site);
      Page page = tab.page();
      page.context().onRequest(request -> asked.add(request.method() + " " + request.url()));
      page.navigate("http://127.0.0.1:" + server.port() + address);
      assertThat(page.locator(".result").first()).isVisible();
      assertThat(page.locator("[data-filter=system] li").first()).isVisible();
      return new Shown(
          page.locator(".result h2").allTextContents(),
          page.locator("#ui-search-filters").innerText(),
          asked.stream().filter(one -> !one.contains(":" + server.port() + "/")).toList());
    }
  }

  @Test
  void clusterResultsHaveTheSameViewAndFilters() throws Exception {
    Shown own = shown(site("own", ""), SEARCH);
    Shown cluster = shown(patient(site("cluster", node.url())), SEARCH);
    assertEquals(own.results(), cluster.results());
    assertEquals(own.filters(), cluster.filters());
    assertEquals(List.of(), own.asked());
    assertTrue(
        cluster.asked().stream().anyMatch(one -> one.endsWith("/incidents/_msearch")),
        cluster.asked()::toString);
  }

  @Test
  void showsResultsOfTheCluster() throws Exception {
    new ClusterExport(node.url(), "marked", _ -> null, _ -> {})
        .run(Sites.knowledge(Path.of(".")), Progress.NONE);
    String changed = "{\"doc\":{\"card\":{\"title\":\"As the cluster has it\"}}}";
    var answer = node.ask("POST", "/marked/_update/INC-2025-0064?refresh=true", changed);
    assertEquals(200, answer.statusCode());
    MemoryOutput site = site("marked", node.url() + "\n  index: marked");
    List<String> results = shown(patient(site), "/search.html?severity=SEV2").results();
    assertTrue(results.contains("As the cluster has it"), results::toString);
  }

  @Test
  void fallsBackIfTheClusterIsTooSlow() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      Shown slow = shown(site("slow", "http://127.0.0.1:" + silent.getLocalPort()), SEARCH);
      assertFalse(slow.results().isEmpty());
      assertTrue(System.nanoTime() - start > 1_400_000_000L, "it was not waited for");
    }
  }

  @Test
  void fallsBackIfTheClusterDoesNotRespond() throws Exception {
    Shown own = shown(site("own-again", ""), SEARCH);
    Shown dead = shown(site("dead", "http://127.0.0.1:1"), SEARCH);
    assertEquals(own.results(), dead.results());
    assertEquals(own.filters(), dead.filters());
  }

  @Test
  void fallsBackIfTheClusterHasOtherIncidents() throws Exception {
    MemoryOutput site =
        Sites.built(
            Sites.write(
                folder.resolve("other"),
                Map.of(
                    "incidents/INC-2024-001.md",
                    "# Connection pool empty\n\n"
                        + "## Affected Systems\n\n"
                        + "- Gateway\n\n"
                        + "No connection in the pool.\n",
                    "site-config.yml",
                    "search:\n  backend: opensearch\n  url: " + node.url() + "\n")));
    assertEquals(
        List.of("Connection pool empty"),
        shown(patient(site), "/search.html?q=connection+pool").results());
  }

  @Test
  void onlyPagesOfASiteWithAClusterMayConnectToIt() throws Exception {
    String with = Sites.text(site("policy", "https://search.example.com:9200/a"), "search.html");
    assertTrue(with.contains("connect-src 'self' https://search.example.com:9200;"), with);
    MemoryOutput without = site("no-policy", "");
    assertTrue(Sites.text(without, "search.html").contains("connect-src 'self';"));
    assertFalse(Sites.text(without, "assets/search-engine.js").contains("_msearch"));
  }
}
