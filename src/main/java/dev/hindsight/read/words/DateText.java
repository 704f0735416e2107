package dev.hindsight.read.words;

import dev.hindsight.model.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates as people write them, and keeps their precision: `2026-03-12`, `October 9, 2025`,
/// `January 2025`, `2022-05-??`, `2026-07-24 to 2026-07-25`, `2024-04-02 14:45 UTC`.
public final class DateText {
  private static final Pattern MONTH_ONLY =
      Pattern.compile(
          "(?i)^\\s*(?:(\\d{4})[-/](\\d{1,2})(?:[-/](?:\\?\\?|xx))?(?![\\d-/])"
              + "|(january|february|march|april|may|june|july|august|september|october|november|december)\\s+(\\d{4})\\b)");
  private static final Pattern YEAR_ONLY = Pattern.compile("^\\s*(\\d{4})(?:[-/]\\?\\?.*)?\\s*$");
  private static final Pattern DASHED =
      Pattern.compile("^\\s*(\\d{1,2})-(\\d{1,2})-(\\d{4})(?!\\d)");
  private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)");

  private static final int LONGEST_RANGE = 100;

  private DateText() {}

  /// The date at the start of a text; for a range, the first date.
  ///
  /// @param dayFirst whether `06-11-2023` is in November
  public static Optional<Moment> read(String text, boolean dayFirst) {
    return monthOrYear(text)
        .or(() -> Moment.parse(text))
        .or(() -> dashed(text, dayFirst))
        .or(() -> TimeText.at(text, dayFirst).flatMap(DateText::moment));
  }

  private static Optional<Moment> moment(TimeText time) {
    return time.date()
        .filter(day -> day.year().isPresent())
        .flatMap(day -> day.in(0))
        .map(day ->
            time.time()
                .map(clock -> Moment.at(day, clock, time.zone().flatMap(ZoneNames::find)))
                .orElse(Moment.day(day)));
  }

  /// A start and an end.
  public record Range(Moment start, Moment end) {}

  private static final Pattern TO =
      Pattern.compile("(?i)\\s*[–—→~〜～]+\\s*|\\s+-+>?\\s+|\\s+(?:to|until|till)\\s+");

  /// The two times of day in a text, with their date: `2025-01-03, 10:00 – 11:30 UTC`.
  public static Optional<Range> range(String text, boolean dayFirst) {
    String first = text.length() > LONGEST_RANGE ? text.substring(0, LONGEST_RANGE) : text;
    Matcher to = TO.matcher(first);
    while (to.find()) {
      String left = first.substring(0, to.start()).replaceFirst("(?i),?\\s+from\\s+", " ");
      Optional<TimeText> start =
          TimeText.at(left, dayFirst).filter(time -> time.end() >= left.stripTrailing().length());
      Optional<TimeText> end = TimeText.at(first.substring(to.end()), dayFirst);
      if (start.flatMap(DateText::moment).isPresent()
          && start.get().time().isPresent()
          && end.flatMap(TimeText::time).isPresent()) {
        return range(start.get(), end.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<Range> range(TimeText start, TimeText end) {
    Moment from = moment(start).orElseThrow();
    Optional<ZoneId> zone = end.zone().flatMap(ZoneNames::find).or(from::zone);
    LocalTime clock = end.time().orElseThrow();
    LocalDate day =
        end.date()
            .flatMap(written -> written.in(from.first().getYear()))
            .orElse(
                clock.isBefore(from.time().orElseThrow())
                    ? from.first().plusDays(1)
                    : from.first());
    return Optional.of(
        new Range(
            Moment.at(from.first(), from.time().orElseThrow(), from.zone().or(() -> zone)),
            Moment.at(day, clock, zone)));
  }

  private static Optional<Moment> monthOrYear(String text) {
    Matcher month = MONTH_ONLY.matcher(text);
    if (month.lookingAt()) {
      String name = month.group(3);
      int year = Integer.parseInt(name == null ? month.group(1) : month.group(4));
      int number =
          name == null
              ? Integer.parseInt(month.group(2))
              : Month.valueOf(name.toUpperCase(Locale.ROOT)).getValue();
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

  private static Optional<Moment> dashed(String text, boolean dayFirst) {
    Matcher dashed = DASHED.matcher(text);
    return dashed.lookingAt()
        ? TimeText.at(dashed.group().replace('-', '/'), dayFirst).flatMap(DateText::moment)
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
