package dev.hindsight.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A report that has a sibling is shown it, and one that has none is left alone, as `script/bench
/// families` shows.
class FamiliesTest {
  private static final Path CORPORA = Path.of("../shared/corpora");

  @ParameterizedTest
  @CsvSource({"dfds-postmortems, 18", "moj-cloud-platform-incidents, 16"})
  void aReportListsItsSiblings(String set, int shown, @TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    Families.Score score = Families.score(CORPORA, set, folder, false);
    assertTrue(score.ranked() >= 0.94 * score.siblings(), score.toString());
    assertTrue(score.shown() >= shown, score.toString());
    assertTrue(score.quiet() >= 0.8 * score.alone(), score.toString());
  }
}
