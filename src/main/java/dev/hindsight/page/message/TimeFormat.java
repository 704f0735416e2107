package dev.hindsight.page.message;

import dev.hindsight.model.Moment;
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

/// Dates and durations as people write them in one language. `java.time` knows the names of the
/// months; messages give the order of day, month and year, and the names of units. Times use 24
/// hours in every language. Can be used by many threads at once.
public final class TimeFormat {
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);

  private final Messages messages;

  // January first. A formatter takes ten times as long, and a page has dozens of days. Some
  // languages inflect the name of a month beside a day.
  private final List<String> months;
  private final List<String> monthsAlone;
  private final List<String> longMonths;

  TimeFormat(Messages messages) {
    this.messages = messages;
    this.months = months("MMM", messages.locale());
    this.monthsAlone = months("LLL", messages.locale());
    this.longMonths = months("LLLL", messages.locale());
  }

  private static List<String> months(String pattern, Locale locale) {
    return Arrays.stream(Month.values())
        .map(DateTimeFormatter.ofPattern(pattern, locale)::format)
        .toList();
  }

  /// `Apr`
  public String month(LocalDate day) {
    return monthsAlone.get(day.getMonthValue() - 1);
  }

  /// `April`
  public String longMonth(LocalDate day) {
    return longMonths.get(day.getMonthValue() - 1);
  }

  /// `Q2`
  public String quarter(LocalDate day) {
    return messages.text("dates.quarter", String.valueOf((day.getMonthValue() - 1) / 3 + 1));
  }

  /// `Apr 2024`, `Q2 2024`
  ///
  /// @param name of a month or a quarter
  public String inYear(String name, LocalDate day) {
    return messages.text("dates.month", name, year(day));
  }

  /// `2019 to 2021`
  public String years(int first, int last) {
    return messages.text("dates.years", String.valueOf(first), String.valueOf(last));
  }

  /// `2 Apr 2024`, or as much of it as is known.
  public String day(Moment moment) {
    return switch (moment.precision()) {
      case YEAR -> String.valueOf(moment.year());
      case MONTH -> inYear(month(moment.first()), moment.first());
      case DAY, TIME -> day(moment.first());
    };
  }

  /// `2 Apr 2024`
  public String day(LocalDate day) {
    return messages.text(
        "dates.day",
        String.valueOf(day.getDayOfMonth()),
        months.get(day.getMonthValue() - 1),
        year(day));
  }

  private static String year(LocalDate day) {
    int year = day.getYear();
    return year >= 1000 && year <= 9999 ? String.valueOf(year) : YEAR.format(day);
  }

  /// `1 day`, `68 days`
  public String days(long days) {
    return messages.text("dates.days", days);
  }

  /// `2 Apr 2024, 14:45 UTC`, or as much of it as is known.
  public String moment(Moment moment) {
    return moment
        .time()
        .map(time -> messages.text("dates.moment", day(moment), time(moment, time)))
        .orElseGet(() -> day(moment));
  }

  private static String time(Moment moment, LocalTime time) {
    return time + moment.zone().map(zone -> offset(zone, moment.first().atTime(time))).orElse("");
  }

  private static String offset(ZoneId zone, LocalDateTime at) {
    ZoneOffset offset = zone.getRules().getOffset(at);
    return offset.equals(ZoneOffset.UTC) ? " UTC" : " " + offset;
  }

  /// `45 min`, `1 h 25 min`, `2 d 3 h`.
  public String length(long minutes) {
    long days = minutes / 1440;
    long hours = minutes / 60 % 24;
    return days > 0
        ? length("dates.length-days", days, "dates.length-hours", hours)
        : length("dates.length-hours", hours, "dates.length-minutes", minutes % 60);
  }

  /// @param small is left out if it is 0, and so is `large`, but not both
  private String length(String largeUnit, long large, String smallUnit, long small) {
    if (large == 0) {
      return messages.text(smallUnit, small);
    }
    String most = messages.text(largeUnit, large);
    return small == 0 ? most : messages.text("dates.length", most, messages.text(smallUnit, small));
  }

  /// `T+15 min`, or `T−5 min` for a time before the first entry.
  public String offset(long minutes) {
    return minutes == 0
        ? messages.text("dates.offset-none")
        : messages.text(
            minutes > 0 ? "dates.offset-after" : "dates.offset-before", length(Math.abs(minutes)));
  }
}
