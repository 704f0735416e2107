package dev.hindsight.read.words;

import dev.hindsight.model.Moment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Counts the minutes of a report's timeline and gives its times their dates and zones.
///
/// A date applies to the times after it. If the clock jumps back by more than eight hours, it has
/// passed midnight. If it jumps back by less, the entries are out of order. Minutes are counted
/// between instants.
public final class TimelineClock {
  private static final long MIDNIGHT = 8 * 60;
  private static final long DAY = 24 * 60;

  /// Used to count minutes if the report's own date is unknown. Any date will do.
  private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

  private boolean isDayKnown;
  private LocalDate day;

  /// Whether a day was written after the last time of day.
  private boolean isDayNew;

  private Moment last;
  private long minutes;
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

  private TimelineClock(TimelineClock other, LocalDate day) {
    this.isDayKnown = other.isDayKnown;
    this.day = day;
    this.zone = other.zone;
  }

  /// Sets the zone of all times without one, from a heading or from column names: `Timeline (UTC)`.
  public void zoneOfHeading(String heading) {
    zone = StatedZone.ofHeading(heading).or(() -> zone);
  }

  /// Sets it from what the text above the times says.
  public void zone(String text) {
    zone = StatedZone.of(text).or(() -> zone);
  }

  /// Continues on another day: a date, or `Day 2`, counted from the last day with a number.
  public void turnTo(TimeText other) {
    Optional<LocalDate> date = other.date().flatMap(this::nearest);
    if (date.isPresent()) {
      day = date.get();
      isDayKnown |= other.date().get().year().isPresent();
      dayNumber = other.dayNumber().isPresent() ? other.dayNumber() : dayNumber;
    } else if (other.dayNumber().isPresent()) {
      int number = other.dayNumber().getAsInt();
      day = day.plusDays(number - dayNumber.orElse(number));
      dayNumber = other.dayNumber();
    }
    isDayNew |= date.isPresent() || other.dayNumber().isPresent();
  }

  /// Continues on the next such day of the week, or on the nearest if there is no time yet.
  public void turnTo(DayOfWeek weekday) {
    LocalDate from = last == null ? day.minusDays(3) : day;
    day = from.with(TemporalAdjusters.nextOrSame(weekday));
    isDayNew = true;
  }

  /// A date without a year is in the year that brings it nearest to the previous date: after
  /// December 30, January is in the next year.
  private Optional<LocalDate> nearest(TimeText.Day other) {
    return DateText.near(other, day);
  }

  /// Prepares for the times of a timeline. Times above the first date are on that day or the days
  /// before it, unless the known day already puts them before it and in order.
  public void leadUp(List<TimeText> times) {
    int dated = 0;
    while (dated < times.size() && times.get(dated).date().isEmpty()) {
      dated++;
    }
    if (last != null
        || isDayNew
        || dated == 0
        || dated == times.size()
        || times.stream().limit(dated).anyMatch(time -> time.dayNumber().isPresent())) {
      return;
    }
    TimeText first = times.get(dated);
    Optional<LocalDate> date = first.date().flatMap(this::nearest);
    if (date.isEmpty()) {
      return;
    }
    TimelineClock trial = new TimelineClock(this, day);
    times.subList(0, dated).forEach(trial::place);
    Moment known = trial.last;
    trial.place(first);
    boolean isInOrder = known == null || known.minutesUntil(trial.last).orElse(0) >= 0;
    boolean isBefore = known == null || !known.first().isAfter(date.get());
    if (!isDayKnown || !isInOrder || !isBefore) {
      day = date.get().minusDays(days(times.subList(0, dated), first, date.get()));
      isDayKnown |= first.date().get().year().isPresent();
    }
  }

  /// How many midnights pass until a time.
  private long days(List<TimeText> times, TimeText end, LocalDate date) {
    TimelineClock trial = new TimelineClock(this, date);
    times.forEach(trial::place);
    if (end.time().isPresent()) {
      trial.place(end.undated());
    }
    return ChronoUnit.DAYS.between(date, trial.day);
  }

  /// Places a time. Call this for each time in order.
  public TimePoint place(TimeText time) {
    if (time.offset().isPresent() || time.isImpossible()) {
      return new TimePoint(Optional.empty(), time.offset());
    }
    turnTo(time);
    // A zone that one entry names applies to the entries below it.
    zone = time.zone().flatMap(ZoneNames::find).or(() -> zone);
    if (time.time().isEmpty()) {
      boolean isDated = time.date().isPresent() && isDayKnown;
      return new TimePoint(
          isDated ? Optional.of(Moment.day(day)) : Optional.empty(), OptionalLong.empty());
    }
    Moment now = moment(time);
    if (last != null) {
      if (!isDayNew) {
        day = day.plusDays(midnights(last.minutesUntil(now).orElse(0), now));
        now = moment(time);
      }
      now = afterClockChange(now);
      minutes += last.minutesUntil(now).orElse(0);
    }
    last = now;
    isDayNew = false;
    return new TimePoint(
        isDayKnown ? Optional.of(now) : Optional.empty(), OptionalLong.of(minutes));
  }

  private Moment moment(TimeText time) {
    return Moment.at(time.isNextDay() ? day.plusDays(1) : day, time.time().orElseThrow(), zone);
  }

  /// How many midnights are between the last time and one without a date. In another zone it can be
  /// the day before.
  private long midnights(long after, Moment now) {
    boolean isOtherZone = last.zone().isPresent() && !last.zone().equals(now.zone());
    return after < -MIDNIGHT ? 1 : isOtherZone && after > DAY - MIDNIGHT ? -1 : 0;
  }

  /// If the clock was set back, the same time of day occurs twice. This returns the second one if
  /// the first would be before the last time.
  private Moment afterClockChange(Moment now) {
    if (now.zone().isEmpty() || last.minutesUntil(now).orElse(0) >= 0) {
      return now;
    }
    ZonedDateTime first = now.first().atTime(now.time().orElseThrow()).atZone(now.zone().get());
    Moment second =
        Moment.at(
            now.first(),
            now.time().get(),
            Optional.of(first.withLaterOffsetAtOverlap().getOffset()));
    return last.minutesUntil(second).orElse(0) >= 0 ? second : now;
  }
}
