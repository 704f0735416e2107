package dev.hindsight.build;

/// How strict a build is.
///
/// @param drafts whether drafts are published too
/// @param strict whether a warning stops publishing like an error
/// @param keepGoing whether to publish in spite of errors, without the reports that have them
public record Options(boolean drafts, boolean strict, boolean keepGoing) {

  /// Neither drafts nor strict, and an error publishes nothing.
  public static final Options DEFAULT = new Options(false, false, false);
}
