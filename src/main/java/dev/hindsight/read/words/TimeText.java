package dev.hindsight.read.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time as people write it at the beginning of a timeline entry: `14:45`, `~9:05 am UTC`,
/// `2024-03-13 10:12–10:20`, `Jan 13th, 21:45 (UTC)`, `Day 2 · 10:15`, `T+0:05`.
///
/// @param end how many characters of the text it takes, with the zone and the end of a range
/// @param dayNumber the 2 of `Day 2`
/// @param date the day, where one is written
/// @param time the time of day, where one is written to the minute
/// @param zone as written
/// @param offset minutes since the beginning, for `T+0:05`
public record TimeText(
    int end,
    OptionalInt dayNumber,
    Optional<Day> date,
    Optional<LocalTime> time,
    Optional<String> zone,
    OptionalLong offset) {

  /// A day of a month; people leave the year out when it is clear to them.
  public record Day(OptionalInt year, int month, int day) {

    /// The date, in another year where none was written; empty for a day that no calendar has.
    Optional<LocalDate> in(int otherYear) {
      try {
        return Optional.of(LocalDate.of(year.orElse(otherYear), month, day));
      } catch (DateTimeException impossible) {
        return Optional.empty();
      }
    }
  }

  /// Words that stand in the place of a time.
  public static final TimeText UNKNOWN_TIME =
      new TimeText(
          0,
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty());

  private static final String MONTHS =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6})\\.?";
  private static final List<String> MONTH_NAMES =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String DIGITS = "0123456789";
  private static final String SPACE = " \t\n\u000B\f\r";

  /// A part of a time.
  ///
  /// @param first what it can begin with of ASCII, so that it is tried nowhere else
  private record Form(String first, Pattern pattern) {
    boolean mayBeginWith(char c) {
      return c >= 128 || first.indexOf(c) >= 0;
    }
  }

  private static final Pattern LEAD =
      pattern(
          "\\s*[\\[(]?\\s*(?:(?:by|at|from|since)\\b\\s*)?(?:[~≈∼≃]|(?:ca|circa|around|about|approx|approximately|roughly)\\b\\.?|約|约|大约)?\\s*");
  private static final Form WEEKDAY =
      form("mtwfsMTWFS", "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+");
  private static final Form DAY_NUMBER = form("dD", "(?:day|d)\\s?\\+?(-?\\d{1,3})(?![\\w:])");
  private static final Form ISO = form(DIGITS, "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");

  /// `2022-02-?? ??:??`, `2X:XX`, or `HH:mm` of a template: a time, but which is not known.
  private static final Form UNKNOWN =
      form(
          DIGITS + "?xXhHyY-",
          "\\d{4}[-/.](?:\\d{1,2}|\\?\\?)[-/.]\\?\\?(?:[T ]\\s*[\\d?]{2}[:：][\\d?]{2})?"
              + "|[\\d?X][?X][:：][\\d?X]{2}|(?:YYYY-MM-DD\\s+)?HH:MM(?::SS)?\\b|YYYY-MM-DD\\b|--:--");

  private static final Form HAN = form(DIGITS, "(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日");
  private static final Form MONTH_FIRST =
      form(
          "jfmasondJFMASOND",
          MONTHS
              + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d)(?:\\s?[-–—]\\s?\\d{1,2}(?:st|nd|rd|th)?(?![\\d:]))?"
              + "(?:,?\\s+(\\d{4})(?!\\d|:\\d))?");
  private static final Form DAY_FIRST =
      form(
          DIGITS,
          "(\\d{1,2})(?:st|nd|rd|th|\\.(?=\\s+[a-z]+,?\\s+\\d))?\\s+(?:of\\s+)?"
              + MONTHS
              + "(?![a-z])(?:,?\\s+(\\d{4})(?!\\d|:\\d))?");
  private static final Form NUMERIC =
      form(DIGITS, "(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");

  /// `03-26 23:04`: only before a time of day, as it could be anything else.
  private static final Form SHORT = form(DIGITS, "(\\d{2})-(\\d{2})(?=\\s+\\d{1,2}:\\d{2})");

  /// The day at which a range of days ends: `2026-07-19 → 21`.
  private static final Form LAST_DAY =
      form(
          SPACE + ".-",
          "\\s?(?:→|\\.\\.|[-–—])\\s?(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2})(?=\\s*(?:[:：|,)]|$|\\s[-–—]\\s))");

  private static final Pattern BETWEEN =
      pattern("\\s*(?:[T,·@]|(?:at|from)\\b|[-–—])?\\s*(?:[~≈]|(?:around|about)\\b)?\\s*");
  private static final Form CLOCK =
      form(
          DIGITS,
          "([01]?\\d|2[0-4])[:：]([0-5]\\d|\\?\\?)(?:[:：]([0-5]\\d)(?:[.,]\\d+)?)?(?!\\d)"
              + "(?:\\s?([ap])\\.?m\\b\\.?|([ap])\\b)?");

  /// `午後3時15分`, `10時20分`, `午前 9:10`
  private static final Form HAN_CLOCK =
      form(
          SPACE + DIGITS,
          "(午前|午後|上午|下午|晚上|凌晨)?\\s?(\\d{1,2})(?:[時点时](?:(\\d{1,2})分?)?|[:：](\\d{2}))");

  private static final Form ABOUT = form("", "頃|ごろ|過ぎ|左右");

  /// `1445Z`
  private static final Form FOUR_DIGITS =
      form(DIGITS, "([01]\\d|2[0-3])([0-5]\\d)(?=\\s?(?:Z|UTC|GMT)\\b)");

  private static final Form DOTTED = form(DIGITS, "([01]?\\d|2[0-3])\\.([0-5]\\d)(?!\\d)");
  private static final Form HOUR = form(DIGITS, "(1[0-2]|[1-9])\\s?([ap])\\.?m\\b\\.?");
  private static final Form OFFSET =
      form(
          "tT",
          "T\\s?(?:0\\b|[+−-]\\s?(?:(\\d{1,3}):(\\d{2})(?::\\d{2})?|(\\d{1,4})\\s?"
              + "(d|days?|h(?=\\d)|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)?(?:(?<=h)(\\d{1,2})|\\b(?:\\s?(\\d{1,2})\\s?m(?:in)?\\b)?)(?![a-z\\d])))");
  private static final Form ZONE =
      new Form(
          SPACE + "([+ABCDEFGHIJKLMNOPQRSTUVWXYZz",
          Pattern.compile(
              "\\s?[(\\[]?("
                  + ZoneNames.SHORT_NAMES
                  + "|Z|(?<=\\d)z(?![a-z])|London|US/[A-Z]\\w+|[A-Z][a-z]+/[A-Z]\\w+"
                  + "|(?<=\\s)[+]\\d{2}:?\\d{2})(?![\\w/])(?:\\s?\\(((?:UTC|GMT)[+-]\\d{1,2}(?::?\\d{2})?)\\))?[)\\]]?"));

  /// `2024-04-02T14:45-07:00`: behind anything else it would be the end of a range.
  private static final Form OFFSET_ZONE =
      new Form("+-", Pattern.compile("([+-]\\d{2}:?\\d{2})(?![\\w/:])"));

  private static final Form CLOSING = form(SPACE + "])", "\\s*[\\])]");
  private static final Form RANGE =
      form(SPACE + "-~.tTuU", "\\s*(?:[-–—~〜～→]+>?|\\.\\.|to\\b|until\\b)\\s*[~≈]?");

  private static Form form(String first, String regex) {
    return new Form(first, pattern(regex));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// The time that a text begins with; empty where it begins with something else.
  ///
  /// @param dayFirst whether `06/11/2023` is in November
  public static Optional<TimeText> at(String text, boolean dayFirst) {
    return new Scanner(text, dayFirst).time();
  }

  /// Reads from left to right. Each pattern is tried once at each place, so reading is linear.
  private static final class Scanner {
    private final String text;
    private final boolean dayFirst;
    private int at;
    private boolean isMinuteUnknown;

    Scanner(String text, boolean dayFirst) {
      this.text = text.length() > 200 ? text.substring(0, 200) : text;
      this.dayFirst = dayFirst;
    }

    Optional<TimeText> time() {
      skip(LEAD);
      char first = at < text.length() ? text.charAt(at) : ' ';
      boolean isLetter = Character.isLetter(first);
      if (!isLetter && first != '-' && first != '?' && !Character.isDigit(first)) {
        return Optional.empty();
      }
      Optional<MatchResult> offset = take(OFFSET);
      if (offset.isPresent()) {
        return Optional.of(
            new TimeText(
                at,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                minutes(offset.get())));
      }
      if (!isBeforeColon() && take(UNKNOWN).isPresent()) {
        return Optional.of(
            new TimeText(
                at,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty()));
      }
      if (isLetter) {
        take(WEEKDAY);
      }
      OptionalInt number = isLetter ? dayNumber() : OptionalInt.empty();
      boolean numbered = number.isPresent();
      Optional<Day> date = numbered ? Optional.empty() : day();
      int afterDate = at;
      boolean isIso = date.isPresent() && at < text.length() && "Tt".indexOf(text.charAt(at)) >= 0;
      if (numbered || date.isPresent()) {
        skip(BETWEEN);
      }
      Optional<LocalTime> time = date.isPresent() ? clock().or(this::dotted) : clock();
      if (time.isEmpty() && !isMinuteUnknown) {
        at = afterDate;
        if (date.isEmpty() && !numbered) {
          return Optional.empty();
        }
        take(LAST_DAY);
      }
      take(ABOUT);
      Optional<String> zone =
          zone().or(() -> isIso ? take(OFFSET_ZONE).map(MatchResult::group) : Optional.empty());
      Optional<String> zoneOfEnd = range();
      take(CLOSING);
      if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        return Optional.empty();
      }
      return Optional.of(
          new TimeText(at, number, date, time, zone.or(() -> zoneOfEnd), OptionalLong.empty()));
    }

    private OptionalInt dayNumber() {
      return take(DAY_NUMBER)
          .map(found -> OptionalInt.of(Integer.parseInt(found.group(1))))
          .orElse(OptionalInt.empty());
    }

    private Optional<String> zone() {
      return take(ZONE).map(found -> found.group(2) == null ? found.group(1) : found.group(2));
    }

    /// Takes the end of a range, `–10:20`, `to 2024-03-14`, and gives its zone.
    private Optional<String> range() {
      int before = at;
      if (take(RANGE).isPresent()) {
        boolean dated = day().isPresent();
        int afterDate = at;
        if (dated) {
          skip(BETWEEN);
        }
        if (clock().isPresent()) {
          return zone();
        }
        at = dated ? afterDate : before;
      }
      return Optional.empty();
    }

    private Optional<MatchResult> take(Form form) {
      if (at == text.length() || !form.mayBeginWith(text.charAt(at))) {
        return Optional.empty();
      }
      Matcher matcher = matcher(form.pattern());
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      at = matcher.end();
      return Optional.of(matcher);
    }

    /// Goes past what may stand before a time, or between its parts; a digit is neither.
    private void skip(Pattern pattern) {
      if (at < text.length() && DIGITS.indexOf(text.charAt(at)) < 0) {
        Matcher matcher = matcher(pattern);
        at = matcher.lookingAt() ? matcher.end() : at;
      }
    }

    private Matcher matcher(Pattern pattern) {
      return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    /// Whether digits and a colon follow, which begin no date.
    private boolean isBeforeColon() {
      int i = at;
      while (i < text.length() && DIGITS.indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      return i > at && i < text.length() && text.charAt(i) == ':';
    }

    private Optional<Day> day() {
      if (at == text.length() || isBeforeColon()) {
        return Optional.empty();
      }
      if (Character.isLetter(text.charAt(at))) {
        return take(MONTH_FIRST)
            .map(f -> day(f.group(3), month(f.group(1)), f.group(2)))
            .flatMap(day -> day.in(2000).map(_ -> day));
      }
      return take(ISO)
          .map(found -> day(found.group(1), found.group(2), found.group(3)))
          .or(() -> take(SHORT).map(found -> day(null, found.group(1), found.group(2))))
          .or(() -> take(HAN).map(found -> day(found.group(1), found.group(2), found.group(3))))
          .or(() -> take(DAY_FIRST).map(f -> day(f.group(3), month(f.group(2)), f.group(1))))
          .or(() -> take(NUMERIC).map(this::numeric))
          .flatMap(day -> day.in(2000).map(_ -> day));
    }

    /// Two numbers can be a day and a month either way round; one above twelve tells, and dots do.
    private Day numeric(MatchResult found) {
      int first = Integer.parseInt(found.group(1));
      int second = Integer.parseInt(found.group(3));
      boolean isDotted = found.group(2).equals(".");
      boolean isDayFirst = first > 12 || ((dayFirst || isDotted) && second <= 12);
      String year = found.group(4).length() == 2 ? "20" + found.group(4) : found.group(4);
      return isDayFirst
          ? day(year, found.group(3), found.group(1))
          : day(year, found.group(1), found.group(3));
    }

    private static Day day(String year, String month, String day) {
      return new Day(
          year == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
          Integer.parseInt(month),
          Integer.parseInt(day));
    }

    private static String month(String name) {
      return String.valueOf(1 + MONTH_NAMES.indexOf(name.toLowerCase(Locale.ROOT)));
    }

    private Optional<LocalTime> clock() {
      Optional<MatchResult> digits = take(CLOCK);
      if (digits.isPresent()) {
        MatchResult found = digits.get();
        isMinuteUnknown = found.group(2).equals("??");
        String half = found.group(4) == null ? found.group(5) : found.group(4);
        return isMinuteUnknown
            ? Optional.empty()
            : Optional.of(clock(found.group(1), found.group(2), found.group(3), half));
      }
      return take(HOUR)
          .map(found -> clock(found.group(1), "0", null, found.group(2)))
          .or(() -> take(HAN_CLOCK).flatMap(Scanner::han))
          .or(() -> take(FOUR_DIGITS).map(f -> clock(f.group(1), f.group(2), null, null)));
    }

    private static Optional<LocalTime> han(MatchResult found) {
      String minute = found.group(3) == null ? found.group(4) : found.group(3);
      boolean isAfternoon =
          found.group(1) != null && List.of("午後", "下午", "晚上").contains(found.group(1));
      int hour = Integer.parseInt(found.group(2));
      int minutes = minute == null ? 0 : Integer.parseInt(minute);
      return hour > 24 || minutes > 59
          ? Optional.empty()
          : Optional.of(
              clock(found.group(2), String.valueOf(minutes), null, isAfternoon ? "p" : null));
    }

    /// `14.43`, which is a time only behind a date.
    private Optional<LocalTime> dotted() {
      return take(DOTTED).map(found -> clock(found.group(1), found.group(2), null, null));
    }

    private static LocalTime clock(String hour, String minute, String second, String half) {
      int h = Integer.parseInt(hour) % 24;
      if (half != null && h <= 12) {
        h = h % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
      }
      return LocalTime.of(
          h, Integer.parseInt(minute), second == null ? 0 : Integer.parseInt(second));
    }

    private static long minutesBeside(MatchResult offset) {
      String minutes = offset.group(5) == null ? offset.group(6) : offset.group(5);
      return minutes == null ? 0 : Long.parseLong(minutes);
    }

    private static OptionalLong minutes(MatchResult offset) {
      long sign = offset.group().matches("(?s)T\\s?[−-].*") ? -1 : 1;
      if (offset.group(1) != null) {
        return OptionalLong.of(
            sign * (Long.parseLong(offset.group(1)) * 60 + Long.parseLong(offset.group(2))));
      }
      if (offset.group(3) == null) {
        return OptionalLong.of(0);
      }
      long amount = Long.parseLong(offset.group(3));
      String unit = offset.group(4) == null ? "m" : offset.group(4).toLowerCase(Locale.ROOT);
      long minutes =
          switch (unit.charAt(0)) {
            case 'd' -> amount * 1440;
            case 'h' -> amount * 60 + minutesBeside(offset);
            case 's' -> amount / 60;
            default -> amount;
          };
      return OptionalLong.of(sign * minutes);
    }
  }
}
