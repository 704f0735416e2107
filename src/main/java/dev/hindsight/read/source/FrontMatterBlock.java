package dev.hindsight.read.source;

import java.util.Optional;

/// Where front matter stands in a report: between two `---` lines, for YAML, or two `+++` lines,
/// for TOML, the first of which is the first line of the file.
///
/// @param start of what lies between its fences
/// @param end of that
/// @param body where the Markdown begins
/// @param bodyLine how many lines stand before it
record FrontMatterBlock(boolean isToml, int start, int end, int body, int bodyLine) {

  static Optional<FrontMatterBlock> find(String text) {
    int firstEnd = lineEnd(text, 0);
    String fence = text.substring(0, firstEnd).stripTrailing();
    if (!fence.equals("---") && !fence.equals("+++")) {
      return Optional.empty();
    }
    int line = 1;
    for (int start = next(text, firstEnd); start < text.length(); line++) {
      int end = lineEnd(text, start);
      String content = text.substring(start, end).stripTrailing();
      if (content.equals(fence) || (fence.equals("---") && content.equals("..."))) {
        return Optional.of(
            new FrontMatterBlock(
                fence.equals("+++"), next(text, firstEnd), start, next(text, end), line + 1));
      }
      start = next(text, end);
    }
    // Nothing ends it: a thematic break, not front matter.
    return Optional.empty();
  }

  /// A blank line in place of the first fence keeps a parser's line numbers those of the file.
  String matter(String text) {
    return "\n" + text.substring(start, end);
  }

  /// The report with other lines between its fences.
  String with(String matter, String text) {
    return text.substring(0, start) + matter.substring(1) + text.substring(end);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int next(String text, int lineEnd) {
    return Math.min(text.length(), lineEnd + 1);
  }
}
