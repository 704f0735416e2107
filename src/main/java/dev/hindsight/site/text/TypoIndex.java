package dev.hindsight.site.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds a known word that differs from a wrong one by a typo: one character more, less or other,
/// two swapped, or zeros before a number.
///
/// Compares all spellings with one character left out (Bocek, Hunt and Stiller's neighborhood
/// search, 2007), so that the time of a look-up does not depend on the number of words.
public final class TypoIndex {
  private static final Pattern ZEROS = Pattern.compile("(?<![\\p{L}\\d])0+(?=\\d)");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern JOINTS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// Longer words are not worth the search.
  private static final int LONGEST = 200;

  private static final int SHORTEST_PART = 4;

  private final Collection<String> known;
  private Map<String, String> byShortened;

  /// @param known correct words
  public TypoIndex(Collection<String> known) {
    this.known = known;
  }

  /// The known word that was probably meant; the first in alphabetical order if there are several.
  public synchronized Optional<String> nearest(String wrong) {
    if (byShortened == null) {
      byShortened = new HashMap<>();
      known.stream().filter(word -> word.length() <= LONGEST).forEach(this::enter);
    }
    String key = key(wrong);
    if (key.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<String> best = candidate(key, key);
    for (int i = key.length() - 1; i >= 0 && best.isEmpty(); i--) {
      best = candidate(without(key, i), key);
    }
    return best.isPresent() ? best : candidate(bare(key), key);
  }

  private Optional<String> candidate(String spelling, String wrong) {
    return Optional.ofNullable(byShortened.get(spelling))
        .filter(word -> !key(word).equals(wrong))
        .filter(word -> ClosestMatch.distance(bare(key(word)), bare(wrong)) <= 1);
  }

  /// Whether two names almost certainly mean the same. Names that differ in a number or another
  /// short part do not: `node-a` is not `node-b`.
  public static boolean isOneName(String name, String other) {
    String a = key(name);
    String b = key(other);
    String[] parts = JOINTS.split(a);
    String[] others = JOINTS.split(b);
    if (parts.length != others.length) {
      return true;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].equals(others[i])) {
        return Math.min(parts[i].length(), others[i].length()) >= SHORTEST_PART
            && !DIGITS
                .matcher(parts[i])
                .replaceAll("")
                .equals(DIGITS.matcher(others[i]).replaceAll(""));
      }
    }
    return true;
  }

  private void enter(String word) {
    String key = key(word);
    byShortened.put(key, word);
    byShortened.putIfAbsent(bare(key), word);
    for (int i = 0; i < key.length(); i++) {
      byShortened.merge(without(key, i), word, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  /// Without zeros before numbers.
  private static String bare(String key) {
    return ZEROS.matcher(key).replaceAll("");
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String without(String text, int index) {
    return text.substring(0, index) + text.substring(index + 1);
  }
}
