package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a reader has asked of the browser: colors of their own, no motion, more contrast, paper.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreferencesBrowserTest {
  private static final String REPORT = "incidents/INC-2024-0112.html";

  /// What is left of a look when the reader's colors have taken the place of all others.
  private static final String LOOK_WITHOUT_COLOUR =
      """
      (part) => {
        const { borderStyle, borderWidth, outlineStyle, textDecorationLine, fontWeight } = getComputedStyle(part);
        return [borderStyle, borderWidth, outlineStyle, textDecorationLine, fontWeight].join();
      }
      """;

  private static final String HAS_A_SHAPE =
      """
      (part) => {
        const { backgroundImage, backgroundColor, clipPath } = getComputedStyle(part, "::before");
        return clipPath !== "none" && (backgroundImage !== "none" || backgroundColor !== "rgba(0, 0, 0, 0)");
      }
      """;

  private static final String MOVING =
      """
      () => [...document.querySelectorAll("*")].flatMap((part) =>
        ["", "::before", "::after"].map((pseudo) => getComputedStyle(part, pseudo))
          .filter((style) => style.scrollBehavior === "smooth" ||
            [style.animationName !== "none" && style.animationDuration, style.transitionDuration]
              .some((time) => time && parseFloat(time) > 0.01))
          .map(() => `${part.tagName}.${part.className}`))
      """;

  private static final String VISIBLE =
      """
      (parts) => parts.filter((part) => {
        const { width, height } = part.getBoundingClientRect();
        return width > 0 && height > 0 && part.checkVisibility({ visibilityProperty: true });
      }).map((part) => `${part.tagName}.${part.className}`)
      """;

  private SampleSite site;

  @BeforeAll
  void start() throws IOException {
    site = new SampleSite();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private void with(Page.EmulateMediaOptions preference, Consumer<Page> check) {
    try (Chromium.Tab tab = site.open(SampleSite.window(1280, 800))) {
      tab.page().emulateMedia(preference);
      check.accept(tab.page());
    }
  }

  private static Page.EmulateMediaOptions media() {
    return new Page.EmulateMediaOptions();
  }

  private static String look(Locator part) {
    return (String) part.evaluate(LOOK_WITHOUT_COLOUR);
  }

  @Test
  void forcedColorsKeepAllMeaning() {
    with(
        media().setForcedColors(ForcedColors.ACTIVE),
        page -> {
          page.navigate(site.http(REPORT + "#t-1445"));
          Locator severity = page.locator(".glance .severity");
          assertThat(severity).hasText("SEV2");
          assertEquals(true, severity.evaluate(HAS_A_SHAPE));
          assertNotEquals(
              look(page.locator("#t-1440, .timeline > li:not(:target)").first()),
              look(page.locator("#t-1445")),
              "the entry that the address names");
          page.navigate(site.http("systems/index.html"));
          assertNotEquals(
              look(page.locator(".bar nav a:not([aria-current])").first()),
              look(page.locator(".bar nav a[aria-current]")),
              "the part of the site that one is in");
        });
  }

  @Test
  void forcedColorsKeepTheFocusVisible() {
    with(
        media().setForcedColors(ForcedColors.ACTIVE),
        page -> {
          for (String path : List.of("index.html", REPORT, "search.html?q=database")) {
            site.show(page, path);
            for (int tab = 0; tab < 12; tab++) {
              page.keyboard().press("Tab");
              String outline = "getComputedStyle(document.activeElement).outlineStyle";
              assertNotEquals("none", page.evaluate(outline), path + " after tab " + tab);
            }
          }
        });
  }

  @Test
  void nothingMovesWithReducedMotion() {
    with(
        media().setReducedMotion(ReducedMotion.REDUCE),
        page -> {
          for (String path : SampleSite.kinds()) {
            page.navigate(site.http(path));
            assertEquals(List.of(), page.evaluate(MOVING), path);
            assertEquals(0, page.evaluate("document.getAnimations().length"), path);
          }
        });
  }

  @Test
  void moreContrastStrengthensMutedText() {
    with(
        media().setContrast(Contrast.MORE),
        page -> {
          page.navigate(site.http("systems/index.html"));
          String colour = "part => getComputedStyle(part).color";
          assertEquals(
              page.locator("h1").evaluate(colour),
              page.locator(".foot p").evaluate(colour),
              "what is soft otherwise");
        });
  }

  @Test
  void printsTextWithoutControls() {
    List<String> printed = new ArrayList<>();
    with(
        media().setMedia(Media.PRINT),
        page -> {
          for (String path : SampleSite.kinds()) {
            page.navigate(site.http(path));
            Locator notForPaper =
                page.locator(
                    "nav:not(:has(.crumbs)), footer, form, button, .skip, .permalink, .keys, kbd");
            ((List<?>) notForPaper.evaluateAll(VISIBLE))
                .stream().distinct().forEach(part -> printed.add(path + " prints " + part));
          }
        });
    assertEquals("", String.join("\n", printed));
  }

  @Test
  void printsTheAddressesOfLinks() {
    with(
        media().setMedia(Media.PRINT),
        page -> {
          page.navigate(site.http("incidents/INC-2025-0266.html"));
          Locator link = page.locator(".prose a[href^=http]").first();
          assertEquals(
              "\" (" + link.getAttribute("href") + ")\"",
              link.evaluate("part => getComputedStyle(part, '::after').content"));
        });
  }
}
