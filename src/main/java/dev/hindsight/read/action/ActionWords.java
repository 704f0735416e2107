package dev.hindsight.read.action;

import dev.hindsight.model.ActionState;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Priority;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.words.DateText;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.LevelScale;
import java.time.LocalDate;
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
  private static final Pattern KEY =
      Pattern.compile(
          "(?iU)(?<![\\p{L}\\p{N}])(?:(owners?|owned by|assignee|assigned(?: to)?|responsible|dri|担当者?|负责人|責任者)"
              + "|(due(?: date)?|deadline|eta|target(?: date)?|期限|截止(?:日期)?)"
              + "|(priority|prio|優先度|优先级)|(status|state|ステータス|状態|状态))\\s*[:：]\\s*");
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
          "(?is)^\\s*(?:[✅☑✔]|[\\[(](?:done|completed?|fixed|merged|resolved)[\\])]|(?:done|completed|fixed)\\s*[:–—-]).*"
              + "|.*(?:[✅☑✔]\\uFE0F?|[(\\[](?:done|completed?|fixed|merged|(?:this )?(?:has|was) (?:already )?(?:been )?done)\\b[^)\\]]*[)\\]]"
              + "|\\s[-–—]\\s*(?:done|completed|fixed|merged)|\\s(?-i:DONE|Done))\\s*\\.?\\s*$");
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
          "无");

  /// What can follow a name: `Ana, due 2024-05-03`.
  private static final Pattern UNTIL =
      Pattern.compile("(?iU)[,;]\\s*(?:due|by|until|eta|deadline)\\b.*$");

  /// Wiki links and emphasis.
  private static final Pattern MARKUP = Pattern.compile("\\[\\[|]]|[*`]");

  private static final Pattern AT = Pattern.compile("^\\s*@|(?<=[\\s,/])@");

  private static final Pattern PERCENT = Pattern.compile("(?s)\\D{0,12}\\d{1,2}(?:\\.\\d)?\\s?%.*");
  private static final Pattern TICK = Pattern.compile("(?s)[✅☑✔].*|\\[?[xX]\\]?");

  private static final int LONGEST_NAME = 60;

  /// The length of `responsible`.
  private static final int LONGEST_KEY = 11;

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
    Matcher key = KEY.matcher(text);
    int from = beforeColon(0);
    while (from >= 0 && key.find(from)) {
      from = beforeColon(key.end());
      String rest = text.substring(key.end());
      String value = value(rest);
      if (key.group(1) != null && owner.isEmpty()) {
        owner = person(value);
      } else if (key.group(2) != null && due.isEmpty()) {
        due = day(rest, context);
      } else if (key.group(3) != null && priority.isEmpty()) {
        priority = onScale(value, context);
      } else if (key.group(4) != null) {
        state = Optional.of(state(value));
      }
    }
  }

  /// The earliest start of a key that ends at the next colon; -1 if there is no colon.
  private int beforeColon(int from) {
    int colon = from;
    while (colon < text.length() && text.charAt(colon) != ':' && text.charAt(colon) != '：') {
      colon++;
    }
    if (colon == text.length()) {
      return -1;
    }
    int end = colon;
    while (end > from && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    return Math.max(from, end - LONGEST_KEY);
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
    return DONE.matcher(text).matches() ? Optional.of(ActionState.DONE) : Optional.empty();
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

  static Optional<LocalDate> day(String text, ReportContext context) {
    return DateText.read(text.strip(), context.isDayFirst())
        .filter(moment -> moment.precision().compareTo(Moment.Precision.DAY) >= 0)
        .map(Moment::first);
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
            && (Vocabulary.begins("done", status) || TICK.matcher(status).matches());
    return isDone ? ActionState.DONE : ActionState.OPEN;
  }
}
