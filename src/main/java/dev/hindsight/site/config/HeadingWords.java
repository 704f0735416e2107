package dev.hindsight.site.config;

import dev.hindsight.model.SectionKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The meanings of headings that are not in the table, by their distinctive words.
/// `heading-words.yml` has the words and explains how they are matched.
///
/// ```
/// Follow-ups this incident drove      Why this happens      Customer-facing impact of the outage
/// ```
final class HeadingWords {
  private static final YamlValue.Entries FILE = file();
  private static final Set<String> ARTICLES = words("articles");
  private static final Set<String> STOPS = words("stops");
  private static final Set<String> MODIFIERS = words("modifiers");
  private static final Set<String> CLOSING = words("closing");
  private static final Set<String> AGAINST = words("against");
  private static final List<Entry> ENTRIES = entries();

  /// `Part 2: Why`
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?:" + String.join("|", words("numbered")) + ")\\s*[\\divx]{1,4}\\s*[:：.–—-]\\s*");

  private static final Pattern FOLLOW_UP =
      Pattern.compile("\\bfollow[\\s-]ups?\\b|\\bfollowups\\b");
  private static final Pattern GAP = Pattern.compile("\\s+|(?<=\\p{L})[:：?!](?=\\s|$)|[\"“”]");

  /// A longer heading is a sentence.
  private static final int MOST_WORDS = 9;

  /// Shorter words have no endings.
  private static final int SHORTEST_STEM = 4;

  private static final int LONGEST_ENDING = 3;

  /// Words of one kind.
  ///
  /// @param form how the words are matched
  private record Entry(SectionKind kind, Form form, List<String> words) {
    static Entry of(SectionKind kind, String written) {
      List<String> words = new ArrayList<>(List.of(written.split(" ")));
      Form form =
          words.removeIf("..."::equals)
              ? Form.ANYWHERE
              : words.removeIf("*"::equals) ? Form.LAST : Form.WHOLE;
      return new Entry(kind, form, List.copyOf(words));
    }

    /// Whether a heading ends with these words, and only modifiers precede them.
    boolean isAll(List<String> head) {
      return ends(head, words)
          && MODIFIERS.containsAll(head.subList(0, head.size() - words.size()));
    }
  }

  private enum Form {
    WHOLE,
    LAST,
    ANYWHERE
  }

  private HeadingWords() {}

  /// The kinds of a heading in its normal form, see [HeadingNormalizer]. Empty if unknown.
  static List<SectionKind> find(String heading) {
    List<String> words = split(FOLLOW_UP.matcher(heading).replaceAll("followup"));
    if (words.isEmpty()
        || words.size() > MOST_WORDS
        || words.stream().anyMatch(word -> isOneOf(AGAINST, word))) {
      return List.of();
    }
    List<String> head = head(words);
    List<String> closed = withoutClosing(head);
    List<Entry> fitting =
        ENTRIES.stream()
            .filter(entry ->
                switch (entry.form()) {
                  case WHOLE -> entry.isAll(head) || entry.isAll(closed);
                  case LAST -> ends(head, entry.words()) || ends(closed, entry.words());
                  case ANYWHERE -> hasInOrder(words, entry.words());
                })
            .toList();
    int longest = fitting.stream().mapToInt(entry -> entry.words().size()).max().orElse(0);
    return fitting.stream()
        .filter(entry -> entry.words().size() == longest)
        .map(Entry::kind)
        .distinct()
        .toList();
  }

  /// A heading in its normal form without the number of its part: `why` for `Part 2: Why`.
  static String withoutNumber(String heading) {
    return NUMBERED.matcher(heading).replaceFirst("");
  }

  /// Whether a heading is too short to be a sentence.
  static boolean isShort(String heading) {
    return split(heading).size() <= MOST_WORDS;
  }

  private static List<String> split(String heading) {
    List<String> words =
        Arrays.stream(GAP.split(heading))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS + 2)
            .collect(Collectors.toCollection(ArrayList::new));
    while (!words.isEmpty() && ARTICLES.contains(words.getFirst())) {
      words.removeFirst();
    }
    return words;
  }

  /// The topic of a heading: its words up to the first that starts something else.
  private static List<String> head(List<String> words) {
    int end = 0;
    while (end < words.size() && !isStop(words.get(end))) {
      end++;
    }
    return words.subList(0, end);
  }

  private static List<String> withoutClosing(List<String> head) {
    int end = head.size();
    while (end > 1 && isOneOf(CLOSING, head.get(end - 1))) {
      end--;
    }
    return head.subList(0, end);
  }

  private static boolean isOneOf(Set<String> known, String word) {
    return known.contains(word)
        || (word.endsWith("s") && known.contains(word.substring(0, word.length() - 1)));
  }

  private static boolean isStop(String word) {
    return STOPS.contains(word) || word.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean ends(List<String> head, List<String> words) {
    int start = head.size() - words.size();
    for (int i = 0; i < words.size(); i++) {
      if (start < 0 || !isSame(words.get(i), head.get(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(String known, String word) {
    // In scripts without spaces, the last word counts.
    return known.codePointAt(0) > HeadingNormalizer.LAST_ALPHABET
        ? word.endsWith(known)
        : isPlural(known, word);
  }

  private static boolean isPlural(String known, String word) {
    return word.startsWith(known)
        && (word.length() == known.length() || word.substring(known.length()).equals("s"));
  }

  private static boolean hasInOrder(List<String> words, List<String> wanted) {
    int found = 0;
    for (String word : words) {
      if (found < wanted.size() && isForm(wanted.get(found), word)) {
        found++;
      }
    }
    return found == wanted.size();
  }

  private static boolean isForm(String stem, String word) {
    return word.startsWith(stem)
        && (word.length() == stem.length()
            || (stem.length() >= SHORTEST_STEM && word.length() <= stem.length() + LONGEST_ENDING));
  }

  private static Set<String> words(String key) {
    return FILE.get(key).orElseThrow().asList().stream()
        .map(HeadingNormalizer::normal)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Entry> entries() {
    YamlValue.Entries kinds = (YamlValue.Entries) FILE.get("words").orElseThrow();
    List<Entry> entries = new ArrayList<>();
    for (SectionKind kind : SectionKind.values()) {
      kinds
          .get(kind.id())
          .ifPresent(words ->
              words.asList().stream()
                  .map(HeadingNormalizer::folded)
                  .forEach(written -> entries.add(Entry.of(kind, written))));
    }
    return entries;
  }

  private static YamlValue.Entries file() {
    try (InputStream in = HeadingWords.class.getResourceAsStream("heading-words.yml")) {
      return Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | Yaml.MalformedYaml broken) {
      throw new UncheckedIOException(new IOException("heading-words.yml", broken));
    }
  }
}
