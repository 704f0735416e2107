package dev.hindsight.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Queries as people on call type them find what answers them as well as they once did: at every
/// cut better than MiniSearch and Pagefind over the same reports, as `script/bench relevance`
/// shows.
class RelevanceTest {
  private static final Path CORPORA_FOLDER = Path.of("../shared/corpora");

  @Test
  void sampleQueriesFindTheirReports() throws IOException {
    assertAtLeast(new Relevance.Score(0.95, 0.92, 0.98, 1), Relevance.sampleScore());
  }

  @Test
  void queriesFindRealReports(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA_FOLDER), "no corpora here");
    assertAtLeast(
        new Relevance.Score(0.935, 0.905, 0.96, 0.98),
        Relevance.corporaScore(CORPORA_FOLDER, folder));
  }

  private static void assertAtLeast(Relevance.Score floor, Relevance.Score score) {
    assertTrue(
        score.mrr() >= floor.mrr()
            && score.first() >= floor.first()
            && score.three() >= floor.three()
            && score.ten() >= floor.ten(),
        score + " is less than " + floor);
  }
}
