package dev.hindsight.read.report;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.read.words.DateText;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.site.config.BoundedMatcher;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first heading of a report, split into an ID, a date, a severity and the title itself:
/// `Incident Report: INC-2024-0112 - Pool exhausted (Apr 2, 2024) | SEV2`.
///
/// @param number the letters and the number that the title and the file name both begin with:
///   `INC-001`
/// @param severity as written
/// @param isGivenUp whether the ID pattern took too many steps, so that the ID may be missing
public record ReportTitle(
    Optional<IncidentId> id,
    Optional<String> number,
    Optional<Moment> date,
    Optional<String> severity,
    String text,
    boolean isGivenUp) {

  private static final String MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

  /// Words before the title that say it is a report.
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)^[^\\p{L}\\p{N}\\[(]*(?:(?:incident|outage)\\s+(?:report|review|post-?mortem)"
              + "|(?:故障|障害|事故|インシデント|事件)(?:报告|复盘|報告書?|レポート)"
              + "|incident(?:\\s+#?\\d{1,6}(?=\\s*[:：·–—]|\\s-\\s))?|post[- ]?mortem(?:\\s+report)?|rca"
              + "|root cause analysis|case study|title|ポストモーテム|复盘|事后分析)"
              + "(?:\\s*[:：·–—】-]\\s*|\\s+(?:of|for)\\s+(?:the\\s+)?|\\s+(?=on\\s+\\d|\\d{4}-|"
              + MONTHS
              + "\\.?\\s+\\d))");

  /// Words after the title that say it is a report.
  private static final Pattern SUFFIX =
      Pattern.compile(
          "(?i)(?:\\s*[-–—:|(]\\s*(?:incident|outage)\\s+(?:report|review|post-?mortem)"
              + "|(?:\\s*[-–—:|(]\\s*|\\s+)(?:post[- ]?mortem(?:\\s+report)?|incident\\s+report))\\)?$");

  /// A severity at the end, set apart from the title.
  private static final Pattern SEVERITY =
      Pattern.compile("(?i)\\s*(?:[|·–—]\\s*((?:SEV|S|P)-?\\d)|[\\[(]((?:SEV|S|P)-?\\d)[\\])])$");

  private static final Pattern MONTH =
      Pattern.compile(
          "(?i)(?:january|february|march|april|may|june|july|august|september|october|november|december)\\s+\\d{4}");
  private static final Pattern JOINT = Pattern.compile("^\\s*(?:[:：·–—,|-]\\s*)?");
  private static final Pattern LETTERS_AND_NUMBER =
      Pattern.compile("[A-Za-z]+-?\\d[\\d-]*(?![\\w-])");
  private static final Pattern ON = Pattern.compile("(?i)^on\\s+(?=\\d)");
  private static final Pattern DASHED = Pattern.compile("^\\d{1,2}-\\d{1,2}-\\d{4}");
  private static final Pattern CLOSING = Pattern.compile("[)\\]]$");

  /// Emoji and other signs before the first word.
  private static final Pattern SIGNS = Pattern.compile("^[^\\p{L}\\p{N}\\[(<\"'`“‘「『.#@$/~{*_+-]+");

  /// A longer heading is prose.
  private static final int LONGEST = 400;

  /// Where a title can contain IDs.
  ///
  /// @param first an ID at the start
  /// @param last an ID in brackets at the end
  public record Ids(Pattern first, Pattern last) {
    /// @param id what an id looks like
    public static Ids like(Pattern id) {
      return new Ids(
          Pattern.compile("^[\\[(]?(" + id.pattern() + ")[\\])]?(?![\\w-])"),
          Pattern.compile("\\s*[\\[(](" + id.pattern() + ")[\\])]$"));
    }
  }

  /// Splits a heading.
  ///
  /// @param stem the start of the file name, which a title may repeat
  /// @param dayFirst whether `06/11/2023` is in November
  public static ReportTitle of(String heading, Ids ids, String stem, boolean dayFirst) {
    if (heading.length() > LONGEST) {
      return new ReportTitle(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), heading, false);
    }
    String text = without(PREFIX, heading).strip();
    Optional<String> severity = Optional.empty();
    Matcher level = SEVERITY.matcher(text);
    if (level.find() && level.start() > 0) {
      severity = Optional.of(level.group(1) == null ? level.group(2) : level.group(1));
      text = text.substring(0, level.start());
    }
    text = orElse(SUFFIX.matcher(text).replaceFirst("").strip(), text);
    Optional<IncidentId> id = Optional.empty();
    Optional<String> number = Optional.empty();
    String bare = without(SIGNS, text);
    BoundedMatcher first = new BoundedMatcher(ids.first(), bare);
    BoundedMatcher last = new BoundedMatcher(ids.last(), text);
    if (first.find()) {
      id = Optional.of(new IncidentId(first.result().group(1)));
      text = orElse(afterJoint(bare, first.result().end()), text);
    } else {
      if (last.find() && last.result().start() > 0) {
        id = Optional.of(new IncidentId(last.result().group(1)));
        text = text.substring(0, last.result().start());
      } else {
        number = Optional.of(bare.substring(0, repeated(bare, stem))).filter(n -> !n.isEmpty());
        text = orElse(afterJoint(bare, repeated(bare, stem)), text);
      }
    }
    DateAndRest dated = dated(text, dayFirst);
    // If the title is only a date, keep the words around it.
    return new ReportTitle(
        id,
        number,
        dated.date(),
        severity,
        orElse(dated.text(), heading),
        first.isExhausted() || last.isExhausted());
  }

  private static String orElse(String text, String other) {
    return text.isBlank() ? other : text;
  }

  private static String afterJoint(String text, int end) {
    return end == 0 ? text : without(JOINT, text.substring(end));
  }

  /// A text without a pattern at its beginning.
  private static String without(Pattern beginning, String text) {
    Matcher found = beginning.matcher(text);
    return found.lookingAt() ? text.substring(found.end()) : text;
  }

  /// How much of the file name a title repeats: the `INC-2026-04-10` of `INC-2026-04-10-festival`,
  /// letters and numbers up to a separator.
  private static int repeated(String text, String stem) {
    Matcher word = LETTERS_AND_NUMBER.matcher(text);
    if (!word.lookingAt()) {
      return 0;
    }
    String key = word.group().toLowerCase(Locale.ROOT);
    return (stem.toLowerCase(Locale.ROOT) + "-").startsWith(key + "-") ? word.end() : 0;
  }

  private record DateAndRest(Optional<Moment> date, String text) {}

  private static DateAndRest dated(String text, boolean dayFirst) {
    String bare = without(ON, text);
    Optional<TimeText> lead = TimeText.at(bare, dayFirst).filter(ReportTitle::hasYear);
    Optional<Moment> date = DateText.read(bare, dayFirst);
    if (date.isPresent() && lead.isPresent()) {
      return new DateAndRest(date, afterJoint(bare, lead.get().end()).strip());
    }
    Matcher dashed = DASHED.matcher(bare);
    if (date.isPresent() && dashed.find()) {
      return new DateAndRest(date, afterJoint(bare, dashed.end()).strip());
    }
    for (int from = text.length(); from > 0; from--) {
      if ("-–—,·:|([".indexOf(text.charAt(from - 1)) < 0) {
        continue;
      }
      String last = CLOSING.matcher(text.substring(from).strip()).replaceFirst("");
      Optional<TimeText> end = TimeText.at(last, dayFirst).filter(ReportTitle::hasYear);
      boolean isMonth = MONTH.matcher(last).matches();
      if (isMonth || (end.isPresent() && end.get().end() == last.length())) {
        return new DateAndRest(DateText.read(last, dayFirst), text.substring(0, from - 1).strip());
      }
    }
    // A date that is part of the sentence stays: `The attack on November 24th, 2025`.
    int on = text.lastIndexOf(" on ");
    return new DateAndRest(
        on < 0 ? Optional.empty() : DateText.read(text.substring(on + 4), dayFirst), text);
  }

  private static boolean hasYear(TimeText time) {
    return time.date().filter(day -> day.year().isPresent()).isPresent();
  }
}
