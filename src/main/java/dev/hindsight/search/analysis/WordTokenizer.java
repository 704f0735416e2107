package dev.hindsight.search.analysis;

import dev.hindsight.model.WordCharacters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits text into words. The browser does the same in `words.js`; a test compares the two.
///
/// A word is a run of letters and digits. Words joined by one of `- _ . / : @ +` without a space
/// also form a compound, such as an ID, a path, a version or an address. A possessive `'s` is
/// dropped. Han, Hiragana and Thai have no spaces, so each character is a word. The humps of a name
/// such as `OOMKilled` or `ConnectionPoolTimeout` are words too.
public final class WordTokenizer {
  /// A compound has at most this many characters.
  static final int LONGEST_COMPOUND = 100;

  /// Longer words are cut: nobody types them, and their beginnings identify them.
  public static final int LONGEST_WORD = 64;

  private static final String JOINTS = "-_./:@+";

  /// The kind of a word, relative to its neighbors.
  public enum Kind {
    /// A word with its own position.
    PLAIN,
    /// A compound of the words that follow it, up to its end.
    COMPOUND,
    /// A part of the plain word before it, at the same position.
    HUMP
  }

  /// A word in normal form.
  ///
  /// @param start where it begins in the text
  /// @param end after its last character
  public record Word(String term, int start, int end, Kind kind) {
    /// Whether it has its own position. Only such words form phrases.
    public boolean isPlain() {
      return kind == Kind.PLAIN;
    }
  }

  private WordTokenizer() {}

  /// Whether a term is a compound.
  public static boolean isCompound(String term) {
    for (int i = 0; i < term.length(); i++) {
      if (JOINTS.indexOf(term.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// All words in order, each compound before its parts, and each word before its humps.
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    List<Word> parts = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = runEnd(text, i);
      if (end == i) {
        i += Character.charCount(text.codePointAt(i));
        continue;
      }
      parts.add(word(text, i, end, Kind.PLAIN, LONGEST_WORD));
      addHumps(text, i, end, parts);
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
        boolean isCompound = parts.stream().filter(Word::isPlain).count() > 1;
        if (isCompound && end - start <= LONGEST_COMPOUND) {
          words.add(word(text, start, end, Kind.COMPOUND, LONGEST_COMPOUND));
        }
        words.addAll(parts);
        parts.clear();
      }
    }
    // Accents without a letter are folded away whole.
    words.removeIf(word -> word.term().isEmpty());
    return words;
  }

  /// A hump starts at an upper-case letter after a lower-case letter or a digit, or before two
  /// lower-case letters. Humps of one letter are dropped.
  private static void addHumps(String text, int start, int end, List<Word> parts) {
    if (end - start > LONGEST_WORD) {
      return;
    }
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      boolean isEnd = i == end ? from > start : beginsHump(text, i, end);
      if (isEnd) {
        if (i - from > 1) {
          parts.add(word(text, from, i, Kind.HUMP, LONGEST_WORD));
        }
        from = i;
      }
    }
  }

  private static boolean beginsHump(String text, int i, int end) {
    if (!isUpper(text.charAt(i))) {
      return false;
    }
    char before = text.charAt(i - 1);
    return isLower(before)
        || isDigit(before)
        || (i + 2 < end && isLower(text.charAt(i + 1)) && isLower(text.charAt(i + 2)));
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Word word(String text, int start, int end, Kind kind, int longest) {
    String normal = normal(text.substring(start, end));
    String cut =
        normal.length() <= longest
            ? normal
            : normal.substring(
                0, Character.isHighSurrogate(normal.charAt(longest - 1)) ? longest - 1 : longest);
    return new Word(cut, start, end, kind);
  }

  /// The end of the run of letters and digits that starts at `from`, or `from` if there is none.
  private static int runEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char ascii = text.charAt(i);
      if (ascii < 128) {
        if (!isLower(ascii) && !isUpper(ascii) && !isDigit(ascii)) {
          return i;
        }
        i++;
        continue;
      }
      int c = text.codePointAt(i);
      if (standsAlone(c)) {
        return i == from ? i + Character.charCount(c) : i;
      }
      if (!WordCharacters.isOfWord(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean standsAlone(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, THAI -> WordCharacters.isOfWord(c);
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

  /// Normalizes to lower case, without compatibility forms and Latin accents.
  static String normal(String word) {
    boolean isAscii = true;
    boolean isLower = true;
    for (int i = 0; i < word.length(); i++) {
      isAscii &= word.charAt(i) < 128;
      isLower &= !isUpper(word.charAt(i));
    }
    if (isAscii) {
      return isLower ? word : word.toLowerCase(Locale.ROOT);
    }
    String folded = fold(word);
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
