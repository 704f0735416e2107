package dev.hindsight.read.words;

import dev.hindsight.model.Moment;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Counts the minutes of a report's timeline and gives its times their dates and zones.
///
/// A date applies to the times after it. If the clock jumps back by more than eight hours, it has
/// passed midnight. If it jumps back by less, the entries are out of order.
public final class TimelineClock {
  private static final Duration MIDNIGHT = Duration.ofHours(8);

  /// Used to count minutes if the report's own date is unknown. Any date will do.
  private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

  /// `All times in UTC`, `Time (JST)`, `times are shown in PST`.
  private static final Pattern STATED_ZONE =
      Pattern.compile(
          "(?:\\b[Tt]imes?(?:tamps?)?\\b|時刻|日時)[^.\\n]{0,40}?(?<![A-Za-z])"
              + "("
              + ZoneNames.SHORT_NAMES
              + ")(?![A-Za-z])"
              + "|·\\s*(UTC|GMT)\\b");

  private static final Pattern HEADING_ZONE =
      Pattern.compile(
          "[(（,·]\\s*(?:(?:all\\s+)?times?\\s+(?:are\\s+)?(?:in\\s+)?)?("
              + ZoneNames.SHORT_NAMES
              + ")\\s*(?:[)）]|$)");

  private boolean isDayKnown;
  private LocalDate day;
  private LocalDateTime first;
  private LocalDateTime last;
  private Optional<ZoneId> zone = Optional.empty();
  private OptionalInt dayNumber = OptionalInt.empty();

  /// A time with its position on the timeline.
  ///
  /// @param minutes since the first entry with a time
  public record TimePoint(Optional<Moment> at, OptionalLong minutes) {}

  public TimelineClock(Optional<Moment> date) {
    Optional<LocalDate> known =
        date.filter(moment -> moment.precision().compareTo(Moment.Precision.DAY) >= 0)
            .map(Moment::first);
    this.isDayKnown = known.isPresent();
    this.day = known.or(() -> date.map(Moment::first)).orElse(SOME_DAY);
  }

  /// Sets the zone of all times without one, from a heading or from column names: `Timeline (UTC)`.
  public void zoneOfHeading(String heading) {
    Matcher stated = HEADING_ZONE.matcher(heading);
    if (stated.find()) {
      zone = ZoneNames.find(stated.group(1)).or(() -> zone);
    } else {
      zone(heading);
    }
  }

  /// Sets it from what the text above the times says.
  public void zone(String text) {
    Matcher stated = STATED_ZONE.matcher(text);
    if (stated.find()) {
      String name = stated.group(1) == null ? stated.group(2) : stated.group(1);
      zone = ZoneNames.find(name).or(() -> zone);
    }
  }

  /// Continues on another day.
  public void turnTo(TimeText.Day other) {
    nearest(other)
        .ifPresent(date -> {
          day = date;
          isDayKnown |= other.year().isPresent();
        });
  }

  /// A date without a year is in the year that brings it nearest to the previous date: after
  /// December 30, January is in the next year.
  private Optional<LocalDate> nearest(TimeText.Day other) {
    if (other.year().isPresent()) {
      return other.in(day.getYear());
    }
    return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
        .mapToObj(other::in)
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(day, date))));
  }

  /// Continues on `Day 2`, counted from the last day with a number.
  private void count(int number) {
    day = day.plusDays(number - dayNumber.orElse(number));
    dayNumber = OptionalInt.of(number);
  }

  /// Places a time. Call this for each time in order.
  public TimePoint place(TimeText time) {
    if (time.offset().isPresent()) {
      return new TimePoint(Optional.empty(), time.offset());
    }
    time.date().ifPresent(this::turnTo);
    time.dayNumber().ifPresent(this::count);
    Optional<ZoneId> own = time.zone().flatMap(ZoneNames::find).or(() -> zone);
    // A zone that one entry names applies to the entries below it.
    zone = own;
    if (time.time().isEmpty()) {
      boolean isDated = time.date().isPresent() && isDayKnown;
      return new TimePoint(
          isDated ? Optional.of(Moment.day(day)) : Optional.empty(), OptionalLong.empty());
    }
    LocalDateTime now = day.atTime(time.time().get());
    if (time.date().isEmpty()
        && time.dayNumber().isEmpty()
        && last != null
        && Duration.between(now, last).compareTo(MIDNIGHT) > 0) {
      day = day.plusDays(1);
      now = day.atTime(time.time().get());
    }
    last = now;
    first = first == null ? now : first;
    return new TimePoint(
        isDayKnown ? Optional.of(Moment.at(day, time.time().get(), own)) : Optional.empty(),
        OptionalLong.of(Duration.between(first, now).toMinutes()));
  }
}
