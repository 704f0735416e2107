package dev.hindsight.read.fix;

import dev.hindsight.read.fix.FixWords.Sign;
import dev.hindsight.read.words.Vocabulary;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How surely a sentence says what fixed the incident. Acts that changed something count, most of
/// all where the sentence says that they helped. Checks, failed attempts, plans and causes count
/// against it.
final class FixScore {
  /// The least score of a fix in a part that is about the fix.
  static final double ENOUGH = 1.5;

  /// The score of a sentence that says outright what fixed the incident.
  static final double FRAME = 5;

  private static final double NEVER = -10;

  /// How many words after `resolved by` the act may stand.
  private static final int REACH = 8;

  /// `Recovery: `, `Update - `
  private static final Pattern LABEL = Pattern.compile("([^:]{1,30}?)(?::| [-–—]) ");

  private static final Set<String> OPENERS =
      Set.of(
          "we",
          "i",
          "they",
          "then",
          "manually",
          "and",
          "permanently",
          "successfully",
          "immediately",
          "have",
          "had",
          "has",
          "also",
          "emergency",
          "manual",
          "were",
          "was",
          "wir",
          "nous",
          "on",
          "team",
          "just",
          "se",
          "hemos",
          "haben");

  private static final Set<String> PASSIVE =
      Set.of("was", "were", "been", "is", "are", "we", "and", "then", "wurde", "wurden", "été");

  private static final Set<String> NEXT_CLAUSE =
      Set.of("so", "then", "we", "i", "they", "but", "until", "because", "also", "instead");

  private static final Set<String> LATER =
      Set.of("so", "also", "additionally", "afterwards", "außerdem", "ensuite", "además");

  private static final Set<String> GOT = Set.of("got", "get", "gets", "getting");

  private static final Set<String> APPLIED = Set.of("applied", "implemented", "added");

  private static final Set<String> URGENT = Set.of("emergency", "manual", "manually", "immediate");

  private final FixWords words;
  private final int failure;
  private final int opening;

  private FixScore(String sentence) {
    this.words = FixWords.of(sentence);
    this.failure = words.lastFailure();
    int at = 0;
    while (at < 4 && OPENERS.contains(words.word(at))) {
      at++;
    }
    this.opening = at;
  }

  /// The score; at least [#ENOUGH] for a fix.
  static double of(String sentence) {
    Matcher label = LABEL.matcher(sentence);
    if (!label.lookingAt()) {
      return new FixScore(sentence).total(sentence);
    }
    String name = label.group(1);
    boolean isNamed = Vocabulary.has("fix-tag", name) || Vocabulary.has("fix-field", name);
    double rest =
        new FixScore(sentence.substring(label.end())).total(sentence)
            + (isNamed ? 1.5 : 0)
            + attempt(FixWords.of(name));
    boolean isStatus = name.indexOf(' ') < 0;
    return isStatus ? rest : Math.max(rest, new FixScore(sentence).total(sentence));
  }

  /// Whether a sentence says that what was tried before did not help.
  static boolean isFailure(String sentence) {
    return FixWords.of(sentence).lastFailure() >= 0;
  }

  /// Whether a sentence says that the service works again.
  static boolean isEffect(String sentence) {
    FixWords words = FixWords.of(sentence);
    return words.has(Sign.EFFECT) && words.lastFailure() < 0 && !words.has(Sign.PLANNED);
  }

  private static double attempt(FixWords words) {
    return (words.has(Sign.FIRST) ? -2 : 0) + (words.has(Sign.LAST) ? 1 : 0);
  }

  private double total(String sentence) {
    if (words.isTooLong() || sentence.endsWith("?")) {
      return NEVER;
    }
    if (sentence.codePoints().anyMatch(FixScore::isOtherScript)) {
      return inOtherScript(sentence);
    }
    if (words.size() < 2) {
      // A step that is only a command.
      return words.word(0).equals("`") ? ENOUGH : NEVER;
    }
    if (hasFrame()) {
      return FRAME + attempt(words);
    }
    double later = LATER.contains(words.word(0)) ? 0.5 : 0;
    double best = acts().mapToDouble(this::scoreOf).max().orElseGet(() -> scoreOf(words.size()));
    return failure >= 0 && best <= 0 || isNameless() ? NEVER : best + attempt(words) - later;
  }

