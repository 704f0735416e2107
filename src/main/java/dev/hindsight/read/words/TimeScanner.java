package dev.hindsight.read.words;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a [TimeText] from left to right. Each form is tried once at each position, so reading is
/// linear.
final class TimeScanner {
  private static final List<String> MONTH_NAMES =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final String text;
  private final boolean dayFirst;
  private int at;
  private boolean isMinuteUnknown;

  TimeScanner(String text, boolean dayFirst) {
    this.text = text.length() > 200 ? text.substring(0, 200) : text;
    this.dayFirst = dayFirst;
  }

  Optional<TimeText> time() {
    skip(TimeForms.LEAD);
    char first = at < text.length() ? text.charAt(at) : ' ';
    boolean isLetter = Character.isLetter(first);
    if (!isLetter && first != '-' && first != '?' && !Character.isDigit(first)) {
      return Optional.empty();
    }
    Optional<MatchResult> offset = take(TimeForms.OFFSET);
    if (offset.isPresent()) {
      return Optional.of(TimeText.elapsed(at, ElapsedText.minutes(offset.get())));
    }
    if (!isBeforeColon() && take(TimeForms.UNKNOWN).isPresent()) {
      return Optional.of(TimeText.unknown(at));
    }
    if (isLetter) {
      take(TimeForms.WEEKDAY);
    }
    return onCalendar(isLetter ? dayNumber() : OptionalInt.empty());
  }

  /// A day, a time of day, or both, with a zone and the end of a range.
  private Optional<TimeText> onCalendar(OptionalInt dayNumber) {
    Optional<TimeText.Day> date = dayNumber.isPresent() ? Optional.empty() : day();
    boolean hasDay = dayNumber.isPresent() || date.isPresent();
    int afterDate = at;
    boolean isIso = date.isPresent() && at < text.length() && "Tt".indexOf(text.charAt(at)) >= 0;
    if (hasDay) {
      skip(TimeForms.BETWEEN);
    }
    Optional<LocalTime> time = date.isPresent() ? clock().or(this::dotted) : clock();
    if (time.isEmpty() && !isMinuteUnknown) {
      at = afterDate;
      if (!hasDay) {
        return Optional.empty();
      }
      take(TimeForms.LAST_DAY);
    }
    take(TimeForms.ABOUT);
    Optional<String> zone = zone().or(() -> isIso ? offsetZone() : Optional.empty());
    Optional<String> zoneOfEnd = range();
    take(TimeForms.CLOSING);
    return at < text.length() && Character.isLetterOrDigit(text.charAt(at))
        ? Optional.empty()
        : Optional.of(
            new TimeText(
                at, dayNumber, date, time, zone.or(() -> zoneOfEnd), OptionalLong.empty()));
  }

  private Optional<String> offsetZone() {
    return take(TimeForms.OFFSET_ZONE).map(MatchResult::group);
  }

  private OptionalInt dayNumber() {
    return take(TimeForms.DAY_NUMBER)
        .map(found -> OptionalInt.of(Integer.parseInt(found.group(1))))
        .orElse(OptionalInt.empty());
  }

  private Optional<String> zone() {
    return take(TimeForms.ZONE)
        .map(found -> found.group(2) == null ? found.group(1) : found.group(2));
  }

  /// Takes the end of a range, `–10:20`, `to 2024-03-14`, and returns its zone.
  private Optional<String> range() {
    int before = at;
    if (take(TimeForms.RANGE).isPresent()) {
      boolean dated = day().isPresent();
      int afterDate = at;
      if (dated) {
        skip(TimeForms.BETWEEN);
      }
      if (clock().isPresent()) {
        return zone();
      }
      at = dated ? afterDate : before;
    }
    return Optional.empty();
  }

  private Optional<MatchResult> take(TimeForms.Form form) {
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

  /// Skips what can come before a time or between its parts, except digits.
  private void skip(Pattern pattern) {
    if (at < text.length() && TimeForms.DIGITS.indexOf(text.charAt(at)) < 0) {
      Matcher matcher = matcher(pattern);
      at = matcher.lookingAt() ? matcher.end() : at;
    }
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
  }

  /// Whether digits and a colon follow, which cannot begin a date.
  private boolean isBeforeColon() {
    int i = at;
    while (i < text.length() && TimeForms.DIGITS.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i > at && i < text.length() && text.charAt(i) == ':';
  }

  private Optional<TimeText.Day> day() {
    if (at == text.length() || isBeforeColon()) {
      return Optional.empty();
    }
    if (Character.isLetter(text.charAt(at))) {
      return take(TimeForms.MONTH_FIRST)
          .map(f -> day(f.group(3), month(f.group(1)), f.group(2)))
          .flatMap(day -> day.in(2000).map(_ -> day));
    }
    return take(TimeForms.ISO)
        .map(found -> day(found.group(1), found.group(2), found.group(3)))
        .or(() -> take(TimeForms.SHORT).map(found -> day(null, found.group(1), found.group(2))))
        .or(() ->
            take(TimeForms.HAN).map(found -> day(found.group(1), found.group(2), found.group(3))))
        .or(() ->
            take(TimeForms.DAY_FIRST).map(f -> day(f.group(3), month(f.group(2)), f.group(1))))
        .or(() -> take(TimeForms.NUMERIC).map(this::numeric))
        .flatMap(day -> day.in(2000).map(_ -> day));
  }

  /// Two numbers can be day and month in either order. A number above twelve settles it, and so do
  /// dots.
  private TimeText.Day numeric(MatchResult found) {
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(3));
    boolean isDotted = found.group(2).equals(".");
    boolean isDayFirst = first > 12 || ((dayFirst || isDotted) && second <= 12);
    String year = found.group(4).length() == 2 ? "20" + found.group(4) : found.group(4);
    return isDayFirst
        ? day(year, found.group(3), found.group(1))
        : day(year, found.group(1), found.group(3));
  }

  private static TimeText.Day day(String year, String month, String day) {
    return new TimeText.Day(
        year == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
        Integer.parseInt(month),
        Integer.parseInt(day));
  }

  private static String month(String name) {
    return String.valueOf(1 + MONTH_NAMES.indexOf(name.toLowerCase(Locale.ROOT)));
  }

  private Optional<LocalTime> clock() {
    Optional<MatchResult> digits = take(TimeForms.CLOCK);
    if (digits.isPresent()) {
      MatchResult found = digits.get();
      isMinuteUnknown = found.group(2).equals("??");
      String half = found.group(4) == null ? found.group(5) : found.group(4);
      return isMinuteUnknown
          ? Optional.empty()
          : Optional.of(clock(found.group(1), found.group(2), found.group(3), half));
    }
    return take(TimeForms.HOUR)
        .map(found -> clock(found.group(1), "0", null, found.group(2)))
        .or(() -> take(TimeForms.HAN_CLOCK).flatMap(TimeScanner::han))
        .or(() -> take(TimeForms.FOUR_DIGITS).map(f -> clock(f.group(1), f.group(2), null, null)));
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

  /// `14.43`, which is a time only after a date.
  private Optional<LocalTime> dotted() {
    return take(TimeForms.DOTTED).map(found -> clock(found.group(1), found.group(2), null, null));
  }

  private static LocalTime clock(String hour, String minute, String second, String half) {
    int h = Integer.parseInt(hour) % 24;
    if (half != null && h <= 12) {
      h = h % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    return LocalTime.of(h, Integer.parseInt(minute), second == null ? 0 : Integer.parseInt(second));
  }
}
