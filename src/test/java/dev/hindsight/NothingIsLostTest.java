package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every word that a plain CommonMark rendering of a report shows is on its page, as often.
class NothingIsLostTest {
  private static final Path CORPORA = Path.of("../shared/corpora");

  @Test
  void keepsEveryWordOfTheSample() throws IOException {
    assertNothingIsLost(Path.of("."));
  }

  @Test
  void keepsEveryWordOfGeneratedReports(@TempDir Path folder) throws IOException {
    assertNothingIsLost(Sites.write(folder, Reports.site(40, 21)));
  }

  @Test
  void keepsEveryWordOfOtherHouseStyles(@TempDir Path folder) throws IOException {
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    try (Stream<Path> files = Files.list(Path.of("src/test/corpora/house-styles"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, incidents.resolve(file.getFileName()));
      }
    }
    assertNothingIsLost(folder);
  }

  @Test
  void keepsEveryWordOfRealReports(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    try (Stream<Path> files = Files.walk(CORPORA)) {
      int number = 0;
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|erb)")).sorted().toList()) {
        // A number before the name: several sets have an INC-001.
        String name = "r" + number++ + "-" + file.getFileName().toString().replaceAll("\\..*", "");
        Files.copy(file, incidents.resolve(name + ".md"));
      }
      assertTrue(number > 250, number + " files");
    }
    assertNothingIsLost(folder);
  }

  private static void assertNothingIsLost(Path source) throws IOException {
    MemoryOutput site = new MemoryOutput();
    Sites.build(source, site);
    Map<String, Map<String, Integer>> lost = new TreeMap<>();
    int checked = 0;
    for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
      if (!file.getKey().matches("incidents/.*\\.md")) {
        continue;
      }
      String report = new String(file.getValue(), StandardCharsets.UTF_8);
      String page = Sites.text(site, file.getKey().replaceFirst("\\.md$", ".html"));
      Map<String, Integer> missing = ShownWords.missing(report, page);
      if (!missing.isEmpty()) {
        lost.put(file.getKey(), missing);
      }
      checked++;
    }
    assertTrue(checked > 10, checked + " pages");
    assertEquals(Map.of(), lost);
  }
}
