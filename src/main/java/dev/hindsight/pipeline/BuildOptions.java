package dev.hindsight.pipeline;

import java.time.LocalDate;

/// How strict a build is.
///
/// @param drafts whether drafts are published too
/// @param strict whether a warning stops publishing like an error
/// @param keepGoing whether to publish in spite of errors; a report that cannot be read is left out
/// @param today what a report tells cannot lie after it
/// @param history whether pages say when their reports were changed last, as Git tells it
public record BuildOptions(
    boolean drafts, boolean strict, boolean keepGoing, LocalDate today, boolean history) {

  /// Neither drafts nor strict, an error publishes nothing, and Git is not asked.
  public static BuildOptions on(LocalDate today) {
    return new BuildOptions(false, false, false, today, false);
  }
}
