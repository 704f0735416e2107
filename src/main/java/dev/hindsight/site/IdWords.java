package dev.hindsight.site;

import java.util.ArrayList;
import java.util.List;

/// Finds the words of running text that may be ids: parts joined by hyphens or underscores, with a
/// letter and a digit among them. Dates, numbers and plain words are none.
public final class IdWords {
  private static final int LONGEST = 200;

  /// A word and where it stands in its text.
  public record Word(String text, int start, int end) {}

  private IdWords() {}

  /// All such words, in order.
  public static List<Word> in(String text) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      boolean letter = false;
      boolean digit = false;
      boolean joint = false;
      int end = i;
      for (; i < text.length() && isPart(text.charAt(i)); i++) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)) {
          letter |= Character.isLetter(c);
          digit |= Character.isDigit(c);
          end = i + 1;
        } else {
          joint = true;
        }
      }
      if (letter && digit && joint && end - start <= LONGEST) {
        words.add(new Word(text.substring(start, end), start, end));
      }
    }
    return words;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
