package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How pages come onto the screen: without waiting for a script, without moving what is there, and
/// of no more files than they use.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaintBrowserTest {
  private static final List<String> STEADY =
      List.of(
          "index.html",
          "incidents/index.html",
          "incidents/INC-2024-0112.html",
          "systems/index.html",
          "systems/production-database.html",
          "actions.html",
          "insights.html",
          "search.html?q=connection");

  private static final String WATCH =
      """
      window.shifts = [];
      new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) =>
        shifts.push(`${value.toFixed(4)} ${sources.map(({ node, previousRect: a, currentRect: b }) =>
          `${node?.nodeName}.${node?.className ?? ""} ${a.y}>${b.y} ${a.height}>${b.height}`)}`)))
        .observe({ type: "layout-shift", buffered: true });
      """;

  private static final String TO_THE_END =
      """
      async () => {
        const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next, 20)));
        for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight) {
          scrollTo({ top: y, behavior: "instant" });
          await frame();
        }
        await frame();
        return shifts;
      }
      """;

  private static final String PAINTED =
      "() => performance.getEntriesByName('first-contentful-paint').length";

  private static final List<String> EVERYWHERE = List.of("assets/site.css", "assets/site.js");

  /// What each page asks for beside what all do. A script for what one page can do belongs to that
  /// page alone.
  private static final List<List<String>> REQUESTS =
      List.of(
          List.of("index.html"),
          List.of("incidents/index.html", "assets/list.js"),
          List.of("incidents/INC-2025-0203.html", "assets/charts.css", "assets/report.js"),
          List.of("incidents/INC-2023-0017.html"),
          List.of("systems/index.html", "assets/list.js"),
          List.of("systems/production-database.html", "assets/charts.css"),
          List.of("graph.html", "assets/charts.css"),
          List.of("insights.html", "assets/charts.css"),
          List.of("unwritten.html"),
          List.of("404.html"),
          List.of("actions.html", "assets/list.js"),
          List.of(
              "search.html",
              "assets/search.js",
              "assets/search-engine.js",
              "search.json",
              "incidents/*.json"));

  private SampleSite site;

  @BeforeAll
  void start() throws IOException {
    site = new SampleSite();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void nothingShiftsWhileAPageLoads() {
    List<String> moved = new ArrayList<>();
    for (int width : List.of(360, 1280)) {
      try (Chromium.Tab tab = site.open(SampleSite.window(width, 740))) {
        tab.page().addInitScript(WATCH);
        for (String path : STEADY) {
          tab.page().navigate(site.http(path));
          tab.page().waitForTimeout(200);
          for (Object shift : (List<?>) tab.page().evaluate(TO_THE_END)) {
            moved.add(path + " at " + width + ": " + shift);
          }
        }
      }
    }
    assertEquals("", String.join("\n", moved));
  }

  @Test
  void noScriptBlocksRendering() {
    try (Chromium.Tab tab = site.open(SampleSite.window(1280, 800))) {
      Page page = tab.page();
      page.route("**/*.js", route -> {}); // never answered
      for (String path : SampleSite.kinds()) {
        page.navigate(
            site.http(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        assertThat(page.locator("main h1, main a").first()).isAttached();
        page.waitForCondition(() -> page.evaluate(PAINTED).equals(1));
      }
    }
  }

  @Test
  void aPageLoadsOnlyWhatItUses() {
    for (List<String> kind : REQUESTS) {
      String path = kind.getFirst();
      try (Chromium.Tab tab = site.open(SampleSite.window(1280, 800))) {
        tab.page().navigate(site.http(path));
        Set<String> expected = new TreeSet<>(kind);
        expected.addAll(EVERYWHERE);
        if (path.equals("search.html")) {
          tab.page().locator(".result-text:not(:empty)").first().waitFor();
        }
        tab.page().waitForCondition(() -> tab.requests().size() >= expected.size());
        tab.page().waitForTimeout(150);
        assertEquals(
            expected,
            tab.requests().stream()
                .map(url -> url.substring(site.http("").length()))
                // The server adds a script of its own, which is no part of the site.
                .filter(file -> !file.startsWith("hindsight-live"))
                // A browser without windows has no place for it.
                .filter(file -> !file.equals("assets/favicon.svg"))
                .map(file -> file.replaceFirst("^incidents/[^/]+\\.json$", "incidents/*.json"))
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
  }
}
