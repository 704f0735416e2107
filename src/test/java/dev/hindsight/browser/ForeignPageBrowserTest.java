package dev.hindsight.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.site.DataScript;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A page of another site that the reader visits tries to read reports through script tags. The
/// host of the reports sends no header that would help.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignPageBrowserTest {
  /// From some 1,300 reports on, the search index comes in parts.
  private static final int MANY = 1_500;

  /// What a script must not do; without it the attacks below would prove nothing.
  private static final String PROBE = "probe.js";

  /// Runs scripts of the other site in a page, with everything replaced that a page can replace.
  private static final String IN_A_PAGE =
      """
      async (urls) => {
        window.stolen = [];
        const forge = (target, name, descriptor) => {
          try { Object.defineProperty(target, name, descriptor); } catch { }
        };
        const run = (source) => document.head.append(Object.assign(document.createElement("script"), source));
        window.hindsightData = (path) => stolen.push(path);
        run({ text: "let location = { protocol: 'file:' };" });
        run({ text: "const document = { all: undefined };" });
        run({ text: "function location() {}" });
        forge(window, "location", { value: { protocol: "file:" } });
        forge(location, "protocol", { value: "file:" });
        forge(Location.prototype, "protocol", { value: "file:" });
        forge(window, "document", { value: { all: undefined } });
        for (const url of urls) {
          await new Promise((done) => run({ src: url, onload: done, onerror: done }));
        }
        return stolen;
      }
      """;

  /// The same in a worker, which can replace every name.
  private static final String IN_A_WORKER =
      """
      async ([urls, all]) => {
        const source = `
          const stolen = [];
          let asked = 0;
          self.hindsightData = (path) => stolen.push(path);
          Object.defineProperty(self, "location", { value: { protocol: "file:" } });
          self.document = { get all() { return ${all}; } };
          self.window = self;
          onmessage = ({ data }) => {
            for (const url of data) try { importScripts(url); } catch { }
            postMessage(stolen);
          };`;
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        return new Promise((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage(urls);
        });
      }
      """;

  @TempDir private static Path folder;

  private final Chromium chromium = new Chromium();
  private MemoryOutput site;
  private HttpServer host;

  @BeforeAll
  void start() throws IOException {
    site = Sites.built(Sites.write(folder.resolve("many"), Reports.site(MANY, 3)));
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    host.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            byte[] file =
                path.equals(PROBE)
                    ? ("hindsightData(\"" + PROBE + "\", 0);").getBytes(StandardCharsets.UTF_8)
                    : site.get(path);
            String type = path.endsWith(".js") ? "text/javascript" : "text/html";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
              exchange.getResponseBody().write(file);
            }
          }
        });
    host.start();
  }

  @AfterAll
  void stop() {
    host.stop(0);
    chromium.close();
  }

  /// A page of `localhost`, and scripts of `127.0.0.1`: two sites for a browser.
  private String url(String host, String path) {
    return "http://" + host + ":" + this.host.getAddress().getPort() + "/" + path;
  }

  private List<String> scripts() {
    return site.files().keySet().stream().filter(path -> path.endsWith(".js")).sorted().toList();
  }

  /// Scripts that differ between two sites have something to say about reports.
  @Test
  void everyScriptThatDependsOnReportsIsADataScript() {
    MemoryOutput other = Sites.built(Sites.write(folder.resolve("few"), Reports.site(20, 4)));
    String data = new String(DataScript.data("", new byte[0]), StandardCharsets.UTF_8);
    String start = data.substring(0, data.indexOf('"', data.indexOf('\n')));
    for (String path : scripts()) {
      boolean isCode = Arrays.equals(site.get(path), other.get(path));
      assertEquals(!isCode, Sites.text(site, path).startsWith(start), path);
      assertEquals(isCode, path.startsWith("assets/"), path);
    }
  }

  /// One data script of each kind: a list, a preview, the manifest, and each kind of part.
  private List<String> attacked() {
    Map<String, String> kinds = new TreeMap<>();
    scripts().stream()
        .filter(path -> !path.startsWith("assets/"))
        .forEach(path -> kinds.put(path.replaceFirst("^(lists/\\w+|\\w+/?[a-z]*).*", "$1"), path));
    assertTrue(
        kinds.keySet().containsAll(List.of("lists/actions", "search/terms", "search/cards")),
        kinds::toString);
    return kinds.values().stream().toList();
  }

  private List<String> urls() {
    return Stream.concat(attacked().stream(), Stream.of(PROBE))
        .map(path -> url("127.0.0.1", path))
        .toList();
  }

  @Test
  void otherSitesCannotReadReportsThroughScriptTags() {
    try (Chromium.Tab tab = chromium.open()) {
      tab.page().navigate(url("localhost", "foreign.html"));
      assertEquals(List.of(PROBE), tab.page().evaluate(IN_A_PAGE, urls()));
    }
  }

  @Test
  void otherSitesCannotReadReportsInAWorker() {
    List<String> forgeries =
        List.of("undefined", "null", "{}", "self", "asked++ % 2 ? {} : undefined", "() => {}");
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(url("localhost", "foreign.html"));
      for (String all : forgeries) {
        assertEquals(
            List.of(PROBE), page.evaluate(IN_A_WORKER, List.of(urls(), all)), "all: " + all);
      }
    }
  }

  /// A frame without an address of its own.
  @Test
  void otherSitesCannotReadReportsInAFrame() {
    String source =
        "<script>parent.stolen = []; hindsightData = (path) => parent.stolen.push(path);"
            + "onload = () => parent.finished = true</script>"
            + String.join(
                "", urls().stream().map(url -> "<script src='" + url + "'></script>").toList());
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(url("localhost", "foreign.html"));
      for (String attribute : List.of("srcdoc", "src")) {
        String value =
            attribute.equals("srcdoc")
                ? "source"
                : "URL.createObjectURL(new Blob([source], { type: 'text/html' }))";
        page.evaluate(
            "(source) => { window.finished = false; document.body.append("
                + "Object.assign(document.createElement('iframe'), { "
                + attribute
                + ": "
                + value
                + " })); }",
            source);
        page.waitForFunction("window.finished");
        assertEquals(List.of(PROBE), page.evaluate("window.stolen"), attribute);
      }
    }
  }

  /// The site's own pages have the same data, over the same plain host.
  @Test
  void theSitesOwnPagesReadReports() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(url("127.0.0.1", "search.html?q=replica"));
      page.locator("#ui-search-results .result-link").first().waitFor();
      Object rows =
          page.evaluate("hindsight.load('lists/incidents.json').then(({ rows }) => rows.length)");
      assertEquals(MANY, rows);
    }
  }
}
