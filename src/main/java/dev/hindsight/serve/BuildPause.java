package dev.hindsight.serve;

import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.util.concurrent.TimeUnit;

/// Lets a build that is being made rest for a moment when a report is saved: what was saved is
/// shown meanwhile, and neither the browser nor the preview has to share the machine with it.
public final class BuildPause implements Progress {
  /// By then the browser has the page.
  static final long MILLIS = 400;

  private final Progress told;
  private volatile long begun = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(2 * MILLIS);

  /// @param told is told how far the build has come
  public BuildPause(Progress told) {
    this.told = told;
  }

  /// Begins a rest, if the last was long enough ago: somebody who saves without end gets a site
  /// too.
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
