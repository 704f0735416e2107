package dev.hindsight.cluster;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait for a cluster that does not respond or is busy. Each wait is twice as long as
/// the last one, with a random part, so that many clients do not come back at once.
///
/// @param first the longest first wait
/// @param longest the longest wait
/// @param total the sum of all waits for one request
record RetryPolicy(Duration first, Duration longest, Duration total) {
  /// Short, because somebody waits to learn that the address is wrong.
  static final RetryPolicy BRIEF =
      new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofSeconds(10));

  /// A node may be restarted during an export.
  static final RetryPolicy LONG =
      new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

  /// No retries.
  static final RetryPolicy NONE = new RetryPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /// The wait before the next try.
  ///
  /// @param tries the number of tries so far
  Duration pause(int tries, RandomGenerator chance) {
    double doubled = first.toMillis() * Math.pow(2, tries - 1);
    double most = Math.min(longest.toMillis(), doubled);
    return Duration.ofMillis(Math.round(most * (0.5 + chance.nextDouble() / 2)));
  }
}
