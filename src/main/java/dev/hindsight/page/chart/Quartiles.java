package dev.hindsight.page.chart;

import java.util.Collection;

/// A set of durations in five numbers.
///
/// @param count the number of durations
/// @param lower a quarter of the durations is shorter
/// @param upper a quarter of the durations is longer
record Quartiles(int count, long least, long lower, long median, long upper, long most) {

  /// @param minutes at least one
  static Quartiles of(Collection<Long> minutes) {
    long[] sorted = minutes.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Quartiles(
        sorted.length,
        sorted[0],
        at(sorted, 0.25),
        at(sorted, 0.5),
        at(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  /// Interpolates between two durations, to the minute.
  private static long at(long[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return Math.round(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
  }
}
