package dev.hindsight.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Takes text apart into words. The browser does the same in `words.js`; a test holds the two
/// together.
///
/// A word is a run of letters and digits. Words joined by one of `- _ . / : @ +` without a space
/// are also a compound, kept whole: an id, a path, a version, an address. A possessive `'s` is
/// dropped. Han, Hiragana and Thai have no spaces, so there each sign is a word.
final class Words {
  /// A compound is a word of its own up to this many characters.
  static final int LONGEST_COMPOUND = 100;

  /// Longer words are cut: nobody types them, and their beginnings tell them apart.
  static final int LONGEST_WORD = 64;

  private static final String JOINTS = "-_./:@+";

  /// A word or a compound in normal form.
  ///
  /// @param start where it begins in the text
  /// @param end behind its last character
  /// @param compound whether it is the whole of the words that follow it, up to its end
  record Word(String term, int start, int end, boolean compound) {}

  private Words() {}

  /// All words in order, each compound before its parts.
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    List<Word> parts = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = runEnd(text, i);
      if (end == i) {
        i += Character.charCount(text.codePointAt(i));
        continue;
      }
      parts.add(word(text, i, end, false, LONGEST_WORD));
      i = afterPossessive(text, end);
      boolean joined =
          i == end
              && i + 1 < text.length()
              && JOINTS.indexOf(text.charAt(i)) >= 0
              && runEnd(text, i + 1) > i + 1;
      if (joined) {
        i++;
      } else {
        int start = parts.getFirst().start();
        if (parts.size() > 1 && end - start <= LONGEST_COMPOUND) {
          words.add(word(text, start, end, true, LONGEST_COMPOUND));
        }
        words.addAll(parts);
        parts.clear();
      }
    }
    return words;
  }

  private static Word word(String text, int start, int end, boolean compound, int longest) {
    String normal = normal(text.substring(start, end));
    String cut =
        normal.length() <= longest
            ? normal
            : normal.substring(
                0, Character.isHighSurrogate(normal.charAt(longest - 1)) ? longest - 1 : longest);
    return new Word(cut, start, end, compound);
  }

  /// Where the run of letters and digits that begins here ends; `from` itself where none does.
  private static int runEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (standsAlone(c)) {
        return i == from ? i + Character.charCount(c) : i;
      }
      if (!isPart(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isPart(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  private static boolean standsAlone(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, THAI -> isPart(c);
      default -> false;
    };
  }

  private static int afterPossessive(String text, int end) {
    boolean possessive =
        end + 1 < text.length()
            && (text.charAt(end) == '\'' || text.charAt(end) == '’')
            && (text.charAt(end + 1) == 's' || text.charAt(end + 1) == 'S')
            && runEnd(text, end + 1) == end + 2;
    return possessive ? end + 2 : end;
  }

  /// Lower case, compatibility forms and Latin accents folded away.
  static String normal(String word) {
    boolean ascii = true;
    for (int i = 0; i < word.length() && ascii; i++) {
      ascii = word.charAt(i) < 128;
    }
    String folded = ascii ? word : fold(word);
    StringBuilder lower = new StringBuilder(folded.length());
    folded.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }

  private static String fold(String word) {
    StringBuilder bare = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> c < 0x0300 || c > 0x036F)
        .forEach(bare::appendCodePoint);
    return Normalizer.normalize(bare, Normalizer.Form.NFKC);
  }
}
