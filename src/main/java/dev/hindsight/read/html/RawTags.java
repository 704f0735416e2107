package dev.hindsight.read.html;

import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds the position of raw HTML of one fragment in its report. The sanitizer reads rendered
/// markup, which has no positions, but in the order of the report, so the search only goes forward.
final class RawTags {
  /// Text that is written differently, such as an address with character references, costs a search
  /// to the end.
  private static final int MOST_MISSES = 20;

  private final List<Piece> pieces = new ArrayList<>();
  private final SourcePosition fragment;
  private int piece;
  private int offset;
  private int end;
  private int misses;

  private record Piece(String lower, SourcePosition at) {
    SourcePosition at(int offset) {
      int line = lower.lastIndexOf('\n', offset - 1) + 1;
      int lines = (int) lower.substring(0, line).chars().filter(c -> c == '\n').count();
      return lines == 0
          ? new SourcePosition(at.file(), at.line(), at.column() + offset)
          : new SourcePosition(at.file(), at.line() + lines, offset - line + 1);
    }
  }

  /// @param fragment the position of its beginning
  RawTags(SourcePosition fragment) {
    this.fragment = fragment;
  }

  void add(String literal, SourcePosition at) {
    pieces.add(new Piece(literal.toLowerCase(Locale.ROOT), at));
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  /// The position of the tag that contains some words: the last tag found or a later one. If there
  /// is none, the beginning of the fragment.
  SourcePosition at(String words) {
    return find(words, offset);
  }

  /// The same for a tag that has the words after those found last.
  SourcePosition next(String words) {
    return find(words, end);
  }

  private SourcePosition find(String words, int start) {
    String lower = words.toLowerCase(Locale.ROOT);
    int from = start;
    for (int i = piece; i < pieces.size() && misses < MOST_MISSES; i++) {
      int found = pieces.get(i).lower().indexOf(lower, from);
      if (found >= 0) {
        piece = i;
        end = found + lower.length();
        offset = Math.max(0, pieces.get(i).lower().lastIndexOf('<', found));
        return pieces.get(i).at(offset);
      }
      from = 0;
    }
    misses++;
    return fragment;
  }
}
