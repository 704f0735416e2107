package dev.hindsight.read.source;

/// Breaks up endless runs of combining marks. `\b` in a regular expression goes back over all marks
/// to find the letter that they belong to, so its time would grow with the square of their number.
///
/// No language puts more than a few marks on one letter. Unicode's Stream-Safe Text Format (UAX
/// #15) limits runs of them for the same reason.
final class CombiningMarks {
  private static final int MOST = 10;

  private static final char FIRST = '\u0300';

  /// Invisible, and not a combining mark.
  private static final char BREAK = '\u200C';

  private CombiningMarks() {}

  /// The text with a zero-width non-joiner in every run that is too long. Texts that people write
  /// have no such runs and stay as they are.
  static String breakUp(String text) {
    StringBuilder out = null;
    int copied = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char first = text.charAt(i);
      if (first < FIRST) {
        run = 0;
        continue;
      }
      int c = text.codePointAt(i);
      run = Character.getType(c) == Character.NON_SPACING_MARK ? run + 1 : 0;
      if (run > MOST) {
        out = out == null ? new StringBuilder(text.length() + 1_000) : out;
        out.append(text, copied, i).append(BREAK);
        copied = i;
        run = 1;
      }
      i += Character.charCount(c) - 1;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }
}
