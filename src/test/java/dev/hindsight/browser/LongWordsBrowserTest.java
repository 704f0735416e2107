package dev.hindsight.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Reports that are hard to set: of long words, long titles, many systems, and read from the right.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongWordsBrowserTest {
  private static final String WORD = "Overlong".repeat(50);
  private static final String TITLE = "The portal answers slowly ".repeat(12).strip();

  private static final String PHONE =
      """
      () => {
        const root = document.documentElement;
        if (root.scrollWidth <= innerWidth) return "";
        const isOut = (part) => part.getBoundingClientRect().right > innerWidth;
        const isHeld = (part) => part.closest("pre, .scroll, .sr, svg, .toc") !== null;
        return [...document.querySelectorAll("body *")]
          .filter((part) => isOut(part) && !isOut(part.parentElement) && !isHeld(part.parentElement))
          .map((part) => `${part.tagName}.${part.className}`).join(" ");
      }
      """;

  /// By an attribute or by the stylesheet.
  private static final String FROM_THE_RIGHT =
      "part => part.matches(':dir(rtl)') || getComputedStyle(part).unicodeBidi === 'plaintext'";

  private MemoryOutput built;
  private SampleSite site;

  private static String report(String title, String systems, String text) {
    return String.join(
        "\n",
        "# " + title,
        "**Date:** 2025-04-02",
        "**Severity:** SEV2",
        "**Systems:** " + systems,
        "## Summary",
        text,
        "## Timeline",
        "- 10:00 " + text,
        "- 11:30 " + text,
        "## Resolution",
        "1. " + text,
        "## Action Items",
        "- [ ] " + text + " (owner: " + WORD + ", due: 2025-05-01)",
        "## Related Incidents",
        "- INC-2025-0001, INC-2025-0004 and INC-2024-0099: " + text);
  }

  private static MemoryOutput built(Path folder) {
    String many =
        IntStream.rangeClosed(1, 60).mapToObj(i -> "System " + i).collect(Collectors.joining(", "));
    return Sites.built(
        Sites.write(
            folder,
            Map.of(
                "incidents/INC-2025-0001.md",
                report(
                    "انقطاع بوابة الدفع بعد ترقية قاعدة البيانات", "بوابة الدفع", "توقفت الخدمة."),
                "incidents/INC-2025-0002.md",
                report("תקלה בשרת ההזמנות (שוב)", "System 1", "השרת הפסיק להגיב."),
                "incidents/INC-2025-0003.md",
                report(WORD, WORD, WORD + " `" + WORD + "`"),
                "incidents/INC-2025-0004.md",
                report(TITLE, many, TITLE + "\n\n    " + WORD))));
  }

  /// All pages but those of most systems, which are alike.
  private static boolean isOfItsOwnKind(String path) {
    return path.endsWith(".html") && !path.matches(".*/system-([2-9]|\\d\\d)\\.html");
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    built = built(folder);
    site = new SampleSite(built);
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void longWordsFitOnAPhone() {
    List<String> wide = new ArrayList<>();
    try (Chromium.Tab tab = site.open(SampleSite.window(360, 740))) {
      Page page = tab.page();
      List<String> paths =
          new ArrayList<>(
              built.files().keySet().stream()
                  .filter(LongWordsBrowserTest::isOfItsOwnKind)
                  .toList());
      paths.add("search.html?q=portal+" + WORD);
      for (String path : paths) {
        site.show(page, path);
        String widest = (String) page.evaluate(PHONE);
        if (!widest.isEmpty()) {
          wide.add(path + ": " + widest);
        }
      }
    }
    assertEquals("", String.join("\n", wide));
  }

  @Test
  void textFollowsTheDirectionOfItsScript() {
    try (Chromium.Tab tab = site.open(SampleSite.window(1280, 740))) {
      tab.page().navigate(site.http("incidents/INC-2025-0001.html"));
      for (String part : List.of("h1", "[data-kind=summary] p", ".timeline .what, .timeline p")) {
        assertEquals(true, tab.page().locator(part).first().evaluate(FROM_THE_RIGHT), part);
      }
    }
  }
}
