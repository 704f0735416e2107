package dev.hindsight.read.report;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.convention.TitleWords;
import dev.hindsight.read.words.DateText;
import dev.hindsight.read.words.MonthNames;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.site.config.BoundedMatcher;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Peels a heading from both ends until only the title is left. What is peeled is an id, a date, a
/// severity, the file's own name, or words that say that this is a report.
final class TitleReader {
  private static final String MONTHS = "(?:" + MonthNames.ENGLISH_STEMS + ")[a-z]*";

  /// What says that it is a report without a joint behind it: `Postmortem of the`, `Incident on 5`.
  private static final Pattern OF =
      Pattern.compile(
          "(?i)^(?:incident\\s+(?:report|review|post-?mortem)|incident|post[- ]?mortem(?:\\s+report)?|rca"
              + "|root cause analysis|case study)"
              + "(?:\\s+(?:of|for)\\s+(?:the\\s+)?|\\s+(?=on\\s+\\d|\\d{4}-|"
              + MONTHS
              + "\\.?\\s+\\d))");

  /// The same at the end: `Pool exhausted postmortem`.
  private static final Pattern BARE_END =
      Pattern.compile("(?i)\\s+(?:post[- ]?mortem(?:\\s+report)?|incident\\s+report)$");

  private static final String LEVEL = "(?:SEV|S|P)-?\\d";
  private static final Pattern LAST_SEVERITY =
      Pattern.compile("(?i)\\s*(?:[|·–—]\\s*(" + LEVEL + ")|[\\[(](" + LEVEL + ")[\\])])$");
  private static final Pattern FIRST_SEVERITY =
      Pattern.compile("(?i)^(" + LEVEL + ")(?=\\s*[:：·–—|]|\\s+-\\s)");
  private static final Pattern WHOLE_SEVERITY = Pattern.compile("(?i)" + LEVEL);

  private static final Pattern MONTH =
      Pattern.compile(
          "(?i)(?:january|february|march|april|may|june|july|august|september|october|november|december)\\s+\\d{4}");
  private static final Pattern JOINT = Pattern.compile("^\\s*(?:[:：·–—,|-]\\s*)?");
  private static final Pattern STRONG_JOINT = Pattern.compile("^\\s*[:：·–—|]|^\\s+-\\s|^-\\s|^$");

  /// A number with letters before it that is followed by something else.
  private static final Pattern LETTERS_AND_NUMBER =
      Pattern.compile("[A-Za-z]+-?\\d[\\d-]*(?![\\w-])");

