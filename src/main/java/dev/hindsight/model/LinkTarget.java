package dev.hindsight.model;

/// An item on an incident's page that others can link to.
///
/// @param text its beginning, on one line; identifies the item if it moves
public record LinkTarget(Kind kind, String anchor, String text) {
  private static final int LONGEST = 60;

  /// The kinds of items. Items of one kind share a numbering.
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
