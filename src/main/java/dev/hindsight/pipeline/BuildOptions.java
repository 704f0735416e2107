package dev.hindsight.pipeline;

import java.time.LocalDate;

/// The options of a build.
///
/// @param drafts whether drafts are published too
/// @param strict whether a warning stops publishing like an error
/// @param keepGoing whether to publish despite errors, without the reports that cannot be read
/// @param allowLoss whether a build may remove many published incidents
/// @param today the current date; dates in reports cannot be later
/// @param history whether pages show when their reports were last changed, according to Git
public record BuildOptions(
    boolean drafts,
    boolean strict,
    boolean keepGoing,
    boolean allowLoss,
    LocalDate today,
    boolean history) {

  /// The defaults: no drafts, not strict, errors and the loss of many incidents stop publishing, no
  /// Git history.
  public static BuildOptions on(LocalDate today) {
    return new BuildOptions(false, false, false, false, today, false);
  }
}
