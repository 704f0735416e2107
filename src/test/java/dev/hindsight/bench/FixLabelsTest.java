package dev.hindsight.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What fixed real incidents is found as a careful reader labeled it.
class FixLabelsTest {
  private static final Path CORPORA = Path.of("../shared/corpora");

  @Test
  void findsWhatFixedRealIncidents() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    List<String> differences = new ArrayList<>();
    Labels.Score score =
        FixLabels.scores(CORPORA, FixLabels.LABELS, differences::add).values().stream()
            .reduce(new Labels.Score(0, 0, 0), Labels.Score::plus);
    String message = score + " " + differences;
    assertTrue(score.precision() >= 0.92, message);
    assertTrue(score.recall() >= 0.88, message);
  }
}
