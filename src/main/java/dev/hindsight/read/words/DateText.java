package dev.hindsight.read.words;

import dev.hindsight.model.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads dates as people write them, and keeps their precision: `2026-03-12`, `October 9, 2025`,
/// `January 2025`, `2022-05-??`, `2026-07-24 to 2026-07-25`, `2024-04-02 14:45 UTC`.
public final class DateText {
  private static final Pattern MONTH_ONLY =
      Pattern.compile(
          "(?i)^\\s*(?:(\\d{4})[-/](\\d{1,2})(?:[-/](?:\\?\\?|xx))?(?![\\d-/])"
              + "|"
              + MonthNames.FULL
              + "\\s+(?:de\\s+)?(\\d{4})\\b)");
  private static final Pattern YEAR_ONLY = Pattern.compile("^\\s*(\\d{4})(?:[-/]\\?\\?.*)?\\s*$");
  private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)");

  private DateText() {}

  /// The date at the start of a text; for a range, the first date.
  ///
  /// @param dayFirst whether `06-11-2023` is in November
  public static Optional<Moment> read(String text, boolean dayFirst) {
    return monthOrYear(text)
        .or(() -> Moment.parse(text))
        .or(() -> TimeText.at(text, dayFirst).flatMap(TimeText::moment));
  }

  /// A start and an end.
  public record Range(Moment start, Moment end) {}

  /// The two times of day in a text, with their date: `2025-01-03, 10:00 – 11:30 UTC`.
  public static Optional<Range> range(String text, boolean dayFirst) {
    return TimeText.at(text, dayFirst).flatMap(DateText::range);
  }

  /// The start and end of a range on a day, unless the range has its own date. A date without a
  /// year is in the year that brings it nearest to that day.
  public static Optional<Range> range(TimeText time, LocalDate day) {
    LocalDate start = time.date().flatMap(own -> near(own, day)).orElse(day);
    return range(time.onDay(start));
  }

  /// A date in the year that brings it nearest to another date.
  public static Optional<LocalDate> near(TimeText.Day day, LocalDate other) {
    return IntStream.rangeClosed(other.getYear() - 1, other.getYear() + 1)
        .mapToObj(day::in)
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(other, date))));
  }

  /// The start and end of a range that has a date. An end without a date is the first such time
  /// after the start. The date of a range over midnight is the date of its start.
  static Optional<Range> range(TimeText time) {
    Optional<Moment> start = time.moment().filter(from -> from.time().isPresent());
    Optional<TimeText> until = time.until().filter(end -> end.time().isPresent());
    if (start.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    Moment from = start.get();
    Optional<ZoneId> zone = until.get().zone().flatMap(ZoneNames::find).or(from::zone);
    LocalTime clock = until.get().time().get();
    LocalDate own = from.first();
    LocalDate day = until.get().date().flatMap(written -> near(written, own)).orElse(own);
    Moment to = Moment.at(until.get().isNextDay() ? day.plusDays(1) : day, clock, zone);
    return Optional.of(new Range(from, day.equals(own) ? after(from, to) : to));
  }

  /// The end on the earliest day on which it is not before the start: the day before, the same day
  /// or the next.
  private static Moment after(Moment start, Moment end) {
    Moment before = Moment.at(end.first().minusDays(1), end.time().orElseThrow(), end.zone());
    Moment next = Moment.at(end.first().plusDays(1), end.time().orElseThrow(), end.zone());
    return Stream.of(before, end)
        .filter(moment -> start.minutesUntil(moment).orElse(0) >= 0)
        .findFirst()
        .orElse(next);
  }

  private static Optional<Moment> monthOrYear(String text) {
    Matcher month = MONTH_ONLY.matcher(text);
    if (month.lookingAt()) {
      String name = month.group(3);
      int year = Integer.parseInt(name == null ? month.group(1) : month.group(4));
      int number = name == null ? Integer.parseInt(month.group(2)) : MonthNames.number(name);
      return number < 1 || number > 12
          ? Optional.empty()
          : Optional.of(
              new Moment(
                  LocalDate.of(year, number, 1),
                  Moment.Precision.MONTH,
                  Optional.empty(),
                  Optional.empty()));
    }
    Matcher year = YEAR_ONLY.matcher(text);
    return year.matches()
        ? Optional.of(Moment.year(Integer.parseInt(year.group(1))))
        : Optional.empty();
  }

  /// The date in a file's path: at the start of the file name, or in the names of its folders.
  public static Optional<Moment> inPath(String path, boolean dayFirst) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String folders = path.substring(0, Math.max(0, path.lastIndexOf('/'))).replace('/', '-');
    Matcher compact = COMPACT.matcher(name);
    String spaced = compact.find() ? compact.replaceFirst("$1-$2-$3") : name;
    return leading(spaced, dayFirst)
        .or(() -> leading(spaced.replaceFirst("^[A-Za-z]+[-_]", ""), dayFirst))
        .or(() -> leading(folders.replaceFirst("^\\D+", ""), dayFirst));
  }

  private static final Pattern IN_NAME =
      Pattern.compile("^(\\d{4}-\\d{1,2}(?:-\\d{1,2})?|\\d{1,2}-\\d{1,2}-\\d{4})(?!\\d)");

  private static Optional<Moment> leading(String name, boolean dayFirst) {
    Matcher date = IN_NAME.matcher(name);
    return date.lookingAt() ? read(date.group(1), dayFirst) : Optional.empty();
  }
}
