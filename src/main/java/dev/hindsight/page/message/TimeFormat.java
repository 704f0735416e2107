package dev.hindsight.page.message;

import dev.hindsight.model.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Dates and lengths of time as people read them, the same in every locale.
public final class TimeFormat {
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);

  /// January first. A formatter takes ten times as long, and a page has dozens of days.
  private static final List<String> MONTHS =
      Arrays.stream(Month.values())
          .map(DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH)::format)
          .toList();

  private TimeFormat() {}

  /// `Apr`
  public static String month(LocalDate day) {
    return MONTHS.get(day.getMonthValue() - 1);
  }

  /// `2 Apr 2024`, or as much of it as is known.
  public static String day(Moment moment) {
    return switch (moment.precision()) {
      case YEAR -> String.valueOf(moment.year());
      case MONTH -> monthAndYear(moment.first());
      case DAY, TIME -> day(moment.first());
    };
  }

  /// `2 Apr 2024`
  public static String day(LocalDate day) {
    return day.getDayOfMonth() + " " + monthAndYear(day);
  }

  private static String monthAndYear(LocalDate day) {
    int year = day.getYear();
    return month(day) + " " + (year >= 1000 && year <= 9999 ? year : YEAR.format(day));
  }

  /// `1 day`, `68 days`
  public static String days(long days) {
    return days + (Math.abs(days) == 1 ? " day" : " days");
  }

  /// `2 Apr 2024, 14:45 UTC`, or as much of it as is known.
  public static String moment(Moment moment) {
    return day(moment)
        + moment.time().map(time -> ", " + time).orElse("")
        + moment
            .time()
            .flatMap(time -> moment.zone().map(zone -> offset(zone, moment.first().atTime(time))))
            .orElse("");
  }

  private static String offset(ZoneId zone, LocalDateTime at) {
    ZoneOffset offset = zone.getRules().getOffset(at);
    return offset.equals(ZoneOffset.UTC) ? " UTC" : " " + offset;
  }

  /// The first instant that a moment can mean, where a format must have one: what is not known is
  /// the first month, the first day, midnight, UTC.
  public static Instant instant(Moment moment) {
    return moment
        .first()
        .atTime(moment.time().orElse(LocalTime.MIDNIGHT))
        .atZone(moment.zone().orElse(ZoneOffset.UTC))
        .toInstant();
  }

  /// `45 min`, `1 h 25 min`, `2 d 3 h`.
  public static String length(long minutes) {
    long days = minutes / 1440;
    long hours = minutes / 60 % 24;
    String rest =
        days > 0
            ? part(days, "d") + part(hours, "h")
            : part(hours, "h") + part(minutes % 60, "min");
    return rest.isEmpty() ? "0 min" : rest.strip();
  }

  /// `T+15 min`; for what was before the first entry, `T−5 min`.
  public static String offset(long minutes) {
    return minutes == 0 ? "T+0" : (minutes > 0 ? "T+" : "T−") + length(Math.abs(minutes));
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : " " + amount + " " + unit;
  }
}