  /// Whether a letter is of a script without word lists.
  private static boolean isOtherScript(int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN;
  }

  /// Other scripts may have no spaces between words, and few of their words are known.
  private static double inOtherScript(String sentence) {
    if (Stream.of("fix-check", "fix-planned", "fix-cause")
        .flatMap(key -> Vocabulary.of(key).stream())
        .anyMatch(word -> isOtherScript(word.codePointAt(0)) && sentence.contains(word))) {
      return 0;
    }
    return Vocabulary.of("fix-act").stream()
            .anyMatch(word -> isOtherScript(word.codePointAt(0)) && sentence.contains(word))
        ? 2.5
        : ENOUGH;
  }

  /// `Mitigation applied`
  private boolean isNameless() {
    return words.size() <= 3
        && IntStream.range(0, words.size())
            .anyMatch(at -> Vocabulary.of("fix-noun").contains(words.word(at)));
  }

  /// @param act its place; the number of words if there is none
  private double scoreOf(int act) {
    double score = score(act);
    double effect = score > 0 && act < words.size() && hasEffect(act) ? 1.5 : 0;
    return score
        + (is(Sign.ORDER, act) && act != opening ? effect / 3 : effect)
        + (isPlanned(act) ? -4 : 0)
        + (isBroken(act) ? -2 : 0)
        + (isCheck(act) ? is(Sign.CHECK, opening) ? -3 : -1 : 0)
        + (isCause(act) ? -2 : words.has(Sign.CAUSE) && act != opening ? -1 : 0)
        + (isSide(act) ? -2.5 : 0);
  }

  /// Whether it says `resolved by` and then an act.
  private boolean hasFrame() {
    return words.places(Sign.FRAME).stream()
        .anyMatch(at ->
            at > failure
                && !isPlanned(at)
                && (isInfinitive(at) || isActWithin(at + 1, at + reach(at))));
  }

  /// The act follows `the fix was` at once, and `resolved by` after a few words.
  private int reach(int frame) {
    return Set.of("was", "is").contains(words.word(frame + 1)) ? 3 : REACH;
  }

  /// `the fix was to`
  private boolean isInfinitive(int at) {
    return words.word(at + 2).equals("to") && Set.of("was", "is").contains(words.word(at + 1));
  }

  private boolean isActWithin(int from, int to) {
    return Set.of(Sign.ACT, Sign.ACTING, Sign.ORDER, Sign.SOFT).stream()
            .flatMap(sign -> words.places(sign).stream())
            .anyMatch(at -> at >= from && at <= to)
        || IntStream.rangeClosed(from, to).anyMatch(at -> isGerund(words.word(at)));
  }

  private static boolean isGerund(String word) {
    return word.length() > 5 && word.endsWith("ing");
  }

  /// The places of the acts after the last failure that the sentence tells.
  private IntStream acts() {
    return Stream.of(Sign.ACT, Sign.ACTING, Sign.ORDER, Sign.SOFT, Sign.WEAK, Sign.SELF)
        .flatMap(sign -> words.places(sign).stream().filter(at -> isDone(sign, at)))
        .mapToInt(at -> at);
  }

  private boolean isDone(Sign sign, int at) {
    if (at <= failure && !isEffectBetween(at, failure) || isNegated(at) || isNoAct(at)) {
      return false;
    }
    return switch (sign) {
      case ORDER -> failure < 0;
      case WEAK ->
          at + 2 < words.size()
              && words.places(Sign.SUBJECT).stream().noneMatch(of -> Math.abs(of - at) <= 3)
              && (at == opening || at > 0 && PASSIVE.contains(words.word(at - 1)));
      default -> true;
    };
  }

