package dev.hindsight.page.chart;

import java.util.Collection;

/// What can be said of some lengths of time in five numbers.
///
/// @param count how many there are
/// @param lower a quarter of them is shorter
/// @param upper a quarter of them is longer
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

  /// Between two, in proportion, to the minute.
  private static long at(long[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return Math.round(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
  }
}
