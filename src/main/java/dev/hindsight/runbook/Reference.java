package dev.hindsight.runbook;

/// A reference to the site in a runbook.
sealed interface Reference {

  /// Its start in the text.
  int start();

  /// The position after its last character.
  int end();

  /// An ID in the text.
  ///
  /// @param text as written
  /// @param isInAddress whether it is part of another address, a path or an anchor, which must not
  ///   be changed
  record Name(int start, int end, String text, boolean isInAddress) implements Reference {}

  /// The address of a page of the site.
  ///
  /// @param path below the site's root, decoded, without query
  /// @param pathStart the start of the path in the text; the text before it stays
  /// @param query with its `?`; may be empty
  /// @param fragment decoded; may be empty
  record Link(int start, int end, int pathStart, String path, String query, String fragment)
      implements Reference {}
}