  /// `the node got replaced`, or `a fix was applied`, which does not say which.
  private boolean isNoAct(int at) {
    if (at > 0 && GOT.contains(words.word(at - 1))) {
      return true;
    }
    int noun = at - 1;
    while (noun > 0 && PASSIVE.contains(words.word(noun))) {
      noun--;
    }
    return APPLIED.contains(words.word(at)) && Vocabulary.of("fix-noun").contains(words.word(noun));
  }

  /// `reverted it, which restored staging but failed to deploy to production`
  private boolean isEffectBetween(int act, int failure) {
    return words.places(Sign.EFFECT).stream().anyMatch(at -> at > act && at < failure);
  }

  /// `no fixes have been applied`
  private boolean isNegated(int at) {
    int not = words.lastBefore(Sign.NOT, at);
    return not >= 0
        && at <= not + 5
        && (not > failure || at <= failure)
        && IntStream.range(not, at).noneMatch(word -> NEXT_CLAUSE.contains(words.word(word)));
  }

  private double score(int act) {
    boolean starts = act == opening;
    double urgent = act > 0 && URGENT.contains(words.word(act - 1)) ? 0.5 : 0;
    if (is(Sign.ACT, act)) {
      return (starts ? 3 : 2.5) + urgent;
    }
    if (is(Sign.SOFT, act)) {
      return (starts ? 2.5 : 2) + urgent;
    }
    if (is(Sign.WEAK, act)) {
      return (starts ? 2.5 : 2) + urgent;
    }
    if (is(Sign.ACTING, act)) {
      return hasEffect(act) || endsWithDid() ? 2.5 : starts ? 1.5 : 1;
    }
    if (is(Sign.ORDER, act)) {
      boolean isDone = words.places(Sign.DO).stream().anyMatch(at -> at < act && act <= at + 3);
      return (starts || isDone ? 2.5 : 1) + urgent;
    }
    if (failure >= 0) {
      return 0;
    }
    return is(Sign.SELF, act) ? 2.5 : isChange() ? 1.5 : words.has(Sign.EFFECT) ? 0.5 : 0;
  }

  private boolean is(Sign sign, int place) {
    return words.places(sign).contains(place);
  }

  /// Whether it says after the act that the act helped.
  private boolean hasEffect(int act) {
    return words.places(Sign.EFFECT).stream()
        .anyMatch(at -> {
          int not = words.lastBefore(Sign.NOT, at);
          return at > act && (not < act || at > not + 3);
        });
  }

  /// `..., nor did restarts; disabling X did`
  private boolean endsWithDid() {
    return words.word(words.size() - 1).equals("did") && words.size() - 1 > failure;
  }

  /// Whether it begins with a participle that no list has: `Cherry-picked the commit`.
  private boolean isChange() {
    String first = words.word(opening);
    return first.length() > 4
        && first.endsWith("ed")
        && !is(Sign.CHECK, opening)
        && !is(Sign.EFFECT, opening);
  }

  /// `The first node was replaced, but the second did not start`
  private boolean isBroken(int act) {
    return words.has(Sign.NOT)
        && IntStream.range(
                act, words.places(Sign.NOT).stream().mapToInt(at -> at).max().orElse(act))
            .anyMatch(at -> words.word(at).equals("but"));
  }

  private boolean isPlanned(int act) {
    int planned = words.first(Sign.PLANNED);
    int reach = is(Sign.ORDER, act) ? 4 : 1;
    return planned < act || planned <= act + reach && planned < words.size();
  }

  /// Whether a check comes before all acts, and not in a clause such as `Once it was found, `.
  private boolean isCheck(int act) {
    return words.first(Sign.CHECK) < act && !Vocabulary.of("fix-clause").contains(words.word(0));
  }

  private boolean isCause(int act) {
    return words.first(Sign.CAUSE) < act
        || Set.of("if", "whenever").contains(words.word(0))
        || words.word(0).equals("when") && !OPENERS.contains(words.word(1));
  }

  /// Whether what was changed is a test, an alert or a document.
  private boolean isSide(int act) {
    if (act == words.size()) {
      return words.has(Sign.SIDE);
    }
    int from = act == opening ? act : act - 4;
    return words.places(Sign.SIDE).stream().anyMatch(at -> at > from && at <= act + 4);
  }
}
