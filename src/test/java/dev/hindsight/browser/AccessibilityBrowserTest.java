package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What axe-core finds against WCAG 2.2 AA, and of its best practice what concerns headings and
/// landmarks: nothing, on every kind of page.
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityBrowserTest {
  /// Takes the names of rules, or nothing for all that we hold to.
  private static final String RUN =
      """
      async (only) => {
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        const more = axe.getRules(["best-practice"]).map((rule) => rule.ruleId).filter((id) =>
          /^(heading-order|empty-heading|region|page-has-heading-one|skip-link|landmark-)/.test(id));
        const all = [...axe.getRules(tags).map((rule) => rule.ruleId), ...more];
        const { violations } = await axe.run(document, {
          runOnly: { type: "rule", values: only ?? all }, resultTypes: ["violations"],
          // Off by default, and the only rule that is new in WCAG 2.2.
          rules: { "target-size": { enabled: true } } });
        return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, any, all, none }) =>
          `${id}: ${target} ${[...any, ...all, ...none].map(({ message }) => message).slice(0, 1)}`));
      }
      """;

  private static final List<String> COLOURS = List.of("color-contrast");

  /// Rules whose answer may be another one where there is less room.
  private static final List<String> ROOM =
      List.of(
          "color-contrast",
          "heading-order",
          "listitem",
          "region",
          "scrollable-region-focusable",
          "target-size");

  private SampleSite site;
  private String axe;

  @BeforeAll
  void start() throws IOException {
    site = new SampleSite();
    try (InputStream script = getClass().getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  void stop() {
    site.close();
  }

  /// Axe is no part of the site, so that the policy of the site does not let it in.
  private Chromium.Tab open() {
    Chromium.Tab tab =
        site.open(
            SampleSite.window(1280, 800)
                .setBypassCSP(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT));
    tab.page().addInitScript(axe);
    return tab;
  }

  @SuppressWarnings("unchecked")
  private static List<String> run(Page page, List<String> rules, String where) {
    return ((List<String>) page.evaluate(RUN, rules))
        .stream().map(found -> where + ": " + found).toList();
  }

  /// Only colors depend on the scheme.
  private static List<String> found(Page page, String path) {
    List<String> found = new ArrayList<>(run(page, null, path));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    found.addAll(run(page, COLOURS, path + " in dark"));
    page.setViewportSize(360, 740);
    found.addAll(run(page, ROOM, path + " on a phone in dark"));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1280, 800);
    return found;
  }

  @Test
  void everyKindOfPageIsAccessible() {
    List<String> found = new ArrayList<>();
    try (Chromium.Tab tab = open()) {
      for (String path : SampleSite.kinds()) {
        site.show(tab.page(), path);
        found.addAll(found(tab.page(), path));
      }
    }
    assertEquals("", String.join("\n", found));
  }

  @Test
  void dialogsAndMenusAreAccessible() {
    List<String> found = new ArrayList<>();
    try (Chromium.Tab tab = open()) {
      Page page = tab.page();
      page.navigate(site.http("search.html?q=database&severity=SEV2"));
      assertThat(page.locator("#ui-search-results .result-link").first()).isVisible();
      page.locator("details:not([open]) > summary")
          .all()
          .forEach(summary -> {
            if (summary.isVisible()) {
              summary.click();
            }
          });
      found.addAll(found(page, "search with everything open"));
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      page.navigate(site.http("incidents/INC-2024-0112.html"));
      page.locator("h2 .permalink").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".copied")).isVisible();
      found.addAll(found(page, "incident with a copied link"));
    }
    assertEquals("", String.join("\n", found));
  }
}
