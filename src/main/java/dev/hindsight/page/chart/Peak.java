package dev.hindsight.page.chart;

import dev.hindsight.page.message.Messages;

/// The name of whatever has the most, and how many more have as many.
record Peak(String name, int count, int more) {
  Peak(String name, int count) {
    this(name, count, 0);
  }

  /// The greater of two; the first of equals.
  Peak or(Peak other) {
    return other.count > count
        ? other
        : new Peak(name, count, other.count == count ? more + 1 + other.more : more);
  }

  /// `March 2024 (4)`, `March 2024 and 2 more (4 each)`
  String words(Messages messages) {
    return more == 0
        ? messages.text("chart.peak", name, count)
        : messages.text("chart.peak-and-more", name, more, count);
  }
}
