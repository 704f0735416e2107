package dev.hindsight.page.chart;

import dev.hindsight.page.message.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The positions of durations, from a minute to the longest.
///
/// @param longest in minutes
record MinuteScale(long longest) {
  static final double LEFT = 12;
  private static final double RIGHT = 700;
  private static final long SHORTEST = 60;
  private static final long DAY = 1440;
  private static final long WEEK = 7 * DAY;
  private static final long YEAR = 365 * DAY;
  private static final long[] TICKS = {1, 5, 15, 60, 240, DAY, WEEK, 30 * DAY, YEAR, 10 * YEAR};

  /// A duration with a label.
  record Tick(double x, String name) {}

  /// One scale for all durations.
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

  List<Tick> ticks(Messages messages) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < TICKS.length && TICKS[i] <= longest; i++) {
      ticks.add(new Tick(x(TICKS[i]), name(TICKS[i], messages)));
    }
    return ticks;
  }

  /// `15 min`, `1 day`
  private static String name(long minutes, Messages messages) {
    if (minutes < DAY) {
      return messages.times().length(minutes);
    }
    return minutes >= YEAR
        ? messages.text("dates.number-of-years", minutes / YEAR)
        : minutes == WEEK ? messages.text("dates.weeks", 1) : messages.times().days(minutes / DAY);
  }
}
