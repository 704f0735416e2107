package dev.hindsight.read.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A time as people write it at the beginning of a timeline entry: `14:45`, `~9:05 am UTC`,
/// `2024-03-13 10:12–10:20`, `Jan 13th, 21:45 (UTC)`, `Day 2 · 10:15`, `T+0:05`.
///
/// @param end how many characters it takes, including the zone and the end of a range
/// @param dayNumber the 2 of `Day 2`
/// @param date the day, if one is written
/// @param time the time of day, if it is written to the minute
/// @param zone as written
/// @param offset minutes since the start, for `T+0:05`
public record TimeText(
    int end,
    OptionalInt dayNumber,
    Optional<Day> date,
    Optional<LocalTime> time,
    Optional<String> zone,
    OptionalLong offset) {

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
  }

  /// An unknown time.
  public static final TimeText UNKNOWN_TIME = unknown(0);

  /// Words that stand for an unknown time.
  static TimeText unknown(int end) {
    return elapsed(end, OptionalLong.empty());
  }

  /// A time relative to the start.
  static TimeText elapsed(int end, OptionalLong minutes) {
    return new TimeText(
        end, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), minutes);
  }

  /// The time at the start of a text; empty if it starts with something else.
  ///
  /// @param dayFirst whether `06/11/2023` is in November
  public static Optional<TimeText> at(String text, boolean dayFirst) {
    return new TimeScanner(text, dayFirst).time();
  }
}
