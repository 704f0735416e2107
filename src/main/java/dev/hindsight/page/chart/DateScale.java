package dev.hindsight.page.chart;

import dev.hindsight.page.message.TimeFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// The horizontal positions of days in a chart: whole quarters from the oldest to the newest.
///
/// @param first the first day of a quarter
/// @param end the first day of the quarter after the last
record DateScale(LocalDate first, LocalDate end, double left, double right) {
  /// Space for a name such as `Q2 2024`.
  private static final double BETWEEN_TICKS = 58;

  /// Months between ticks. The first number that leaves space for names is used.
  private static final int[] STEPS = {1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000};

  /// A day with a name.
  ///
  /// @param isYear whether a year begins here
  record Tick(double x, String name, boolean isYear) {}

  /// @param days at least one
  static DateScale of(Collection<LocalDate> days, double left, double right) {
    LocalDate first = quarter(Collections.min(days));
    return new DateScale(first, quarter(Collections.max(days)).plusMonths(3), left, right);
  }

  private static LocalDate quarter(LocalDate day) {
    return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
  }

  double x(LocalDate day) {
    double share =
        (double) (day.toEpochDay() - first.toEpochDay()) / (end.toEpochDay() - first.toEpochDay());
    return Svg.round(left + share * (right - left));
  }

  /// The number of quarters.
  int quarters() {
    return quarterOf(end);
  }

  /// The index of the quarter that contains a day; 0 for the first.
  int quarterOf(LocalDate day) {
    return (months(day) - months(first)) / 3;
  }

  private static int months(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  List<Tick> ticks(TimeFormat times) {
    int step = step();
    List<Tick> ticks = new ArrayList<>();
    for (int month = months(first); month < months(end); month++) {
      if (month % step == 0) {
        LocalDate day = LocalDate.of(month / 12, month % 12 + 1, 1);
        ticks.add(new Tick(x(day), name(day, step, ticks.isEmpty(), times), month % 12 == 0));
      }
    }
    return ticks;
  }

  private int step() {
    double room = (right - left) / (months(end) - months(first));
    for (int step : STEPS) {
      if (step * room >= BETWEEN_TICKS) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  private static String name(LocalDate day, int step, boolean isFirst, TimeFormat times) {
    if (day.getMonthValue() == 1) {
      return String.valueOf(day.getYear());
    }
    String part = step == 1 ? times.month(day) : times.quarter(day);
    return isFirst ? times.inYear(part, day) : part;
  }
}
