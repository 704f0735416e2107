package dev.hindsight.read;

import dev.hindsight.model.Moment;
import dev.hindsight.model.TimelineEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts the minutes of one timeline and gives its times their days.
///
/// A clock that jumps back by more than eight hours has passed midnight; one that jumps back by
/// less only tells out of order.
final class Clock {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:(\\d{4}-\\d{2}-\\d{2})[T ])?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?(\\S+))?");
  private static final Duration MIDNIGHT = Duration.ofHours(8);

  /// Any day serves to count minutes where the report's own is not known.
  private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

  private final boolean isDayKnown;
  private LocalDate day;
  private LocalDateTime first;
  private LocalDateTime last;

  Clock(Optional<Moment> date) {
    Optional<LocalDate> known =
        date.filter(moment -> moment.precision().compareTo(Moment.Precision.DAY) >= 0)
            .map(Moment::first);
    this.isDayKnown = known.isPresent();
    this.day = known.orElse(SOME_DAY);
  }

  /// The entry with its day and minutes, given after all entries before it.
  TimelineEntry place(TimelineEntry entry) {
    Matcher written = WRITTEN.matcher(entry.time());
    if (!written.matches()) {
      return entry;
    }
    Optional<LocalDate> own = Moment.parse(orEmpty(written.group(1))).map(Moment::first);
    LocalTime time =
        LocalTime.of(
            Integer.parseInt(written.group(2)),
            Integer.parseInt(written.group(3)),
            written.group(4) == null ? 0 : Integer.parseInt(written.group(4)));
    own.ifPresent(stated -> day = stated);
    LocalDateTime now = day.atTime(time);
    if (own.isEmpty() && last != null && Duration.between(now, last).compareTo(MIDNIGHT) > 0) {
      day = day.plusDays(1);
      now = day.atTime(time);
    }
    last = now;
    first = first == null ? now : first;
    Optional<ZoneId> zone =
        Moment.parse("2000-01-01 00:00" + orEmpty(written.group(5))).flatMap(Moment::zone);
    Optional<Moment> at =
        isDayKnown || own.isPresent() ? Optional.of(Moment.at(day, time, zone)) : Optional.empty();
    return new TimelineEntry(
        entry.time(),
        at,
        OptionalLong.of(Duration.between(first, now).toMinutes()),
        entry.tags(),
        entry.html(),
        entry.text(),
        entry.anchor());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
