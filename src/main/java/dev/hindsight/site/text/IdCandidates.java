package dev.hindsight.site.text;

import java.util.ArrayList;
import java.util.List;

/// Finds words of a text that may be IDs: parts joined by hyphens or underscores, with a letter and
/// a digit among them. Dates, numbers and plain words are excluded.
public final class IdCandidates {
  private static final int LONGEST = 200;

  /// A word and its position in the text.
  public record Word(String text, int start, int end) {}

  private IdCandidates() {}

  /// All such words, in order.
  public static List<Word> in(String text) {
    List<Word> words = new ArrayList<>();
    // Search for separators first: they are rarer than letters, so most texts are done quickly.
    for (int i = 0; i < text.length(); i++) {
      if (isJoint(text.charAt(i))) {
        int start = i;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
          start--;
        }
        i = add(text, start, words);
      }
    }
    return words;
  }

  /// Adds the word at a position, or after the separators there, and returns its end.
  private static int add(String text, int from, List<Word> words) {
    int start = from;
    while (start < text.length() && isJoint(text.charAt(start))) {
      start++;
    }
    boolean letter = false;
    boolean digit = false;
    boolean joint = false;
    int end = start;
    int i = start;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isJoint(c)) {
        joint = true;
        continue;
      }
      if (Character.isLetter(c)) {
        letter = true;
      } else if (Character.isDigit(c)) {
        digit = true;
      } else {
        break;
      }
      end = i + 1;
    }
    if (letter && digit && joint && end - start <= LONGEST) {
      words.add(new Word(text.substring(start, end), start, end));
    }
    return i;
  }

  private static boolean isJoint(char c) {
    return c == '-' || c == '_';
  }
}
