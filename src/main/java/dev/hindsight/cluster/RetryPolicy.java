package dev.hindsight.cluster;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long we wait for a cluster that does not answer, or has no time: twice as long each time,
/// and not to the second, so that many who wait do not come back at once.
///
/// @param first how long the first time, at most
/// @param longest how long any time, at most
/// @param total how long all in all for one request
record RetryPolicy(Duration first, Duration longest, Duration total) {
  /// Somebody waits to be told that the address is wrong.
  static final RetryPolicy BRIEF =
      new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofSeconds(10));

  /// A node may be started anew in the middle of an export.
  static final RetryPolicy LONG =
      new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

  /// Only what works at once.
  static final RetryPolicy NONE = new RetryPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /// How long to wait before another try.
  ///
  /// @param tries how many there were
  Duration pause(int tries, RandomGenerator chance) {
    double doubled = first.toMillis() * Math.pow(2, tries - 1);
    double most = Math.min(longest.toMillis(), doubled);
    return Duration.ofMillis(Math.round(most * (0.5 + chance.nextDouble() / 2)));
  }
}
