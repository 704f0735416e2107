package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.hindsight.Sites;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The sample site as a person meets it, in a real browser, over HTTP and from disk.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteBrowserTest {
  private static final List<String> KINDS =
      List.of(
          "index.html",
          "incidents/index.html",
          "incidents/INC-2024-0112.html",
          "incidents/INC-2023-0017.html",
          "systems/index.html",
          "systems/production-database.html",
          "graph.html",
          "actions.html",
          "insights.html",
          "timeline.html",
          "timeline/2024.html",
          "unwritten.html",
          "embed/systems/production-database.html",
          "embed/incidents/INC-2024-0112.html",
          "search.html?q=connection",
          "404.html");

  private SampleSite sample;

  @BeforeAll
  void start() throws IOException {
    sample = new SampleSite();
  }

  @AfterAll
  void stop() {
    sample.close();
  }

  private static String disk(Path folder, String path) throws IOException {
    if (!Files.exists(folder.resolve("index.html"))) {
      for (Map.Entry<String, byte[]> file : Sites.sample().files().entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
    }
    return "file://" + folder + "/" + path;
  }

  private static Locator results(Page page) {
    return page.locator("#ui-search-results .result-link");
  }

  private static Locator status(Page page) {
    return page.locator("#ui-search-status");
  }

  private static Locator box(Page page, String value) {
    return page.locator("[data-value='" + value + "']");
  }

  @Test
  void noPageLogsErrorsOrLoadsFromOtherHosts() {
    try (Chromium.Tab tab = sample.open()) {
      for (String path : KINDS) {
        tab.page().navigate(sample.http(path));
        tab.page().waitForTimeout(150);
        assertEquals(List.of(), tab.troubles(), path);
        assertTrue(
            tab.requests().stream().allMatch(url -> url.startsWith(sample.http(""))),
            () -> path + " asks for " + tab.requests());
      }
    }
  }

  @Test
  void noPageLogsErrorsFromDisk(@TempDir Path folder) throws IOException {
    try (Chromium.Tab tab = sample.open()) {
      // A host shows 404.html at any address, so its links begin at the root of the host.
      for (String path : KINDS.stream().filter(kind -> !kind.equals("404.html")).toList()) {
        tab.page().navigate(disk(folder, path));
        tab.page().waitForTimeout(150);
        assertEquals(List.of(), tab.troubles(), path);
        assertTrue(
            tab.requests().stream().allMatch(url -> url.startsWith("file://" + folder)),
            () -> path + " asks for " + tab.requests());
      }
    }
  }

  @Test
  void searchesWhileTypingAndKeepsTheStateInTheAddress() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("index.html"));
      page.locator(".hero-search input").fill("remaining connection slots are reserved");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/search\\.html\\?q=remaining.*"));
      assertThat(page.locator("#ui-search-results")).containsText("Connections Exhausted");
      assertThat(page.locator(".result-text mark").first()).isVisible();
      assertThat(page.locator(".result-fix").first()).containsText("Fix");
      page.locator("#ui-search-query").fill("oomkilled");
      assertThat(results(page)).hasCount(1);
      assertThat(page).hasURL(Pattern.compile(".*q=oomkilled"));
      page.reload();
      assertThat(results(page)).hasCount(1);
      assertThat(status(page)).hasText("1 incident");
    }
  }

  @Test
  void anIdFindsItsReportFirst() {
    try (Chromium.Tab tab = sample.open()) {
      tab.page().navigate(sample.http("search.html?q=inc-2024-0089"));
      assertThat(results(tab.page()).first()).hasAttribute("href", "incidents/INC-2024-0089.html");
    }
  }

  @Test
  void saysWhenNoReportHasAllWords() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("search.html?q=certificate+xyzzyplugh"));
      assertThat(status(page)).containsText("No incident has all of these words.");
      assertThat(results(page).first()).isVisible();
      page.locator("#ui-search-query").fill("xyzzyplugh");
      assertThat(status(page)).hasText(Pattern.compile("^No incidents match\\."));
    }
  }

  @Test
  void searchesPhrasesTyposIdsAndLogs() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("search.html?q=%22connection+pool%22"));
      assertThat(results(page).first()).containsText("Pool");
      page.locator("#ui-search-query").fill("\"pool connection\"");
      assertThat(status(page)).hasText(Pattern.compile("^No incidents match\\."));
      page.locator("#ui-search-query").fill("certificate system:dns ");
      assertThat(page.locator(".result").first()).containsText("DNS");
      page.locator("#ui-search-query").fill("certificate system:dns -dns");
      assertThat(status(page)).hasText(Pattern.compile("^No incidents match\\."));
      page.locator("#ui-search-query").fill("xertificate ");
      assertThat(status(page))
          .containsText("Showing results for \"certificate\". No incident has \"xertificate\".");
      assertThat(results(page).first()).containsText("ertificate");
      page.locator("#ui-search-query").fill("ERROR connection refused by pg-main-01 ".repeat(20));
      assertThat(status(page)).containsText("rarest words");
      page.locator("#ui-search-query").fill("inc-2024-0112");
      page.keyboard().press("Enter");
      page.waitForURL("**/incidents/INC-2024-0112.html");
    }
  }

  @Test
  void filtersHaveCorrectCountsAndAreInTheAddress() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("search.html?q=database"));
      assertThat(results(page).first()).isVisible();
      String all = status(page).textContent();
      Locator severity = box(page, "severity:SEV2");
      String count = severity.locator("xpath=following-sibling::*[@class='count']").textContent();
      severity.check();
      assertThat(status(page)).hasText(count + (count.equals("1") ? " incident" : " incidents"));
      assertThat(page).hasURL(Pattern.compile(".*severity=SEV2.*"));
      box(page, "severity:SEV1").check();
      assertThat(page).hasURL(Pattern.compile(".*severity=SEV2&severity=SEV1"));
      page.goBack();
      assertThat(box(page, "severity:SEV1")).not().isChecked();
      assertThat(status(page)).containsText(count);
      page.goBack();
      assertThat(status(page)).hasText(all);
      page.goForward();
      assertThat(box(page, "severity:SEV2")).isChecked();
    }
  }

  @Test
  void everyFilterInTheAddressIsApplied() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("search.html?system=production-database&year=2024"));
      assertThat(box(page, "system:production-database")).isChecked();
      assertThat(box(page, "year:2024")).isChecked();
      assertThat(results(page).first()).isVisible();
      for (Locator facts : page.locator(".result-facts").all()) {
        assertThat(facts).containsText("Production Database");
        assertThat(facts.locator("time")).containsText("2024");
      }
    }
  }

  @Test
  void searchOpensOverAnyPageByKeyboard() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("incidents/INC-2024-0112.html"));
      page.keyboard().press("/");
      page.keyboard().type("certif");
      Locator dialog = page.locator("dialog.palette");
      assertThat(dialog).isVisible();
      page.keyboard().type("icate");
      assertThat(dialog.locator("input")).hasValue("certificate");
      assertThat(dialog.locator(".result").first()).containsText("ertificate");
      page.keyboard().press("Escape");
      assertThat(dialog).isHidden();
      page.keyboard().press("Control+k");
      assertThat(dialog.locator(".result").first()).isVisible();
      page.keyboard().press("ArrowDown");
      String href = dialog.locator(".result-link").first().getAttribute("href");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(sample.http(href.replace("../", "")));
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void searchOpensOverAPageFromDisk(@TempDir Path folder) throws IOException {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(disk(folder, "systems/production-database.html"));
      page.keyboard().press("/");
      Locator dialog = page.locator("dialog.palette");
      assertThat(dialog).isVisible();
      page.keyboard().type("connections");
      assertThat(dialog.locator(".result").first()).isVisible();
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void aQuestionMarkShowsTheShortcuts() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("timeline.html"));
      page.keyboard().press("?");
      assertThat(page.locator("dialog")).containsText("Move through results");
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).hasCount(0);
    }
  }

  @Test
  void aLinkToAnIncidentShowsAPreview() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("incidents/INC-2024-0112.html"));
      Locator link = page.locator(".body a.mention").first();
      link.hover();
      Locator preview = page.locator(".preview");
      assertThat(preview).containsText(link.innerText());
      assertThat(preview.locator(".card-fix").last()).containsText("Fix");
      preview.hover();
      page.waitForTimeout(400);
      assertThat(preview).isVisible();
      page.keyboard().press("Escape");
      assertThat(preview).hasCount(0);
      // What now lies under the pointer is told late on a busy machine, and is another wish.
      page.mouse().move(1, 1);
      page.waitForTimeout(400);
      link.focus();
      page.keyboard().press("Shift+Tab");
      page.keyboard().press("Tab");
      assertThat(preview).isVisible();
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void worksWithTheKeyboardAlone() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("search.html?q=certificate"));
      assertThat(results(page).first()).isVisible();
      assertThat(page.locator("#ui-search-query")).isFocused();
      page.keyboard().press("ArrowDown");
      assertThat(results(page).first()).isFocused();
      page.keyboard().press("ArrowDown");
      assertThat(results(page).nth(1)).isFocused();
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      assertThat(page.locator("#ui-search-query")).isFocused();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("/");
      assertThat(page.locator("#ui-search-query")).isFocused();
      page.keyboard().press("ArrowDown");
      String target = results(page).first().getAttribute("href");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(sample.http(target));
    }
  }

  @Test
  void findsTheSameFromDisk(@TempDir Path folder) throws IOException {
    try (Chromium.Tab served = sample.open();
        Chromium.Tab opened = sample.open()) {
      for (String query :
          List.of("connection+pool", "no+space+left", "inc-2025-0203", "kafka+lag")) {
        served.page().navigate(sample.http("search.html?q=" + query));
        opened.page().navigate(disk(folder, "search.html?q=" + query));
        for (Chromium.Tab tab : List.of(served, opened)) {
          assertThat(tab.page().locator(".result-where").first()).isVisible();
        }
        // Passages come after the results.
        served
            .page()
            .waitForCondition(() ->
                served
                    .page()
                    .locator("#ui-search-results")
                    .innerText()
                    .equals(opened.page().locator("#ui-search-results").innerText()));
      }
    }
  }

  @Test
  void filtersWorkFromDisk(@TempDir Path folder) throws IOException {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(disk(folder, "search.html?q=database"));
      box(page, "severity:SEV2").check();
      assertThat(page).hasURL(Pattern.compile(".*severity=SEV2.*"));
      results(page).first().click();
      assertThat(page.locator("h1")).isVisible();
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void followsTheColorScheme() {
    String background = "getComputedStyle(document.body).backgroundColor";
    try (Chromium.Tab light =
            sample.open(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        Chromium.Tab dark =
            sample.open(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
      light.page().navigate(sample.http("index.html"));
      dark.page().navigate(sample.http("index.html"));
      assertNotEquals(
          light.page().evaluate(background).toString(),
          dark.page().evaluate(background).toString());
    }
  }

  @Test
  void everyPageFitsOnAPhone() {
    try (Chromium.Tab tab =
        sample.open(new Browser.NewContextOptions().setViewportSize(360, 740))) {
      for (String path : KINDS) {
        tab.page().navigate(sample.http(path));
        assertEquals(
            true,
            tab.page().evaluate("document.documentElement.scrollWidth <= 360"),
            path + " scrolls sideways");
      }
    }
  }

  @Test
  void onlyLiveSearchNeedsJavaScript() {
    try (Chromium.Tab tab =
        sample.open(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = tab.page();
      page.navigate(sample.http("index.html"));
      page.locator(".cards a").first().click();
      assertThat(page.locator("h1")).isVisible();
      page.navigate(sample.http("search.html"));
      assertTrue(page.content().contains("Search needs JavaScript."));
    }
  }

  @Test
  void neverRunsCodeFromReports(@TempDir Path folder) throws IOException {
    String evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    Path source =
        Sites.write(
            folder,
            Map.of(
                "incidents/INC-2024-001.md",
                String.join(
                    "\n",
                    "---",
                    "status: '" + evil + "'",
                    "tags: ['" + evil + "']",
                    "systems: ['" + evil + "', __proto__, constructor]",
                    "'" + evil + "': '" + evil + "'",
                    "---",
                    "# Title `" + evil + "` and " + evil,
                    "## Summary",
                    evil + " [a](javascript:alert(3)) <a href='javascript:alert(4)'>b</a>",
                    "<svg onload=alert(5)> <iframe src='//example.com'></iframe>",
                    "## Action Items",
                    "1. **[`" + evil + "`]** `" + evil + "` (Assigned: " + evil + ")",
                    "## `" + evil + "`",
                    "text")));
    MemoryOutput site = Sites.built(source);
    try (SiteServer hostile = new SiteServer(0)) {
      hostile.show(site);
      try (Chromium.Tab tab = sample.open()) {
        for (String path : site.files().keySet()) {
          if (!path.endsWith(".html")) {
            continue;
          }
          String query = path.equals("search.html") ? "?q=alert+__proto__&system=__proto__" : "";
          tab.page().navigate("http://127.0.0.1:" + hostile.port() + "/" + path + query);
          tab.page().waitForTimeout(150);
          assertEquals(List.of(), tab.troubles(), path);
          assertFalse(tab.requests().stream().anyMatch(url -> url.contains("example.com")), path);
        }
      }
    }
  }
}
