package dev.hindsight.runbook;

/// A place in a runbook that refers to the site.
sealed interface Reference {

  /// Where it begins in the text.
  int start();

  /// Behind its last character.
  int end();

  /// An id in running text.
  ///
  /// @param text as written
  /// @param isInAddress whether it is a part of an address, a path or an anchor, which is not ours
  ///   to change
  record Name(int start, int end, String text, boolean isInAddress) implements Reference {}

  /// An address in the site.
  ///
  /// @param path below the site's root, decoded, without query
  /// @param pathStart where the path begins in the text, so that what stands before it can be kept
  /// @param query with its `?`; empty where there is none
  /// @param fragment decoded; empty where there is none
  record Link(int start, int end, int pathStart, String path, String query, String fragment)
      implements Reference {}
}
