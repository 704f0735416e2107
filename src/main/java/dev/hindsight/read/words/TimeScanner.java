package dev.hindsight.read.words;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a [TimeText] from left to right. Each form is tried once at each position, so reading is
/// linear.
final class TimeScanner {
  private final String text;
  private final boolean dayFirst;
  private final boolean areDotted;
  private TimeForms.Form rangeForm = TimeForms.RANGE;
  private int at;
  private boolean isMinuteUnknown;
  private boolean isNextDay;
  private boolean hasHalf;

  /// @param areDotted whether `11.51` is a time
  TimeScanner(String text, boolean dayFirst, boolean areDotted) {
    this.text = text.length() > 200 ? text.substring(0, 200) : text;
    this.dayFirst = dayFirst;
    this.areDotted = areDotted;
  }

  /// Reads a range within a sentence, where words can also join start and end.
  Optional<TimeText> rangeOfSentence() {
    rangeForm = TimeForms.SENTENCE_RANGE;
    return time().filter(time -> time.until().isPresent());
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
    Optional<Point> start = point(dayNumber);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    Optional<Point> end = until();
    Point from = end.map(start.get()::upTo).orElse(start.get());
    if (from.date.isEmpty() && (from.time.isPresent() || dayNumber.isPresent())) {
      from = from.on(dateBehind());
    }
    take(TimeForms.CLOSING);
    int stop = at;
    if (stop < text.length() && Character.isLetterOrDigit(text.charAt(stop))) {
      return Optional.empty();
    }
    return Optional.of(
        from.text(
            stop,
            dayNumber,
            end.map(from::ending).map(to -> to.text(stop, OptionalInt.empty(), Optional.empty()))));
  }

  /// The start or end of a range, or a single time.
  ///
  /// @param half whether it is marked as before or after noon
  private record Point(
      Optional<TimeText.Day> date,
      Optional<LocalTime> time,
      boolean isNextDay,
      boolean half,
      Optional<String> zone) {

    /// The same start, completed from the end of its range: the date, the year, the zone, and AM or
    /// PM.
    Point upTo(Point end) {
      OptionalInt year = end.date.map(TimeText.Day::year).orElse(OptionalInt.empty());
      Optional<LocalTime> clock = time;
      if (!half && end.half && time.isPresent() && time.get().getHour() <= 12) {
        LocalTime later = time.get().withHour(time.get().getHour() % 12 + 12);
        LocalTime earlier = time.get().withHour(time.get().getHour() % 12);
        boolean isLater = end.time.filter(stop -> !stop.isBefore(later)).isPresent();
        clock = Optional.of(isLater ? later : earlier);
      }
      return new Point(
          date.map(day -> day.orIn(before(day, end, year))).or(end::date),
          clock,
          isNextDay,
          half,
          zone.or(end::zone));
    }

    /// The year of a start without one: December 30 is in the year before January 2.
    private static OptionalInt before(TimeText.Day day, Point end, OptionalInt year) {
      return year.isPresent() && end.date.isPresent() && end.date.get().month() < day.month()
          ? OptionalInt.of(year.getAsInt() - 1)
          : year;
    }

    Point on(Optional<TimeText.Day> day) {
      return new Point(date.or(() -> day), time, isNextDay, half, zone);
    }

    /// The same end, with the zone of this start if it has none.
    Point ending(Point end) {
      return new Point(end.date, end.time, end.isNextDay, end.half, end.zone.or(() -> zone));
    }

    TimeText text(int stop, OptionalInt dayNumber, Optional<TimeText> until) {
      return new TimeText(
          stop, dayNumber, date, time, isNextDay, zone, OptionalLong.empty(), until);
    }
  }

  private Optional<Point> point(OptionalInt dayNumber) {
    Optional<TimeText.Day> date = dayNumber.isPresent() ? Optional.empty() : day();
    boolean hasDay = dayNumber.isPresent() || date.isPresent();
    int afterDate = at;
    boolean isIso = date.isPresent() && at < text.length() && "Tt".indexOf(text.charAt(at)) >= 0;
    if (hasDay) {
      skip(TimeForms.BETWEEN);
    }
    isMinuteUnknown = false;
    isNextDay = false;
    hasHalf = false;
    Optional<LocalTime> time = date.isPresent() || areDotted ? clock().or(this::dotted) : clock();
    if (time.isEmpty() && date.isPresent()) {
      time = take(TimeForms.COMPACT).map(f -> clock(f.group(1), f.group(2), null, null));
    }
    if (time.isEmpty() && !isMinuteUnknown) {
      at = afterDate;
      if (!hasDay) {
        return Optional.empty();
      }
      take(TimeForms.LAST_DAY);
    } else {
      take(TimeForms.AFTER_CLOCK);
    }
    boolean isDayLater = isNextDay;
    boolean half = hasHalf;
    Optional<String> zone = zone().or(() -> isIso ? offsetZone() : Optional.empty());
    if (date.isEmpty() && (time.isPresent() || dayNumber.isPresent())) {
      date = dateBehind();
      if (date.isPresent() && time.isEmpty()) {
        time = clockBehind();
      }
      zone = date.isPresent() ? zone.or(this::zone) : zone;
    }
    return Optional.of(new Point(date, time, isDayLater, half, zone));
  }

  /// `Day 1 (4 May) 10:00`
  private Optional<LocalTime> clockBehind() {
    int before = at;
    skip(TimeForms.BETWEEN);
    Optional<LocalTime> time = clock();
    at = time.isPresent() ? at : before;
    return time;
  }