  /// The letters that ids of incidents begin with in many places.
  private static final Pattern INCIDENT_LETTERS =
      Pattern.compile(
          "(?:INC|INCIDENT|OUTAGE|PM|POSTMORTEM|RCA|PIR|IR|OPS|PRB|PROBLEM|EVENT)-?\\d.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATE_IN_NUMBER =
      Pattern.compile("[A-Za-z]+-?\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern ON = Pattern.compile("(?i)^on\\s+(?=\\d)");
  private static final Pattern DASHED = Pattern.compile("^\\d{1,2}-\\d{1,2}-\\d{4}");
  private static final Pattern CLOSING = Pattern.compile("[)\\]]$");
  private static final Pattern BRACKETS =
      Pattern.compile("^(?:\\[([^\\[\\]]{1,60})]|【([^【】]{1,60})】|\\(([^()]{1,60})\\))");

  /// Emoji and other signs before the first word.
  private static final Pattern SIGNS =
      Pattern.compile("^[^\\p{L}\\p{N}\\[(【<\"'`“‘「『.#@$/~{*_+-]+");

  private static final Pattern LEADING_SIGNS = Pattern.compile("^[^\\p{L}\\p{N}\\[(【]+");

  /// A longer heading is a text.
  private static final int LONGEST = 400;

  /// Nobody stacks more in front of a title.
  private static final int MOST_PEELS = 8;

  private final String heading;
  private final ReportTitle.Ids ids;
  private final String stem;
  private final boolean dayFirst;
  private final Conventions conventions;
  private Optional<IncidentId> id = Optional.empty();
  private Optional<String> number = Optional.empty();
  private Optional<Moment> date = Optional.empty();
  private Optional<String> severity = Optional.empty();
  private boolean isGivenUp;
  private String text;

  TitleReader(
      String heading, ReportTitle.Ids ids, String stem, boolean dayFirst, Conventions conventions) {
    this.heading = heading;
    this.ids = ids;
    this.stem = stem;
    this.dayFirst = dayFirst;
    this.conventions = conventions;
    this.text = heading;
  }

  ReportTitle read() {
    if (heading.length() <= LONGEST) {
      for (int i = 0; i < MOST_PEELS && (peelFront() || peelBack()); i++) {
        // Each round takes one part off.
      }
      keep(without(SIGNS, text));
      date = date.or(this::dateInSentence);
    }
    // A title that is nothing but a date keeps the words around it.
    boolean isGeneric = heading.length() <= LONGEST && TitleWords.isGeneric(withoutDate());
    return new ReportTitle(
        id, number, date, severity, isGeneric ? heading : text, isGeneric, isGivenUp);
  }

  /// Takes one part off the front.
  private boolean peelFront() {
    String bare = without(SIGNS, text);
    return peelReportWords(without(LEADING_SIGNS, text))
        || peelId(bare)
        || peelBrackets(bare)
        || peelStem(bare)
        || peelNumber(bare)
        || peelFirstSeverity(bare)
        || peelFirstDate(text);
  }

  private boolean peelReportWords(String bare) {
    int end = TitleWords.leadEnd(bare, conventions.titlePrefixes());
    if (end > 0) {
      return keep(bare.substring(end));
    }
    Matcher of = OF.matcher(bare);
    return of.lookingAt() && keep(bare.substring(of.end()));
  }

  private boolean peelId(String bare) {
    if (id.isPresent()) {
      return false;
    }
    BoundedMatcher first = new BoundedMatcher(ids.first(), bare);
    boolean isFound = first.find();
    isGivenUp |= first.isExhausted();
    if (!isFound) {
      return false;
    }
    id = Optional.of(new IncidentId(first.result().group(1)));
    return keep(afterJoint(bare, first.result().end()));
  }

  /// A bracket in front that holds a part by itself: `[Postmortem] …`, `[P0] …`, `[2024-05-02] …`.
  private boolean peelBrackets(String bare) {
    Matcher brackets = BRACKETS.matcher(bare);
    if (!brackets.lookingAt()) {
      return false;
    }
    String inside =
        (brackets.group(1) != null
                ? brackets.group(1)
                : brackets.group(2) != null ? brackets.group(2) : brackets.group(3))
            .strip();
    String rest = afterJoint(bare, brackets.end());
    if (TitleWords.isReportWords(inside) || conventions.isTitlePrefix(inside)) {
      return keep(rest);
    }
    if (WHOLE_SEVERITY.matcher(inside).matches()) {
      severity = severity.or(() -> Optional.of(inside));
      return keep(rest);
    }
    Matcher letters = LETTERS_AND_NUMBER.matcher(inside);
    if (letters.matches() && isNumber(inside)) {
      return number(inside) && keep(rest);
    }
    Optional<TimeText> day = TimeText.at(inside, dayFirst).filter(TitleReader::hasYear);
    if (day.filter(time -> time.end() == inside.length()).isPresent()) {
      date = date.or(() -> DateText.read(inside, dayFirst));
      return keep(rest);
    }
    return false;
  }

  /// The whole name of the file, as a habit.
  private boolean peelStem(String bare) {
    if (stem.length() < 3
        || bare.length() <= stem.length()
        || !bare.regionMatches(true, 0, stem, 0, stem.length())
        || Character.isLetterOrDigit(bare.charAt(stem.length()))
        || !stem.chars().anyMatch(Character::isDigit)) {
      return false;
    }
    String rest = afterJoint(bare, stem.length());
    if (rest.isBlank()) {
      return false;
    }
    Matcher letters = LETTERS_AND_NUMBER.matcher(stem);
    if (letters.matches()) {
      number = number.or(() -> Optional.of(bare.substring(0, stem.length())));
    }
    return keep(rest);
  }

  /// Letters and a number that the file's name begins with, or that ids have in this collection or
  /// elsewhere: the `INC-2026-04-10` of `INC-2026-04-10-festival`.
  private boolean peelNumber(String bare) {
    Matcher word = LETTERS_AND_NUMBER.matcher(bare);
    if (number.isPresent() || id.isPresent() || !word.lookingAt()) {
      return false;
    }
    boolean isOfFile = isOfFile(word.group());
    boolean isApart = STRONG_JOINT.matcher(bare.substring(word.end())).lookingAt();
    return (isOfFile || (isApart && isNumber(word.group())))
        && (word.end() == bare.length() || !afterJoint(bare, word.end()).isBlank() || isOfFile)
        && number(word.group())
        && keep(afterJoint(bare, word.end()));
  }

  private boolean isOfFile(String word) {
    return (stem.toLowerCase(Locale.ROOT) + "-").startsWith(word.toLowerCase(Locale.ROOT) + "-");
  }

  private boolean isNumber(String word) {
    String digits = word.replaceFirst("^[A-Za-z]+-?", "");
    return INCIDENT_LETTERS.matcher(word).matches()
        || conventions.isIdLetters(word)
        || stem.startsWith(digits + "-");
  }

  /// A day is not a number, as there may be two incidents on one.
  private boolean number(String word) {
    if (isOfFile(word) || !DATE_IN_NUMBER.matcher(word).matches()) {
      number = Optional.of(word);
    } else {
      date = date.or(() -> DateText.read(word.replaceFirst("^[A-Za-z]+-?", ""), dayFirst));
    }
    return true;
  }

  private boolean peelFirstSeverity(String bare) {
    Matcher level = FIRST_SEVERITY.matcher(bare);
    if (severity.isPresent() || !level.lookingAt()) {
      return false;
    }
    String rest = afterJoint(bare, level.end());
    if (rest.isBlank()) {
      return false;
    }
    severity = Optional.of(level.group(1));
    return keep(rest);
  }

  private boolean peelFirstDate(String bare) {
    String on = without(ON, bare);
    Optional<TimeText> lead = TimeText.at(on, dayFirst).filter(TitleReader::hasYear);
    Optional<Moment> found = DateText.read(on, dayFirst);
    Matcher dashed = DASHED.matcher(on);
    int end = lead.isPresent() ? lead.get().end() : dashed.find() ? dashed.end() : 0;
    if (found.isEmpty() || end == 0) {
      return false;
    }
    String rest = afterJoint(on, end).strip();
    date = date.or(() -> found);
    return !rest.isBlank() && keep(rest);
  }

  /// Takes one part off the end.
  private boolean peelBack() {
    Matcher level = LAST_SEVERITY.matcher(text);
    if (severity.isEmpty() && level.find() && level.start() > 0) {
      severity = Optional.of(level.group(1) == null ? level.group(2) : level.group(1));
      return keep(text.substring(0, level.start()));
    }
    int start = TitleWords.tailStart(text, conventions.titleSuffixes());
    if (start > 0) {
      return keep(text.substring(0, start));
    }
    Matcher bare = BARE_END.matcher(text);
    if (bare.find() && bare.start() > 0) {
      return keep(text.substring(0, bare.start()));
    }
    return peelLastId() || peelLastDate();
  }

  private boolean peelLastId() {
    if (id.isPresent()) {
      return false;
    }
    BoundedMatcher last = new BoundedMatcher(ids.last(), text);
    boolean isFound = last.find() && last.result().start() > 0;
    isGivenUp |= last.isExhausted();
    if (!isFound) {
      return false;
    }
    id = Optional.of(new IncidentId(last.result().group(1)));
    return keep(text.substring(0, last.result().start()));
  }

  private boolean peelLastDate() {
    for (int from = text.length(); from > 0; from--) {
      if ("-–—,·:|([".indexOf(text.charAt(from - 1)) < 0) {
        continue;
      }
      String last = CLOSING.matcher(text.substring(from).strip()).replaceFirst("");
      Optional<TimeText> end = TimeText.at(last, dayFirst).filter(TitleReader::hasYear);
      boolean isMonth = MONTH.matcher(last).matches();
      if (isMonth || (end.isPresent() && end.get().end() == last.length())) {
        date = date.or(() -> DateText.read(last, dayFirst));
        return keep(text.substring(0, from - 1));
      }
    }
    return false;
  }

  /// A date that is a part of the sentence stays there: `The attack on November 24th, 2025`.
  private Optional<Moment> dateInSentence() {
    int on = text.lastIndexOf(" on ");
    return on < 0 ? Optional.empty() : DateText.read(text.substring(on + 4), dayFirst);
  }

  private String withoutDate() {
    String bare = without(ON, text);
    Optional<TimeText> time = TimeText.at(bare, dayFirst).filter(TitleReader::hasYear);
    if (time.isPresent()) {
      return bare.substring(time.get().end());
    }
    int on = text.lastIndexOf(" on ");
    boolean isDated = on > 0 && dateInSentence().isPresent();
    return isDated ? text.substring(0, on) : text;
  }

  /// Keeps what is left, if anything is.
  private boolean keep(String rest) {
    String left = rest.strip();
    if (left.isEmpty() || left.equals(text)) {
      return false;
    }
    text = left;
    return true;
  }

  private static String afterJoint(String text, int end) {
    return end == 0 ? text : without(JOINT, text.substring(end));
  }

  /// A text without what it begins with.
  private static String without(Pattern beginning, String text) {
    Matcher found = beginning.matcher(text);
    return found.lookingAt() ? text.substring(found.end()) : text;
  }

  private static boolean hasYear(TimeText time) {
    return time.date().filter(day -> day.year().isPresent()).isPresent();
  }
}
