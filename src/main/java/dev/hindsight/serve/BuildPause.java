package dev.hindsight.serve;

import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.util.concurrent.TimeUnit;

/// Pauses a running build when a report is saved, so that the preview and the browser have the
/// machine to themselves.
public final class BuildPause implements Progress {
  /// By then the browser has the page.
  static final long MILLIS = 400;

  private final Progress told;
  private volatile long begun = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(2 * MILLIS);

  /// @param told receives the progress of the build
  public BuildPause(Progress told) {
    this.told = told;
  }

  /// Starts a pause, unless the last one is too recent: the build must end even if somebody saves
  /// all the time.
  void begin() {
    long now = System.nanoTime();
    if (now - begun >= TimeUnit.MILLISECONDS.toNanos(2 * MILLIS)) {
      begun = now;
    }
  }

  @Override
  public void begin(Stage stage, int steps) {
    rest();
    told.begin(stage, steps);
  }

  @Override
  public void step(Stage stage) {
    rest();
    told.step(stage);
  }

  @Override
  public void end(Stage stage) {
    told.end(stage);
  }

  @Override
  public void note(String sentence) {
    told.note(sentence);
  }

  private void rest() {
    long left = TimeUnit.MILLISECONDS.toNanos(MILLIS) - (System.nanoTime() - begun);
    if (left > 0) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
