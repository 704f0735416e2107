package dev.hindsight.read.convention;

import dev.hindsight.model.Whitespace;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.HeadingNormalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a title that say only that it is the title of a report: `RCA 004:`, `Incident retro
/// -`, `[Postmortem]`, `| Incident report`.
public final class TitleWords {
  /// Signs between a part and the rest; a hyphen only beside a space, and not within a date.
  private static final Pattern JOINT =
      Pattern.compile("\\s*[:：·–—|】]+\\s*|\\s+-+\\s+|(?<=\\p{L})-+\\s+|\\s+/\\s+");

  /// The same signs one by one, and opening brackets.
  private static final String OPENINGS = "–—:：·|(（[";

  private static final Pattern CLOSING = Pattern.compile("[)）\\]]\\s*$");
  private static final Pattern OPENED = Pattern.compile("^[\\[【(]\\s*");
  private static final Pattern COUNT =
      Pattern.compile("(?<!\\s)\\s*(?:#|n[or]\\.?|№)?\\s*\\d{1,6}$");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern JOINED =
      Pattern.compile("\\bpost[- ]mortem|\\bwrite[- ]up|\\bde[- ]brief|\\bafter[- ]action");

  /// No part is longer.
  private static final int LONGEST = 60;

  private TitleWords() {}

  /// Where the title itself begins behind such a part; 0 where it begins with none.
  ///
  /// @param recurring parts that most titles of the collection begin with, see [#key]
  public static int leadEnd(String title, Set<String> recurring) {
    Optional<Lead> lead = lead(title);
    return lead.filter(part -> isReportWords(part.words()) || recurring.contains(key(part.words())))
        .map(Lead::end)
        .orElse(0);
  }

  /// A title's first part.
  ///
  /// @param end where the next begins
  record Lead(String words, int end) {}

  /// What stands before the first joint.
  static Optional<Lead> lead(String title) {
    Matcher joint = JOINT.matcher(title);
    joint.region(0, Math.min(title.length(), LONGEST));
    joint.useTransparentBounds(true);
    if (!joint.find() || joint.start() == 0) {
      return Optional.empty();
    }
    String words = OPENED.matcher(title.substring(0, joint.start())).replaceFirst("");
    return Optional.of(new Lead(words, joint.end()));
  }

  /// Where such a part begins at the end of a title; 0 where there is none.
  public static int tailStart(String title, Set<String> recurring) {
    Optional<Tail> tail = tail(title);
    return tail.filter(part -> isReportWords(part.words()) || recurring.contains(key(part.words())))
        .map(Tail::start)
        .orElse(0);
  }

  /// A title's last part.
  ///
  /// @param start where the one before it ends
  record Tail(int start, String words) {}

  /// What stands behind the last joint or in the last brackets.
  static Optional<Tail> tail(String title) {
    int from = Math.max(1, title.length() - LONGEST);
    int last = title.length() - 1;
    while (last >= from && !isOpening(title, last)) {
      last--;
    }
    if (last < from) {
      return Optional.empty();
    }
    String words = CLOSING.matcher(title.substring(last + 1)).replaceFirst("").strip();
    int start = last;
    while (start > 0
        && (Character.isWhitespace(title.charAt(start - 1)) || isOpening(title, start - 1))) {
      start--;
    }
    return words.isEmpty() || start == 0 ? Optional.empty() : Optional.of(new Tail(start, words));
  }

  private static boolean isOpening(String title, int at) {
    char c = title.charAt(at);
    boolean isSpaced = at + 1 == title.length() || Character.isWhitespace(title.charAt(at + 1));
    return OPENINGS.indexOf(c) >= 0 || (c == '-' && isSpaced);
  }

  /// How parts of titles are compared: without regard to case, and numbers are alike.
  static String key(String words) {
    String plain = words.strip().toLowerCase(Locale.ROOT);
    return Whitespace.collapse(DIGITS.matcher(plain).replaceAll("#"));
  }

  /// Whether words say only that this is a report, and perhaps its number.
  public static boolean isReportWords(String words) {
    String plain =
        JOINED
            .matcher(HeadingNormalizer.folded(words))
            .replaceAll(found -> found.group().replaceAll("[- ]", ""))
            .replaceAll("[()]", "")
            .strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return false;
    }
    Matcher count = COUNT.matcher(plain);
    boolean hasCount = count.find() && count.start() > 0;
    String text = hasCount ? plain.substring(0, count.start()) : plain;
    if (Vocabulary.of("report-words").contains(text)) {
      return true;
    }
    List<String> tokens = Arrays.asList(text.split("[\\s/]+"));
    Set<String> cores = Vocabulary.of("report-word");
    return tokens.stream().anyMatch(cores::contains)
        && tokens.stream()
            .allMatch(
                word -> cores.contains(word) || Vocabulary.of("report-side-word").contains(word));
  }

  /// Whether nothing of a title tells one report from another.
  public static boolean isGeneric(String title) {
    return title.chars().noneMatch(Character::isLetterOrDigit)
        || isReportWords(title.replaceAll("[^\\p{L}\\p{N}/# -]", " ").strip());
  }
}
