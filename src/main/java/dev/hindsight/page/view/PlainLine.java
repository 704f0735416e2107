package dev.hindsight.page.view;

import java.util.regex.Pattern;

/// Text for places with space for one line.
public final class PlainLine {
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\p{Cntrl}]+", Pattern.UNICODE_CHARACTER_CLASS);

  private PlainLine() {}

  /// A text on one line, without control characters.
  public static String of(String text) {
    if (isOne(text)) {
      return text;
    }
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /// Whether a text needs no change, as is true for most.
  private static boolean isOne(String text) {
    char last = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == ' ' && last == ' ') {
        return false;
      }
      last = c;
    }
    return last != ' ';
  }

  /// At most this many characters of a text. If it is cut, it ends after a word, with `…`.
  public static String of(String text, int most) {
    String line = of(text);
    if (line.length() <= most) {
      return line;
    }
    int end = line.lastIndexOf(' ', most - 1);
    // In a language without spaces, no end of a word can be found.
    if (end < most / 2) {
      end = Character.isLowSurrogate(line.charAt(most - 1)) ? most - 2 : most - 1;
    }
    return line.substring(0, end) + "…";
  }
}
