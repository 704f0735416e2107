package dev.hindsight.read.action;

import dev.hindsight.model.ActionState;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Priority;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.words.DateText;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.HeadingNormalizer;
import dev.hindsight.site.config.LevelScale;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in the text of an action item who does it, when it is due, how urgent it is and whether it
/// is done. The text itself stays as it is.
///
/// ```
/// Add an alert (Owner: Mira, due 2024-05-01)      Move the job — **Owner:** Data — **Priority: High**
/// Write it down (@sam)      Buy disks - Status: Complete      アラートを追加（担当: 佐藤、期限：2025/07/15）
/// ```
final class ActionWords {
  private static final Pattern END =
      Pattern.compile("\\s*(?:[,;|)\\]，；、）。\\n]|\\s[-–—]+\\s|\\.(?:\\s|$)|$)");

  /// `@sam` at the start, in brackets, after a dash or at the end. Elsewhere in a sentence it can
  /// be anybody, and in an address it is no person.
  private static final Pattern MENTION =
      Pattern.compile(
          "(?:^|[(\\[]|\\s[-–—]+|\\.\\s)\\s*@([A-Za-z][\\w-]{1,38})(?![\\w/@.-]*[/@])|(?<=\\s)@([A-Za-z][\\w-]{1,38})\\s*[.)]?$");

  private static final Pattern ASSIGNED_TO =
      Pattern.compile("(?i)\\bassigned to\\s+(?-i)(@?\\p{Lu}[\\w-]+(?: \\p{Lu}[\\w-]+)?)");

  /// `… — Priya, ETA Oct 20`
  private static final Pattern BEFORE_DUE =
      Pattern.compile(
          "\\s[-–—]+\\s(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?),\\s*(?i:eta|due|by)\\b");

  private static final Pattern DUE =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(?:due(?: (?:on|by))?|by|deadline|eta|截止)\\s+(?=\\d|[a-z]{3,9}\\.?\\s\\d)");
  private static final Pattern PRIORITY =
      Pattern.compile(
          "(?i)[\\[(](?:priority:\\s*)?(critical|urgent|high|medium|low|p\\d)(?:\\s+priority)?[\\])]\\s*$");
  private static final Pattern DONE =
      Pattern.compile(
          "(?is)^\\s*[✅☑✔].*|.*(?:[✅☑✔]\\uFE0F?"
              + "|[(\\[](?:this )?(?:has|was) (?:already )?(?:been )?done\\b[^)\\]]*[)\\]]"
              + "|\\s[-–—]\\s*(?:done|completed|fixed|merged)|\\s(?-i:DONE|Done))\\s*\\.?\\s*$");

  /// `(Completed) …`, `Done: …`, `完了：…`
  private static final Pattern FIRST =
      Pattern.compile("^\\s*(?:[\\[(]([^\\])]{2,20})[\\])]|([\\p{L}\\s]{2,20}?)\\s*[:：–—-])");

  /// `… (Completed)`, `… [done in #12]`, `Add an alert (done): …`
  private static final Pattern REMARK =
      Pattern.compile("[(\\[（]([^()\\[\\]（）]{2,200})[)\\]）](?:[\\s.。]*$|\\s*[:：])");

  private static final Pattern DROPPED =
      Pattern.compile(
          "(?is).*[(\\[](?:won'?t (?:do|fix)|will not do|cancell?ed|dropped|obsolete|rejected)\\b[^)\\]]*[)\\]]\\s*\\.?\\s*$|^\\s*❌.*");

  /// Words for "no owner".
  private static final Set<String> NOBODY =
      Set.of(
          "",
          "-",
          "–",
          "—",
          "?",
          "tbd",
          "tba",
          "tbc",
          "none",
          "nobody",
          "unassigned",
          "n/a",
          "na",
          "no one",
          "unknown",
          "未定",
          "未割当",
          "待定",
          "なし",
          "无",
          "offen",
          "niemand",
          "personne",
          "à définir",
          "nadie",
          "por definir",
          "ninguém",
          "nessuno",
          "никто",
          "не назначен",
          "미정",
          "없음");

  /// What can follow a name: `Ana, due 2024-05-03`.
  private static final Pattern UNTIL =
      Pattern.compile("(?iU)[,;]\\s*(?:due|by|until|eta|deadline)\\b.*$");

  /// Wiki links and emphasis.
  private static final Pattern MARKUP = Pattern.compile("\\[\\[|]]|[*`]");

  private static final Pattern AT = Pattern.compile("^\\s*@|(?<=[\\s,/])@");

  private static final Pattern PERCENT = Pattern.compile("(?s)\\D{0,12}\\d{1,2}(?:\\.\\d)?\\s?%.*");
  private static final Pattern TICK = Pattern.compile("(?s)[✅☑✔].*|\\[?[xX]\\]?");

  private static final Pattern ALL = Pattern.compile("100(?:[.,]0+)?\\s?%.*");

  private static final int LONGEST_NAME = 60;

  /// The length of `estimated completion date` and a space.
  private static final int LONGEST_KEY = 26;

  private final String text;
  private final ReportContext context;
  private Optional<String> owner = Optional.empty();
  private Optional<LocalDate> due = Optional.empty();
  private Optional<Priority> priority = Optional.empty();
  private Optional<ActionState> state = Optional.empty();

