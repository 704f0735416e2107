package dev.hindsight.page.chart;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Estimates the width of text in a chart. The reader's font is unknown when a page is rendered, so
/// the estimate is generous.
final class TextWidth {
  /// Bold letters of 13 px are as wide as regular letters of this size.
  static final double NAME = 15;

  /// The widths of the most common letters, as shares of their size.
  private static final double[] LATIN =
      IntStream.range(0, 0x300).mapToDouble(TextWidth::latin).toArray();

  private TextWidth() {}

  /// The width of a text in pixels.
  ///
  /// @param size of the letters in pixels
  static double width(String text, double size) {
    double shares = 0;
    // Compensated summation: without it, a part of a text could be wider than the text.
    double lost = 0;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      double share = share(letter) - lost;
      double sum = shares + share;
      lost = sum - shares - share;
      shares = sum;
      i += Character.charCount(letter);
    }
    return (shares - lost) * size;
  }

  /// The text, or its beginning and an ellipsis if it is too wide.
  static String shorten(String text, double size, double room) {
    if (width(text, size) <= room) {
      return text;
    }
    // Characters that readers see as one letter stay together.
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int end = 0;
    double left = room - width("…", size);
    for (int from = 0, to = letters.next(); to != BreakIterator.DONE; to = letters.next()) {
      left -= width(text.substring(from, to), size);
      if (left < 0) {
        break;
      }
      end = to;
      from = to;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /// Breaks a text into at most this many lines, between words. The last line is shortened if the
  /// rest does not fit.
  static List<String> lines(String text, double size, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (lines.size() < most - 1 && width(rest, size) > room) {
      int end = rest.lastIndexOf(' ');
      while (end > 0 && width(rest.substring(0, end), size) > room) {
        end = rest.lastIndexOf(' ', end - 1);
      }
      if (end <= 0) {
        break;
      }
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(shorten(rest, size, room));
    return lines;
  }

  /// The width of a letter as a share of its size.
  private static double share(int letter) {
    if (letter < LATIN.length) {
      return LATIN[letter];
    }
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> letter >= 0x1100 ? 1.05 : 0.72;
    };
  }

  private static double latin(int letter) {
    return narrow(letter) ? 0.38 : wide(letter) ? 0.95 : Character.isUpperCase(letter) ? 0.7 : 0.64;
  }

  private static boolean narrow(int letter) {
    return "iljtfrI.,:;'|!()[] -".indexOf(letter) >= 0;
  }

  private static boolean wide(int letter) {
    return "mwMW@%".indexOf(letter) >= 0;
  }
}
