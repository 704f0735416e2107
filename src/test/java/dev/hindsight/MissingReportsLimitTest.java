package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.site.MemoryOutput;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report that mentions thousands of IDs does not become thousands of files.
class MissingReportsLimitTest {
  @TempDir Path folder;

  @Test
  void onlyTheFirstMissingReportsOfAReportHavePages() {
    String ids =
        IntStream.range(0, 300)
            .mapToObj(number -> "INC-2023-%04d ".formatted(number))
            .collect(Collectors.joining());
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", "# X\n\n## Summary\n\n" + ids));
    MemoryOutput site = new MemoryOutput();
    BuildResult result = Sites.build(folder, site);
    assertEquals(
        200,
        site.files().keySet().stream()
            .filter(path -> path.matches("incidents/INC-2023-\\d+\\.html"))
            .count());
    assertTrue(
        result.problems().stream()
            .anyMatch(problem -> problem.message().startsWith("100 more IDs have no report")),
        result::toString);
  }
}
