package dev.hindsight.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A point in time with the precision that the report states: a year, a month, a day, or a minute
/// or second of a day, with its zone if the report states one. Nothing is added that was not
/// written.
///
/// @param first the first day that the moment can mean: January 1 for a year
/// @param precision how much of `first` was stated
/// @param time the time of day, present exactly when the precision is [Precision#TIME]
/// @param zone the zone that was written with the time
public record Moment(
    LocalDate first, Precision precision, Optional<LocalTime> time, Optional<ZoneId> zone)
    implements Comparable<Moment> {

  /// The precision of a moment.
  public enum Precision {
    YEAR,
    MONTH,
    DAY,
    TIME
  }

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?"
              + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?)?)?");

  private static final Comparator<Moment> BY_TIME =
      Comparator.comparing(Moment::first)
          .thenComparing(moment -> moment.time().isPresent())
          .thenComparing(moment -> moment.instant(ZoneOffset.UTC))
          .thenComparing(Moment::precision)
          .thenComparing(moment -> moment.zone().map(ZoneId::getId).orElse(""));

  /// @throws IllegalArgumentException if time and precision contradict each other
  public Moment {
    if (time.isPresent() != (precision == Precision.TIME)) {
      throw new IllegalArgumentException("a time of day and the precision TIME go together");
    }
  }

  /// A whole day.
  public static Moment day(LocalDate day) {
    return new Moment(day, Precision.DAY, Optional.empty(), Optional.empty());
  }

  /// A whole year.
  public static Moment year(int year) {
    return new Moment(LocalDate.of(year, 1, 1), Precision.YEAR, Optional.empty(), Optional.empty());
  }

  /// A time on a day.
  public static Moment at(LocalDate day, LocalTime time, Optional<ZoneId> zone) {
    return new Moment(day, Precision.TIME, Optional.of(time), zone);
  }

  /// Reads `2024`, `2024-04`, `2024-04-02` or `2024-04-02T14:45Z` (also with a space, seconds,
  /// `UTC` or an offset). Empty if the text is anything else, or a day that does not exist.
  public static Optional<Moment> parse(String text) {
    Matcher iso = ISO.matcher(text.strip());
    if (!iso.matches()) {
      return Optional.empty();
    }
    try {
      int month = iso.group(2) == null ? 1 : Integer.parseInt(iso.group(2));
      int day = iso.group(3) == null ? 1 : Integer.parseInt(iso.group(3));
      LocalDate first = LocalDate.of(Integer.parseInt(iso.group(1)), month, day);
      if (iso.group(4) != null) {
        int second = iso.group(6) == null ? 0 : Integer.parseInt(iso.group(6));
        // ISO 8601 also allows `24:00` for the end of a day.
        boolean isEndOfDay = iso.group(4).equals("24") && iso.group(5).equals("00") && second == 0;
        int hour = isEndOfDay ? 0 : Integer.parseInt(iso.group(4));
        LocalTime time = LocalTime.of(hour, Integer.parseInt(iso.group(5)), second);
        LocalDate on = isEndOfDay ? first.plusDays(1) : first;
        return Optional.of(at(on, time, Optional.ofNullable(iso.group(7)).map(Moment::zoneOf)));
      }
      Precision precision =
          iso.group(2) == null
              ? Precision.YEAR
              : iso.group(3) == null ? Precision.MONTH : Precision.DAY;
      return Optional.of(new Moment(first, precision, Optional.empty(), Optional.empty()));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /// The minutes until another moment. They are counted between instants, so zones and clock
  /// changes matter. A moment without a zone is assumed to be in the zone of the other. Empty
  /// unless both are known to the minute.
  public OptionalLong minutesUntil(Moment other) {
    if (time.isEmpty() || other.time.isEmpty()) {
      return OptionalLong.empty();
    }
    ZoneId own = zone.or(other::zone).orElse(ZoneOffset.UTC);
    return OptionalLong.of(Duration.between(instant(own), other.instant(own)).toMinutes());
  }

  private Instant instant(ZoneId otherwise) {
    return first.atTime(time.orElse(LocalTime.MIN)).atZone(zone.orElse(otherwise)).toInstant();
  }

  private static ZoneId zoneOf(String written) {
    return switch (written) {
      case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
      default -> ZoneOffset.of(written);
    };
  }

  /// The year, which is always known.
  public int year() {
    return first.getYear();
  }

  /// The date, as far as it is known: `2024`, `2024-04` or `2024-04-02`.
  public String date() {
    return switch (precision) {
      case YEAR -> first.toString().substring(0, 4);
      case MONTH -> first.toString().substring(0, 7);
      case DAY, TIME -> first.toString();
    };
  }

  /// ISO 8601, with the precision of the moment: `2024-04-02T14:45Z`.
  @Override
  public String toString() {
    return time.map(clock -> date() + "T" + clock + offset(clock)).orElseGet(this::date);
  }

  private String offset(LocalTime clock) {
    return zone.map(known -> known.getRules().getOffset(first.atTime(clock)).getId()).orElse("");
  }

  @Override
  public int compareTo(Moment other) {
    return BY_TIME.compare(this, other);
  }
}
