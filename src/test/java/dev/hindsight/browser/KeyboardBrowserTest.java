package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every kind of page, walked through with the tabulator key alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardBrowserTest {
  /// Keeps what got the focus, once each, and what is wrong with it.
  private static final String WATCH =
      """
      window.walk = { steps: [], troubles: [] };
      addEventListener("focusin", ({ target }) => {
        const { steps, troubles } = walk;
        if (target === document.body || steps.includes(target)) return;
        const named = `${target.tagName}.${target.className?.baseVal ?? target.className} ${target.textContent.trim().slice(0, 40)}`;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target);
        if ((outlineStyle === "none" || parseFloat(outlineWidth) < 1) && boxShadow === "none") {
          troubles.push(`the focus is not seen on ${named}`);
        }
        const last = steps.at(-1);
        if (last && !(last.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)) {
          troubles.push(`out of order: ${named}`);
        }
        if (!target.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
          troubles.push(`not to be seen: ${named}`);
        }
        steps.push(target);
      });
      """;

  private static final String FROM_THE_TOP =
      """
      () => {
        document.body.tabIndex = -1;
        document.body.focus();
        document.body.removeAttribute("tabindex");
        walk.steps.length = walk.troubles.length = 0;
      }
      """;

  private static final String MISSED =
      """
      () => {
        const missed = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
          .filter((part) => part.checkVisibility({ visibilityProperty: true }) && part.tabIndex >= 0 && !part.disabled)
          .filter((part) => !walk.steps.includes(part));
        return [...walk.troubles, ...missed.slice(0, 3).map((part) => `not reached: ${part.outerHTML.slice(0, 80)}`)];
      }
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

  private static void walk(Page page) {
    page.evaluate(FROM_THE_TOP);
    Object before = -1;
    Object now = 0;
    while (!now.equals(before)) {
      for (int tab = 0; tab < 15; tab++) {
        page.keyboard().press("Tab");
      }
      before = now;
      now = page.evaluate("walk.steps.length");
    }
  }

  @Test
  void everyControlIsReachedInOrderWithVisibleFocus() {
    List<String> troubles = new ArrayList<>();
    try (Chromium.Tab tab = site.open(SampleSite.window(1280, 800))) {
      tab.page().addInitScript(WATCH);
      for (String path : SampleSite.kinds()) {
        site.show(tab.page(), path);
        walk(tab.page());
        ((List<?>) tab.page().evaluate(MISSED))
            .forEach(trouble -> troubles.add(path + ": " + trouble));
      }
    }
    assertEquals("", String.join("\n", troubles));
  }

  @Test
  void theFirstTabStopSkipsToTheContent() {
    try (Chromium.Tab tab = site.open(SampleSite.window(1280, 800))) {
      Page page = tab.page();
      page.addInitScript(WATCH);
      for (String path : List.of("index.html", "incidents/INC-2024-0112.html", "graph.html")) {
        page.navigate(site.http(path));
        page.evaluate(FROM_THE_TOP);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#ui-main")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("main :focus")).hasCount(1);
      }
    }
  }
}
