package dev.hindsight.model;

/// White space in running text.
public final class Whitespace {
  private Whitespace() {}

  /// Replaces each run of spaces, tabs and line ends with one space, like `replaceAll("\\s+", "
  /// ")`, but fast for the millions of texts without any.
  public static String collapse(String text) {
    int i = 0;
    boolean isAfterSpace = false;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c) && (isAfterSpace || c != ' ')) {
        break;
      }
      isAfterSpace = c == ' ';
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder collapsed = new StringBuilder(text.length()).append(text, 0, i);
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        collapsed.append(c);
        isAfterSpace = false;
      } else if (!isAfterSpace) {
        collapsed.append(' ');
        isAfterSpace = true;
      }
    }
    return collapsed.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
