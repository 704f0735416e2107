package dev.hindsight.page.chart;

/// What has the most, and how many more have as many.
record Peak(String name, int count, int more) {
  Peak(String name, int count) {
    this(name, count, 0);
  }

  /// The greater of two; of equals the first.
  Peak or(Peak other) {
    return other.count > count
        ? other
        : new Peak(name, count, other.count == count ? more + 1 + other.more : more);
  }

  /// `March 2024 (4)`, `March 2024 and 2 more (4)`
  String words() {
    return name + (more == 0 ? "" : " and " + more + " more") + " (" + count + ")";
  }
}
