package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What somebody who waits is shown.
class BuildProgressTest {
  private final StringWriter err = new StringWriter();

  private BuildProgress shown(boolean isTerminal) {
    return new BuildProgress(new PrintWriter(err), true, isTerminal);
  }

  private static void readHalf(BuildProgress progress) {
    progress.begin(Stage.READ, 2_000);
    for (int i = 0; i < 1_000; i++) {
      progress.step(Stage.READ);
    }
  }

  @Test
  void aLogGetsPlainLines() {
    try (BuildProgress progress = shown(false)) {
      readHalf(progress);
      progress.show();
    }
    assertTrue(
        err.toString().matches("read +1,000 of 2,000 reports, \\d+ s left\\R"), err.toString());
  }

  @Test
  void aTerminalGetsABarThatDisappearsAtTheEnd() {
    try (BuildProgress progress = shown(true)) {
      readHalf(progress);
      progress.show();
      assertTrue(err.toString().contains("[############............]"), err.toString());
    }
    assertTrue(err.toString().endsWith("\r\u001B[K"));
    assertFalse(err.toString().contains("\n"), "one line, again and again");
  }

  @Test
  void showsTheStageThatCountsReports() {
    try (BuildProgress progress = shown(false)) {
      progress.begin(Stage.EXPORT, 0);
      progress.begin(Stage.RENDER, 10);
      progress.show();
      progress.end(Stage.RENDER);
      progress.show();
      progress.end(Stage.EXPORT);
      progress.show();
    }
    List<String> lines = err.toString().lines().toList();
    assertEquals(2, lines.size(), err.toString());
    assertTrue(lines.getFirst().startsWith("render"));
    assertTrue(lines.getLast().startsWith("export"));
  }

  @Test
  void recordsTheTimeOfEachStage() {
    try (BuildProgress progress = BuildProgress.silent(new PrintWriter(err))) {
      readHalf(progress);
      progress.end(Stage.READ);
      assertEquals(Stage.values().length, progress.timings().size());
      assertTrue(progress.timings().getFirst().matches("read +\\d+\\.\\d\\d s"));
    }
    assertEquals("", err.toString());
  }
}
