package dev.hindsight.page;

import dev.hindsight.model.Moment;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates and lengths of time as people read them, the same in every locale.
final class Times {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private Times() {}

  /// `2 Apr 2024`, or as much of it as is known.
  static String day(Moment moment) {
    return switch (moment.precision()) {
      case YEAR -> String.valueOf(moment.year());
      case MONTH -> MONTH.format(moment.first());
      case DAY, TIME -> DAY.format(moment.first());
    };
  }

  /// `45 min`, `1 h 25 min`, `2 d 3 h`.
  static String length(long minutes) {
    long days = minutes / 1440;
    long hours = minutes / 60 % 24;
    String rest =
        days > 0
            ? part(days, "d") + part(hours, "h")
            : part(hours, "h") + part(minutes % 60, "min");
    return rest.isEmpty() ? "0 min" : rest.strip();
  }

  /// `T+15 min`; for what was before the first entry, `T−5 min`.
  static String offset(long minutes) {
    return minutes == 0 ? "T+0" : (minutes > 0 ? "T+" : "T−") + length(Math.abs(minutes));
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : " " + amount + " " + unit;
  }
}
