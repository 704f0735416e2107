package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.site.MemoryOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Patterns of the configuration that would take hours for one word cost a report some links, and
/// nothing else.
class SlowPatternTest {
  private static final String LONG_WORD = "a1-".repeat(66) + "a";

  @TempDir Path folder;

  @Test
  void aSlowTextDoesNotHideTicketsInOthers() {
    String word = "a".repeat(100_000);
    List<String> found =
        warnings(
            "tickets:\n  - pattern: '(\\w+)+#(\\d+)'\n    url: https://git.example/$1/$2\n",
            "# X\n\n## Summary\n\na#1\n\n" + word + "\n\n" + word + "\n\nb#2\n");
    assertEquals(List.of("slow-pattern incidents/INC-2024-0001.md:7:1"), found);
    String page = page();
    assertTrue(page.contains("href=\"https://git.example/a/1\""));
    assertTrue(page.contains("href=\"https://git.example/b/2\""));
    assertTrue(page.contains(word));
  }

  @Test
  void slowIdsInTextAreReportedOnce() {
    List<String> found =
        warnings(
            "ids:\n  pattern: '[A-Z0-9-]*[A-Z0-9-]*[A-Z0-9-]*#'\n",
            "# X\n\n## Summary\n\nSee " + LONG_WORD + "\n\nand b-" + LONG_WORD + ".\n");
    assertTrue(found.contains("slow-pattern incidents/INC-2024-0001.md:5:5"), found::toString);
    assertEquals(1, found.stream().filter(at -> !at.endsWith(":1:1")).count(), found::toString);
    assertTrue(page().contains(LONG_WORD));
  }

  @Test
  void slowIdsInTitlesAreReported() {
    List<String> found =
        warnings(
            "ids:\n  pattern: '[\\w-]*[\\w-]*[\\w-]*#'\n",
            "# " + LONG_WORD + "\n\n## Summary\n\nX\n");
    assertTrue(found.contains("slow-pattern incidents/INC-2024-0001.md:1:1"), found::toString);
  }

  private final MemoryOutput site = new MemoryOutput();

  private List<String> warnings(String config, String report) {
    Sites.write(folder, Map.of("site-config.yml", config, "incidents/INC-2024-0001.md", report));
    BuildResult result = Sites.build(folder, site);
    assertTrue(result instanceof BuildResult.Built, result::toString);
    return result.problems().stream()
        .filter(problem -> problem.code().equals("slow-pattern"))
        .map(problem -> problem.code() + " " + problem.at())
        .toList();
  }

  private String page() {
    return new String(site.get("incidents/INC-2024-0001.html"), StandardCharsets.UTF_8);
  }
}
