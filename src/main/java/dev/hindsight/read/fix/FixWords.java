package dev.hindsight.read.fix;

import dev.hindsight.read.html.Passages;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.HeadingNormalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of a sentence that tell a fix from a check, a cause or a plan, with their positions.
final class FixWords {
  /// What a word says; the words are in `vocabulary.yml`.
  enum Sign {
    FRAME,
    ACT,
    ACTING,
    ORDER,
    DO,
    SOFT,
    WEAK,
    SUBJECT,
    SELF,
    EFFECT,
    FAILED,
    FAILS,
    NOT,
    HELP,
    CHECK,
    PLANNED,
    CAUSE,
    SIDE,
    FIRST,
    LAST
  }

  private static final int LONGEST_PHRASE = 4;

  /// No sentence about a fix is longer.
  private static final int MOST_WORDS = 100;

  private static final Set<String> AFTER_FAILED =
      Set.of("to", "again", "too", "with", "as", "because", "and", "so", "due", "when", "after");

  private static final Map<String, Set<Sign>> SIGNS = new HashMap<>();

  static {
    for (Sign sign : Sign.values()) {
      for (String phrase : Vocabulary.of("fix-" + sign.name().toLowerCase(Locale.ROOT))) {
        SIGNS.computeIfAbsent(phrase, _ -> EnumSet.noneOf(Sign.class)).add(sign);
      }
    }
  }

  private final List<String> words;
  private final Map<Sign, List<Integer>> places = new EnumMap<>(Sign.class);

  private FixWords(List<String> written) {
    // The vocabulary is without accents.
    this.words = written.stream().map(HeadingNormalizer::folded).toList();
    for (int from = 0; from < words.size(); from++) {
      String phrase = words.get(from);
      for (int to = from + 1; ; to++) {
        for (Sign sign : signs(phrase)) {
          places.computeIfAbsent(sign, _ -> new ArrayList<>()).add(from);
        }
        if (to == words.size() || to == from + LONGEST_PHRASE) {
          break;
        }
        phrase = phrase + " " + words.get(to);
      }
    }
  }

  /// The signs of a phrase; `reattached` is an act because `attached` is one.
  private static Set<Sign> signs(String phrase) {
    Set<Sign> signs = SIGNS.get(phrase);
    if (signs != null) {
      return signs;
    }
    String rest =
        phrase.startsWith("re-")
            ? phrase.substring(3)
            : phrase.startsWith("re") ? phrase.substring(2) : "";
    Set<Sign> known = SIGNS.getOrDefault(rest, Set.of());
    return known.contains(Sign.ACT) || known.contains(Sign.SOFT)
        ? Set.of(Sign.ACT)
        : known.contains(Sign.ACTING) ? Set.of(Sign.ACTING) : Set.of();
  }

  static FixWords of(String sentence) {
    return new FixWords(split(sentence));
  }

  /// The words in lower case. Code is one word, so that no word in it counts.
  private static List<String> split(String sentence) {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < sentence.length() && words.size() <= MOST_WORDS) {
      char c = sentence.charAt(i);
      int from = i;
      if (c == Passages.CODE) {
        int end = sentence.indexOf(Passages.CODE_END, i);
        i = end < 0 ? sentence.length() : end + 1;
        words.add("`");
      } else if (Character.isLetterOrDigit(c)) {
        while (i < sentence.length() && isInWord(sentence, i)) {
          i++;
        }
        words.add(sentence.substring(from, i).toLowerCase(Locale.ROOT).replace('’', '\''));
      } else {
        i++;
      }
    }
    return words;
  }

  private static boolean isInWord(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || (c == '-' || c == '\'' || c == '’')
            && at + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  boolean isTooLong() {
    return words.size() > MOST_WORDS;
  }

  int size() {
    return words.size();
  }

  String word(int at) {
    return at >= 0 && at < words.size() ? words.get(at) : "";
  }

  Collection<Integer> places(Sign sign) {
    return places.getOrDefault(sign, List.of());
  }

  boolean has(Sign sign) {
    return places.containsKey(sign);
  }

  /// The place of the first word with a sign; the number of words if there is none.
  int first(Sign... signs) {
    int first = words.size();
    for (Sign sign : signs) {
      first = places.containsKey(sign) ? Math.min(first, places.get(sign).getFirst()) : first;
    }
    return first;
  }

  /// The last place with a sign before another place; -1 if there is none.
  int lastBefore(Sign sign, int place) {
    int last = -1;
    for (int at : places(sign)) {
      last = at < place ? at : last;
    }
    return last;
  }

  /// The place of the last word that says that something failed or did not help; -1 if none does.
  int lastFailure() {
    int last = has(Sign.FAILED) ? places.get(Sign.FAILED).getLast() : -1;
    for (int fails : places(Sign.FAILS)) {
      boolean isVerb = fails + 1 == words.size() || AFTER_FAILED.contains(words.get(fails + 1));
      last = isVerb ? Math.max(last, fails) : last;
    }
    for (int help : places(Sign.HELP)) {
      int not = lastBefore(Sign.NOT, help);
      last = not >= 0 && help <= not + 3 ? Math.max(last, help) : last;
    }
    for (int not : places(Sign.NOT)) {
      last = word(not).equals("nor") ? Math.max(last, not) : last;
    }
    return last;
  }
}
