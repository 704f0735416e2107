package dev.hindsight.read.source;

import java.util.Optional;

/// The position of front matter in a report: between two `---` lines (YAML) or two `+++` lines
/// (TOML), the first of which is the first line of the file.
///
/// @param start of the text between the fences
/// @param end of that text
/// @param body where the Markdown begins
/// @param bodyLine how many lines come before it
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
    // Without an end it is a thematic break, not front matter.
    return Optional.empty();
  }

  /// A blank line replaces the first fence, so that a parser counts lines as the file does.
  String matter(String text) {
    return "\n" + text.substring(start, end);
  }

  /// The report with different text between the fences.
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
