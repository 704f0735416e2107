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

/// Real reports are read as a careful reader labelled them.
class LabelsTest {
  private static final Path CORPORA = Path.of("../shared/corpora");

  @Test
  void whatIsFoundIsSoAndWhatIsSoIsFound() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    List<String> differences = new ArrayList<>();
    Map<String, Labels.Score> scores = Labels.scores(CORPORA, differences);
    assertEquals(12, scores.size());
    scores.forEach((field, score) -> {
      // The dates of three reports, and the systems of one, take a reading of their prose.
      double precision = field.equals("date") ? 0.93 : 0.98;
      double recall = field.equals("date") ? 0.93 : field.equals("systems") ? 0.46 : 0.95;
      assertTrue(score.precision() >= precision, field + " " + score + differences);
      assertTrue(score.recall() >= recall, field + " " + score + differences);
    });
  }
}