  ActionWords(String text, ReportContext context) {
    this.text = text.length() > 2_000 ? text.substring(0, 2_000) : text;
    this.context = context;
    keys();
  }

  private void keys() {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == '：') {
        key(lastWords(start, i), text.substring(i + 1).stripLeading());
        start = i + 1;
      }
    }
  }

  private void key(List<String> words, String rest) {
    if (owner.isEmpty() && isKey("owner-key", words)) {
      owner = person(value(rest));
    } else if (due.isEmpty() && isKey("due-key", words)) {
      due = day(rest, context);
    } else if (priority.isEmpty() && isKey("priority-key", words)) {
      priority = onScale(value(rest), context);
    } else if (isKey("status-key", words)) {
      state = Optional.of(state(value(rest)));
    }
  }

  private static boolean isKey(String keys, List<String> words) {
    return words.stream().anyMatch(word -> Vocabulary.of(keys).contains(word));
  }

  /// The last word before a colon, the last two words, and so on. Each may be a key.
  private List<String> lastWords(int start, int colon) {
    List<String> words = new ArrayList<>();
    for (int i = Math.max(start, colon - LONGEST_KEY); i < colon; i++) {
      boolean isFirst = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      if (isFirst && Character.isLetter(text.charAt(i))) {
        words.add(HeadingNormalizer.normal(text.substring(i, colon)));
      }
    }
    return words;
  }

  private static String value(String rest) {
    Matcher end = END.matcher(rest);
    return (end.find() ? rest.substring(0, end.start()) : rest).strip();
  }

  Optional<String> owner() {
    return owner
        .or(() -> found(MENTION).flatMap(ActionWords::person))
        .or(() -> found(ASSIGNED_TO).flatMap(ActionWords::person))
        .or(() -> found(BEFORE_DUE).flatMap(ActionWords::person));
  }

  Optional<LocalDate> due() {
    if (due.isPresent() || !hasDigit(text)) {
      return due;
    }
    Matcher written = DUE.matcher(text);
    while (due.isEmpty() && written.find()) {
      due = day(text.substring(written.end()), context);
    }
    return due;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  Optional<Priority> priority() {
    return priority.or(() -> found(PRIORITY).flatMap(name -> onScale(name, context)));
  }

  /// Done or dropped; empty if the text does not say.
  Optional<ActionState> state() {
    if (state.isPresent()) {
      return state;
    }
    if (DROPPED.matcher(text).matches()) {
      return Optional.of(ActionState.DROPPED);
    }
    return DONE.matcher(text).matches() || hasRemark()
        ? Optional.of(ActionState.DONE)
        : Optional.empty();
  }

  /// Whether a word marks the action as done: at its start, or in parentheses at its end or before
  /// a colon.
  private boolean hasRemark() {
    Matcher first = FIRST.matcher(text);
    if (first.lookingAt()
        && Vocabulary.has(
            "done-remark", first.group(1) == null ? first.group(2) : first.group(1))) {
      return true;
    }
    Matcher remark = REMARK.matcher(text);
    while (remark.find()) {
      if (Vocabulary.begins("done-remark", remark.group(1))) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> found(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.ofNullable(matcher.group(1))
        .or(() -> matcher.groupCount() > 1 ? Optional.of(matcher.group(2)) : Optional.empty());
  }

  /// A name without the characters around it; empty if it means nobody.
  static Optional<String> person(String written) {
    String bare = MARKUP.matcher(written).replaceAll("");
    String name = bare.indexOf('@') < 0 ? bare : AT.matcher(bare).replaceAll("");
    boolean mayHaveMore = name.indexOf(',') >= 0 || name.indexOf(';') >= 0;
    name = (mayHaveMore ? UNTIL.matcher(name).replaceFirst("") : name).strip();
    return NOBODY.contains(name.toLowerCase(Locale.ROOT)) || name.length() > LONGEST_NAME
        ? Optional.empty()
        : Optional.of(name);
  }

  /// The day at the start of a text. For a month, its last day.
  static Optional<LocalDate> day(String text, ReportContext context) {
    return DateText.read(text.strip(), context.isDayFirst())
        .filter(moment -> moment.precision().compareTo(Moment.Precision.MONTH) >= 0)
        .map(moment ->
            moment.precision() == Moment.Precision.MONTH
                ? moment.first().with(TemporalAdjusters.lastDayOfMonth())
                : moment.first());
  }

  static Optional<Priority> onScale(String written, ReportContext context) {
    LevelScale scale = context.config().priorities();
    return scale.findFirst(written).map(name -> new Priority(name, scale.rank(name)));
  }

  /// What a status means.
  static ActionState state(String status) {
    if (Vocabulary.begins("dropped", status)) {
      return ActionState.DROPPED;
    }
    boolean isPart = PERCENT.matcher(status).matches();
    boolean isDone =
        !isPart
            && !Vocabulary.begins("not-done", status)
            && (Vocabulary.begins("done", status)
                || TICK.matcher(status).matches()
                || ALL.matcher(status.strip()).matches());
    return isDone ? ActionState.DONE : ActionState.OPEN;
  }
}
