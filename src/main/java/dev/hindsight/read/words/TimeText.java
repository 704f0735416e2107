package dev.hindsight.read.words;

import dev.hindsight.model.Moment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A time as people write it at the beginning of a timeline entry: `14:45`, `~9:05 am UTC`,
/// `2024-03-13 10:12–10:20`, `23:55 (Jan 30)`, `Day 2 · 10:15`, `T+0:05`.
///
/// @param end how many characters it takes, including the zone and the end of a range
/// @param dayNumber the 2 of `Day 2`
/// @param date the day, if one is written; in a timeline it can be one that does not exist
/// @param time the time of day, if it is written to the minute
/// @param isNextDay whether the time is on the day after the written one: `25:10`
/// @param zone as written
/// @param offset minutes since the start, for `T+0:05`
/// @param until the end of a range
public record TimeText(
    int end,
    OptionalInt dayNumber,
    Optional<Day> date,
    Optional<LocalTime> time,
    boolean isNextDay,
    Optional<String> zone,
    OptionalLong offset,
    Optional<TimeText> until) {

  /// A day of a month. People leave the year out when it is clear to them.
  public record Day(OptionalInt year, int month, int day) {

    /// The date, in another year if none was written; empty for a day that does not exist.
    Optional<LocalDate> in(int otherYear) {
      try {
        return Optional.of(LocalDate.of(year.orElse(otherYear), month, day));
      } catch (DateTimeException impossible) {
        return Optional.empty();
      }
    }

    /// The same day, in another year if none was written.
    Day orIn(OptionalInt otherYear) {
      return year.isPresent() ? this : new Day(otherYear, month, day);
    }
  }

  /// A leap year, because February 29 without a year is possible.
  private static final int LEAP_YEAR = 2000;

  /// An unknown time.
  public static final TimeText UNKNOWN_TIME = unknown(0);

  /// Words that stand for an unknown time.
  static TimeText unknown(int end) {
    return elapsed(end, OptionalLong.empty());
  }

  /// A time relative to the start.
  static TimeText elapsed(int end, OptionalLong minutes) {
    return new TimeText(
        end,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        minutes,
        Optional.empty());
  }

  /// The time at the start of a text; empty if it starts with something else.
  ///
  /// @param dayFirst whether `06/11/2023` is in November
  public static Optional<TimeText> at(String text, boolean dayFirst) {
    return inTimeline(text, dayFirst, false).filter(time -> !time.isImpossible());
  }

  /// The time at the start of a timeline entry. A date that does not exist makes the time unknown.
  ///
  /// @param areDotted whether `11.51` is a time
  public static Optional<TimeText> inTimeline(String text, boolean dayFirst, boolean areDotted) {
    return new TimeScanner(text, dayFirst, areDotted).time();
  }

  /// Whether its date does not exist: `Feb 30`.
  public boolean isImpossible() {
    return date.isPresent() && date.get().in(LEAP_YEAR).isEmpty();
  }

  /// The same time, on the day of another unless it has its own.
  public TimeText on(TimeText day) {
    return new TimeText(
        end,
        date.isPresent() || dayNumber.isPresent() ? dayNumber : day.dayNumber,
        date.or(day::date),
        time,
        isNextDay,
        zone.or(day::zone),
        offset,
        until);
  }

  /// The same time on a date.
  TimeText onDay(LocalDate other) {
    Day own =
        new Day(OptionalInt.of(other.getYear()), other.getMonthValue(), other.getDayOfMonth());
    return new TimeText(end, dayNumber, Optional.of(own), time, isNextDay, zone, offset, until);
  }

  /// The same time without its day.
  TimeText undated() {
    return new TimeText(
        end, OptionalInt.empty(), Optional.empty(), time, isNextDay, zone, offset, until);
  }

  /// The moment, with its zone if that is known; empty without a date and its year.
  Optional<Moment> moment() {
    return date.filter(day -> day.year().isPresent())
        .flatMap(day -> day.in(0))
        .map(day ->
            time.map(clock ->
                    Moment.at(
                        isNextDay ? day.plusDays(1) : day, clock, zone.flatMap(ZoneNames::find)))
                .orElse(Moment.day(day)));
  }
}
