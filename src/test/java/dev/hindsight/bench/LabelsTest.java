package dev.hindsight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Reports are read as a careful reader labeled them: real ones, and the project's own in the house
/// styles of others, each of which mixes the forms that are counted among real ones.
class LabelsTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final Path STYLES = Path.of("src/test/corpora");

  /// The least share of what is found that is so, and of what is so that is found.
  private record Floor(double precision, double recall) {}

  private static final Floor FLOOR = new Floor(0.98, 0.95);

  @Test
  void readsRealReportsAsLabeled() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    check(
        CORPORA,
        Labels.REAL,
        // Systems and owners that stand in prose only; lists under `Prevention` that are no
        // actions.
        Map.of(
            "systems", new Floor(0.94, 0.66),
            "owners", new Floor(0.98, 0.91),
            "actions", new Floor(0.97, 0.95)));
  }

  @Test
  void readsHouseStylesAsLabeled() throws IOException {
    check(
        STYLES,
        Labels.STYLES,
        // Lengths and owners that a sentence tells.
        Map.of(
            "id", new Floor(0.97, 0.97),
            "date", new Floor(0.97, 0.92),
            "owners", new Floor(0.98, 0.91),
            "references", new Floor(0.98, 0.85)));
  }

  private static void check(Path corpora, Path labels, Map<String, Floor> floors)
      throws IOException {
    List<String> differences = new ArrayList<>();
    Map<String, Labels.Score> scores = Labels.scores(corpora, labels, differences);
    assertEquals(12, scores.size());
    scores.forEach((field, score) -> {
      Floor floor = floors.getOrDefault(field, FLOOR);
      String message = field + score + differences;
      assertTrue(score.precision() >= floor.precision(), message);
      assertTrue(score.recall() >= floor.recall(), message);
    });
  }
}
