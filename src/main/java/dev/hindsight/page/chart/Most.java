package dev.hindsight.page.chart;

/// What has the most, and how many more have as many.
record Most(String name, int count, int more) {
  Most(String name, int count) {
    this(name, count, 0);
  }

  /// The greater of two; of equals the first.
  Most or(Most other) {
    return other.count > count
        ? other
        : new Most(name, count, other.count == count ? more + 1 + other.more : more);
  }

  /// `March 2024 (4)`, `March 2024 and 2 more (4)`
  String words() {
    return name + (more == 0 ? "" : " and " + more + " more") + " (" + count + ")";
  }
}
