package dev.hindsight.page.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Where lengths of time stand, from a minute to the longest.
///
/// @param longest in minutes
record MinuteScale(long longest) {
  static final double LEFT = 12;
  private static final double RIGHT = 700;
  private static final long SHORTEST = 60;
  private static final long[] TICKS = {1, 5, 15, 60, 240, 1440, 10_080, 43_200, 525_600, 5_256_000};
  private static final List<String> NAMES =
      List.of(
          "1 min",
          "5 min",
          "15 min",
          "1 h",
          "4 h",
          "1 day",
          "1 week",
          "30 days",
          "1 year",
          "10 years");

  /// A length with a name.
  record Tick(double x, String name) {}

  /// One scale for all.
  static MinuteScale of(Collection<List<TimeToState>> all) {
    return new MinuteScale(
        all.stream()
            .flatMap(List::stream)
            .mapToLong(TimeToState::minutes)
            .reduce(SHORTEST, Math::max));
  }

  double x(long minutes) {
    double share = Math.log(Math.max(1, minutes)) / Math.log(longest);
    return Svg.round(LEFT + share * (RIGHT - LEFT));
  }

  int columns(double wide) {
    return column(longest, wide) + 1;
  }

  int column(long minutes, double wide) {
    return (int) ((x(minutes) - LEFT) / wide);
  }

  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < TICKS.length && TICKS[i] <= longest; i++) {
      ticks.add(new Tick(x(TICKS[i]), NAMES.get(i)));
    }
    return ticks;
  }
}
