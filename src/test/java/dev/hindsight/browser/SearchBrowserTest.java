package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Search in a real browser where it is hard: an index in parts, a network that fails, a site that
/// changes under the reader, and pages from disk.
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchBrowserTest {
  private static final int LARGE = Soak.size(1_500, 5_000, 5_000);
  private static final Pattern PARTS = Pattern.compile(".*/search/[a-z]+-[0-9a-v-]+\\.js");

  /// Waits for the service worker to stand between page and network.
  private static final String IS_KEPT =
      """
      async () => {
        const { serviceWorker } = navigator;
        const change = new Promise((resolve) =>
          serviceWorker.addEventListener("controllerchange", resolve));
        if (serviceWorker.controller === null) await change;
      }
      """;

  /// A window in which all cards are in sight, and so get their passages.
  private static final Browser.NewContextOptions TALL =
      new Browser.NewContextOptions().setViewportSize(1280, 4000);

  private static final String KEEPERS =
      """
      async () => (await navigator.serviceWorker.getRegistrations()).length
      """;

  private static final String KEPT =
      """
      async () => (await caches.keys()).length
      """;

  @TempDir private static Path folder;

  private Chromium chromium;
  private SiteServer sample;
  private SiteServer large;
  private MemoryOutput largeSite;

  @BeforeAll
  void start() throws IOException {
    chromium = new Chromium();
    sample = new SiteServer(0);
    sample.show(Sites.sample());
    largeSite = Sites.built(Sites.write(folder.resolve("large"), Reports.site(LARGE, 3)));
    large = new SiteServer(0);
    large.show(largeSite);
  }

  @AfterAll
  void stop() {
    sample.close();
    large.close();
    chromium.close();
  }

  private static String http(SiteServer server, String path) {
    return "http://127.0.0.1:" + server.port() + "/" + path;
  }

  private static Locator results(Page page) {
    return page.locator("#ui-search-results .result-link");
  }

  private static Locator status(Page page) {
    return page.locator("#ui-search-status");
  }

  private static Locator answered(Page page, String query) {
    Locator answered = page.locator("#ui-search-status[data-answered='" + query + "']");
    answered.waitFor();
    return answered;
  }

  @Test
  void loadsOnlyTheNeededPartsOfALargeIndex() {
    assertTrue(largeSite.files().keySet().stream().anyMatch(path -> path.startsWith("search/")));
    try (Chromium.Tab tab = chromium.open()) {
      tab.page().navigate(http(large, "search.html?q=replica+lag"));
      assertThat(results(tab.page())).hasCount(10);
      long parts = tab.requests().stream().filter(url -> PARTS.matcher(url).matches()).count();
      long all =
          largeSite.files().keySet().stream().filter(path -> path.startsWith("search/")).count();
      assertTrue(parts > 3 && parts < all / 4, parts + " of " + all);
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void findsTheSameFromDisk() throws IOException {
    for (int size : List.of(500, LARGE)) {
      MemoryOutput site =
          size == LARGE
              ? largeSite
              : Sites.built(Sites.write(folder.resolve("s" + size), Reports.site(size, 4)));
      Path onDisk = folder.resolve("disk" + size);
      for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
        if (!file.getKey().endsWith(".md")) {
          Path target = onDisk.resolve(file.getKey());
          Files.createDirectories(target.getParent());
          Files.write(target, file.getValue());
        }
      }
      try (SiteServer server = new SiteServer(0);
          Chromium.Tab served = chromium.open(TALL);
          Chromium.Tab opened = chromium.open(TALL)) {
        server.show(site);
        for (String query : List.of("replica lag", "databse", "\"connection database\"", "oom")) {
          List<String> seen = new ArrayList<>();
          for (Chromium.Tab tab : List.of(served, opened)) {
            String address = tab == served ? http(server, "") : "file://" + onDisk + "/";
            tab.page().navigate(address + "search.html?severity=SEV2&q=" + query.replace(" ", "+"));
            answered(tab.page(), query.replace("'", "\\'"));
            assertThat(tab.page().locator(".result-text:empty")).hasCount(0);
            seen.add(tab.page().locator("main").innerText());
          }
          assertTrue(seen.getFirst().contains("incident"), seen.getFirst());
          assertEquals(seen.getFirst(), seen.getLast(), query + " among " + size);
        }
        assertEquals(List.of(), opened.troubles());
      }
    }
  }

  @Test
  void filtersBySeveralValuesAndSorts() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(http(sample, "search.html?sort=newest"));
      assertThat(results(page).first()).isVisible();
      List<String> dates =
          page.locator(".result time")
              .evaluateAll("all => all.map(t => t.dateTime)")
              .toString()
              .transform(text -> List.of(text.replaceAll("[\\[\\] ]", "").split(",")));
      assertEquals(dates.stream().sorted((a, b) -> b.compareTo(a)).toList(), dates);
      page.locator("#ui-search-sort").selectOption("severity");
      assertThat(page).hasURL(Pattern.compile(".*sort=severity"));
      assertThat(page.locator(".result .severity").first()).hasText("SEV1");
      page.locator("#ui-search-sort").selectOption("longest");
      page.locator("[data-value='open:yes']").check();
      page.locator("[data-value='year:2025']").check();
      assertThat(page).hasURL(Pattern.compile(".*year=2025.*open=yes.*sort=longest"));
      // The address is there before the answer.
      assertThat(
              page.locator(".result time")
                  .filter(new Locator.FilterOptions().setHasNotText("2025")))
          .hasCount(0);
      int count = Integer.parseInt(status(page).textContent().replaceAll("\\D", ""));
      assertThat(page.locator(".result .open")).hasCount(Math.min(10, count));
      page.locator("[data-value='year:2024']").check();
      assertThat(status(page)).not().hasText(count + " incidents");
      page.locator("#ui-search-clear").click();
      assertThat(page).hasURL(Pattern.compile(".*html\\?sort=longest"));
      page.goBack();
      assertThat(page.locator("[data-value='open:yes']")).isChecked();
      page.navigate(http(sample, "search.html?since=2025&until=2025-07"));
      assertThat(results(page).first()).isVisible();
      for (String date : page.locator(".result time").allTextContents()) {
        assertTrue(date.endsWith("2025"), date);
      }
    }
  }

  @Test
  void everyCountIsTheNumberOfResultsWithThatValue() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      for (String query : List.of("database", "queue stuck", "certificate -staging")) {
        String address = http(sample, "search.html?q=" + query.replace(" ", "+"));
        page.navigate(address);
        answered(page, query);
        page.locator(".filters .count").first().waitFor();
        List<String> options =
            page.locator(".filters input[type=checkbox]").all().stream()
                .map(box ->
                    box.getAttribute("name")
                        + "="
                        + box.inputValue()
                        + "\t"
                        + box.locator("xpath=following-sibling::*[@class='count']").textContent())
                .toList();
        assertTrue(options.size() > 8, options.toString());
        int step = query.equals("database") ? 1 : Soak.size(5, 1, 1);
        for (int i = 0; i < options.size(); i += step) {
          String[] parts = options.get(i).split("\t");
          page.navigate(address + "&" + parts[0].replace(" ", "+"));
          answered(page, query);
          assertThat(status(page)).containsText(Pattern.compile("\\b" + parts[1] + " incident"));
        }
      }
    }
  }

  @Test
  void offersToSearchForARareWordAsItWasTyped() throws IOException {
    Map<String, String> reports = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      reports.put(
          "incidents/INC-2024-10%02d.md".formatted(i), "# Connection %d lost\n".formatted(i));
    }
    reports.put(
        "incidents/INC-2024-2000.md", "# Queue stuck\n\n## Details\n\nConection refused.\n");
    MemoryOutput site = Sites.built(Sites.write(folder.resolve("rare"), reports));
    try (SiteServer rare = new SiteServer(0);
        Chromium.Tab tab = chromium.open()) {
      rare.show(site);
      Page page = tab.page();
      page.navigate(http(rare, "search.html?q=Conection+&year=2024"));
      assertThat(status(page))
          .hasText(
              "Also showing results for \"connection\". Search instead for \"conection\". 61 incidents");
      status(page).locator("a").click();
      assertThat(status(page)).hasText("1 incident");
      assertThat(page.locator("#ui-search-query")).hasValue("\"Conection\" ");
      assertThat(page).hasURL(Pattern.compile("year=2024"));
    }
  }

  @Test
  void saysWhyAReportRanksWhereItDoes() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(http(sample, "search.html?q=connection+pool"));
      page.locator(".why summary").first().click();
      assertThat(page.locator(".why tfoot").first()).containsText("Total");
      assertThat(page.locator(".why tbody tr").first()).containsText("pool");
    }
  }

  @Test
  void aFailedPartIsReportedAndLoadedAgain() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.route(Pattern.compile(".*/search/postings-.*"), Route::abort);
      page.navigate(http(large, "search.html?q=replica"));
      assertThat(page.locator("#ui-search-trouble")).isVisible();
      page.unroute(Pattern.compile(".*/search/postings-.*"));
      page.locator("#ui-search-trouble button").click();
      assertThat(results(page)).hasCount(10);
      assertThat(page.locator("#ui-search-trouble")).isHidden();
    }
  }

  @Test
  void keepsWorkingAfterTheSiteIsRebuilt() throws IOException {
    try (SiteServer server = new SiteServer(0);
        Chromium.Tab tab = chromium.open()) {
      server.show(largeSite);
      Page page = tab.page();
      page.navigate(http(server, "search.html?q=replica"));
      assertThat(results(page)).hasCount(10);
      page.evaluate("globalThis.EventSource = null");
      page.route(Pattern.compile(".*/hindsight-live\\?.*"), Route::abort);
      Map<String, String> files = Reports.site(LARGE, 9);
      MemoryOutput next = Sites.built(Sites.write(folder.resolve("next"), files));
      page.evaluate("addEventListener('beforeunload', (event) => event.preventDefault())");
      server.show(next);
      page.locator("#ui-search-query").fill("gateway timeout ");
      answered(page, "gateway timeout ");
      assertThat(results(page)).hasCount(10);
      assertThat(page.locator("#ui-search-trouble")).isHidden();
    }
  }

  @Test
  void showsResultsOfTheLastKeyWhateverTheNetworkDoes() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      int[] turn = {0};
      page.route(
          PARTS,
          route -> {
            page.waitForTimeout(turn[0]++ % 3 * 60);
            route.resume();
          });
      page.navigate(http(large, "search.html"));
      assertThat(results(page)).hasCount(10);
      page.locator("#ui-search-query").pressSequentially("certificate expired");
      answered(page, "certificate expired");
      String typed = page.locator("#ui-search-results").innerText();
      page.unroute(PARTS);
      page.navigate(http(large, "search.html?q=certificate+expired"));
      answered(page, "certificate expired");
      assertEquals(
          typed.lines().filter(line -> line.startsWith("INC-")).toList(),
          page.locator("#ui-search-results")
              .innerText()
              .lines()
              .filter(line -> line.startsWith("INC-"))
              .toList());
    }
  }

  @Test
  void searchesAPastedLogWithoutSendingItToTheServer() {
    String log =
        IntStream.range(0, 120)
            .mapToObj(i ->
                "2024-04-02T14:4"
                    + i % 10
                    + " ERROR order-processing: Timeout waiting for"
                    + " connection from pool pg-main-01 attempt "
                    + i)
            .reduce("", (all, line) -> all + line + "\n");
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(http(sample, "index.html"));
      page.evaluate(
          """
          (log) => {
            const data = new DataTransfer();
            data.setData("text/plain", log);
            const field = document.querySelector("main [data-search]");
            field.focus();
            field.dispatchEvent(new ClipboardEvent("paste",
              { clipboardData: data, bubbles: true, cancelable: true }));
          }
          """,
          log);
      page.keyboard().press("Enter");
      page.waitForURL("**/search.html#q=*");
      assertThat(status(page)).containsText("rarest words");
      assertThat(results(page).first()).isVisible();
      assertTrue(tab.requests().stream().noneMatch(url -> url.contains("?q=")), "the log was sent");
    }
  }

  @Test
  void searchesAndShowsVisitedPagesOffline() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(http(sample, "index.html"));
      page.evaluate(IS_KEPT);
      page.navigate(http(sample, "incidents/INC-2024-0112.html"));
      page.context().setOffline(true);
      page.navigate(http(sample, "search.html?q=certificate"));
      assertThat(results(page).first()).isVisible();
      assertThat(page.locator(".result-fix").first()).isVisible();
      page.navigate(http(sample, "incidents/INC-2024-0112.html"));
      assertThat(page.locator("h1")).isVisible();
      page.navigate(http(sample, "incidents/INC-2023-0017.html"));
      assertThat(page.locator("h1")).hasText("This page is not available offline");
      assertFalse(page.url().contains("INC-2023"), page.url());
    }
  }

  @Test
  void turningOfflineUseOffClearsTheCache() throws IOException {
    try (SiteServer server = new SiteServer(0);
        Chromium.Tab tab = chromium.open()) {
      server.show(Sites.sample());
      Page page = tab.page();
      page.navigate(http(server, "index.html"));
      page.evaluate(IS_KEPT);
      page.navigate("about:blank");
      server.show(largeSite);
      page.navigate(http(server, "index.html"));
      page.waitForCondition(() -> page.evaluate(KEEPERS).equals(0));
      page.navigate(http(server, "index.html"));
      page.waitForCondition(() -> page.evaluate(KEPT).equals(0));
      assertEquals(0, page.evaluate(KEEPERS));
    }
  }
}
