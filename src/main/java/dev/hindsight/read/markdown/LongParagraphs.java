package dev.hindsight.read.markdown;

/// Splits paragraphs of many thousand lines. The parser copies a paragraph for each line that it
/// adds, so its time would grow with the square of the lines.
public final class LongParagraphs {
  private static final int MOST_LINES = 5_000;

  private LongParagraphs() {}

  /// The text with long paragraphs split; the same text if it has none. Positions after a break are
  /// one line further down than in the file.
  public static String split(String text) {
    if (text.length() < 2 * MOST_LINES) {
      return text;
    }
    StringBuilder out = null;
    int copied = 0;
    int run = 0;
    boolean isFenced = false;
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(text, start);
      int first = firstSign(text, start, end);
      boolean isFence = text.startsWith("```", first) || text.startsWith("~~~", first);
      isFenced ^= isFence;
      run = first == end || isFence || isFenced || isMarker(text, first) ? 0 : run + 1;
      if (run == MOST_LINES) {
        out = out == null ? new StringBuilder(text.length() + 1_000) : out;
        out.append(text, copied, start).append('\n');
        copied = start;
        run = 1;
      }
      start = end + 1;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int firstSign(String text, int from, int end) {
    int first = from;
    while (first < end && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
      first++;
    }
    return first;
  }

  /// Whether a line begins a block of its own: a heading, or a row of a table.
  private static boolean isMarker(String text, int first) {
    return text.charAt(first) == '#' || text.charAt(first) == '|';
  }
}
