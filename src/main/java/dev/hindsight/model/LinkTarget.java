package dev.hindsight.model;

/// A part of an incident's page that others link to.
///
/// @param text its beginning, on one line: what it is known by when it moves
public record LinkTarget(Kind kind, String anchor, String text) {
  private static final int LONGEST = 60;

  /// What a part can be. Parts of one kind number their addresses together.
  public enum Kind {
    SECTION,
    ENTRY,
    STEP,
    ACTION
  }

  public LinkTarget {
    String line = Whitespace.collapse(text).strip();
    int end =
        line.codePointCount(0, line.length()) > LONGEST
            ? line.offsetByCodePoints(0, LONGEST)
            : line.length();
    text = line.substring(0, end);
  }
}
