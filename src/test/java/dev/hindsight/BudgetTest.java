package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// How many bytes the sample site may have, before compression, in the default theme as the program
/// packs it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetTest {
  private static final int STYLES = 31_000;

  /// The messages in front of `site.js`.
  private static final int MESSAGES = 4_000;

  /// A card says where its fix comes from, and a column that no report fills is left out.
  private static final int SCRIPTS = 40_500 + MESSAGES;

  private static final int FRAME = 25_000;

  private MemoryOutput site;

  /// Away from the folder of the program, whose `templates/` would stand in for the packed ones.
  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    for (String name : List.of("incidents", "site-config.yml")) {
      try (var files = Files.walk(Path.of(name))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(file));
        }
      }
    }
    site = Sites.built(folder);
  }

  private int bytes(Predicate<String> which) {
    return site.files().entrySet().stream()
        .filter(file -> which.test(file.getKey()))
        .mapToInt(file -> file.getValue().length)
        .sum();
  }

  @Test
  void allStylesheetsTogetherAreSmall() {
    int bytes = bytes(path -> path.endsWith(".css"));
    assertTrue(bytes < STYLES, bytes + " bytes of stylesheets");
  }

  /// But a library that a page brings for its own content, such as the one that draws Mermaid. The
  /// page of search fetches its engine by itself.
  @Test
  void theScriptsOfAPageAreSmall() {
    for (String path : site.files().keySet()) {
      if (!path.endsWith(".html")) {
        continue;
      }
      Document page = Jsoup.parse(Sites.text(site, path));
      int bytes =
          page.select("script[src*=assets/]").stream()
                  .map(script -> script.attr("src").replaceFirst("^(?:/|(?:\\.\\./)*)", ""))
                  .filter(script -> !script.contains("mermaid"))
                  .mapToInt(script -> site.files().get(script).length)
                  .sum()
              + (page.getElementById("ui-search-form") == null
                  ? 0
                  : site.files().get("assets/search-engine.js").length);
      assertTrue(bytes < SCRIPTS, () -> path + " has " + bytes + " bytes of scripts");
    }
  }

  /// What is not the report itself: the page without what stands within the report's sections.
  private int frame(String path) {
    Document page = Jsoup.parse(Sites.text(site, path));
    page.outputSettings().prettyPrint(false);
    page.select(".body > .section").forEach(Element::empty);
    return page.outerHtml().getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void theFrameOfAReportIsSmall() {
    List<String> large =
        site.files().keySet().stream()
            .filter(path -> path.matches("incidents/.*\\.html"))
            .filter(path -> frame(path) >= FRAME)
            .map(path -> path + " has " + frame(path))
            .toList();
    assertEquals(List.of(), large);
  }
}