  /// The date after a time: `23:55 (Jan 30)`, `10:00 7th Nov 2023`.
  private Optional<TimeText.Day> dateBehind() {
    int before = at;
    skip(TimeForms.BEFORE_DATE);
    boolean isMarked = text.substring(before, at).matches(".*[(n].*");
    boolean isPlain = at > before;
    if (isPlain && at < text.length() && Character.isLetter(text.charAt(at))) {
      take(TimeForms.WEEKDAY);
    }
    Optional<TimeText.Day> day = isPlain ? day() : Optional.empty();
    Matcher after = matcher(TimeForms.AFTER_DATE);
    boolean isDate =
        day.isPresent() && (isMarked || day.get().year().isPresent() || after.lookingAt());
    if (!isDate) {
      at = before;
      return Optional.empty();
    }
    take(TimeForms.CLOSING);
    return day;
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
    int before = at;
    Optional<String> zone =
        take(TimeForms.ZONE)
            .map(found -> found.group(2) == null ? found.group(1) : found.group(2))
            .or(() ->
                take(TimeForms.PLACE)
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
            .filter(name -> ZoneNames.find(name).isPresent());
    at = zone.isPresent() ? at : before;
    return zone;
  }

  /// The end of a range, `–10:20`, `to 2024-03-14`.
  private Optional<Point> until() {
    int before = at;
    if (take(rangeForm).isEmpty()) {
      return Optional.empty();
    }
    if (at < text.length() && Character.isLetter(text.charAt(at))) {
      take(TimeForms.WEEKDAY);
    }
    Optional<Point> end = point(OptionalInt.empty());
    if (end.isEmpty()) {
      at = before;
    }
    return end;
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
      return take(TimeForms.MONTH_FIRST).map(f -> day(f.group(3), month(f.group(1)), f.group(2)));
    }
    int before = at;
    Optional<TimeText.Day> named =
        take(TimeForms.ISO)
            .map(found -> day(found.group(1), found.group(2), found.group(3)))
            .or(() ->
                take(TimeForms.DAY_FIRST).map(f -> day(f.group(3), month(f.group(2)), f.group(1))));
    if (named.isPresent()) {
      return named;
    }
    Optional<TimeText.Day> numbers =
        take(TimeForms.SHORT)
            .map(found -> numeric(found.group(1), found.group(2), null, false))
            .or(() ->
                take(TimeForms.HAN)
                    .map(found -> day(found.group(1), found.group(2), found.group(3))))
            .or(() -> take(TimeForms.NUMERIC).map(this::numeric))
            // Numbers that are not a date can be anything.
            .filter(day -> day.in(2000).isPresent());
    at = numbers.isPresent() ? at : before;
    return numbers;
  }

  private TimeText.Day numeric(MatchResult found) {
    return found.group(2) == null
        ? numeric(found.group(1), found.group(5), found.group(6), dayFirst)
        : numeric(
            found.group(1), found.group(3), found.group(4), dayFirst || found.group(2).equals("."));
  }

  /// Two numbers can be day and month in either order. A number above twelve settles it, and so do
  /// dots.
  private static TimeText.Day numeric(String one, String two, String year, boolean isDayFirst) {
    int first = Integer.parseInt(one);
    int second = Integer.parseInt(two);
    return first > 12 || (isDayFirst && second <= 12) ? day(year, two, one) : day(year, one, two);
  }

  private static TimeText.Day day(String year, String month, String day) {
    return new TimeText.Day(
        year == null ? OptionalInt.empty() : OptionalInt.of(year(year)),
        Integer.parseInt(month),
        Integer.parseInt(day));
  }

  /// `2024`, `24`, `'24`
  private static int year(String written) {
    String digits = Character.isDigit(written.charAt(0)) ? written : written.substring(1);
    return Integer.parseInt(digits) + (digits.length() == 2 ? 2000 : 0);
  }

  private static String month(String name) {
    return String.valueOf(MonthNames.number(name));
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
        .or(() -> take(TimeForms.HOURS).map(this::hours))
        .or(() -> take(TimeForms.HAN_CLOCK).flatMap(this::han))
        .or(() -> take(TimeForms.FOUR_DIGITS).map(f -> clock(f.group(1), f.group(2), null, null)))
        .or(this::bareHour);
  }

  private Optional<LocalTime> bareHour() {
    return rangeForm == TimeForms.SENTENCE_RANGE
        ? take(TimeForms.BARE_HOUR).map(found -> clock(found.group(1), "0", null, null))
        : Optional.empty();
  }

  private LocalTime hours(MatchResult found) {
    String minute = found.group(2) == null ? found.group(3) : found.group(2);
    return clock(found.group(1), minute == null ? "0" : minute, null, null);
  }

  private Optional<LocalTime> han(MatchResult found) {
    String minute = found.group(3) == null ? found.group(4) : found.group(3);
    boolean isAfternoon =
        found.group(1) != null && List.of("午後", "下午", "晚上").contains(found.group(1));
    int hour = Integer.parseInt(found.group(2));
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    return hour > 29 || minutes > 59
        ? Optional.empty()
        : Optional.of(
            clock(found.group(2), String.valueOf(minutes), null, isAfternoon ? "p" : null));
  }

  /// `14.43`, which is a time only after a date, or if several lines have such times.
  private Optional<LocalTime> dotted() {
    return take(TimeForms.DOTTED).map(found -> clock(found.group(1), found.group(2), null, null));
  }

  /// Some people count on past 24:00: `25:10` is 01:10 on the next day.
  private LocalTime clock(String hour, String minute, String second, String half) {
    int h = Integer.parseInt(hour);
    isNextDay = h >= 24;
    h %= 24;
    hasHalf = half != null;
    if (half != null && h <= 12) {
      h = h % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    return LocalTime.of(h, Integer.parseInt(minute), second == null ? 0 : Integer.parseInt(second));
  }
}
