package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.function.Executable;

/// How the time that work takes grows with its input. Two sizes are compared with each other, so
/// that the answer is the same on a machine of any speed.
public final class Growth {
  private static final int TIMES = 8;

  /// Between the 8 of work in proportion and the 64 of work that grows like the square.
  private static final double MOST = 30;

  /// Something else may have kept the machine busy during one of the two.
  private static final int ATTEMPTS = 4;

  /// Only for work that would never end.
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private Growth() {}

  /// Checks that eight times the input takes some eight times as long.
  ///
  /// @param size of the larger input
  /// @param work makes an input of a size, and what is done with it
  public static void assertInProportion(int size, IntFunction<Executable> work) {
    List<String> found = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // The large one first, as the first of all takes longer in a program that has just started.
      long large = nanos(work.apply(size));
      long small = nanos(work.apply(size / TIMES));
      if (large < MOST * small) {
        return;
      }
      found.add(small / 1_000 + " µs and then " + large / 1_000 + " µs");
    }
    throw new AssertionError(TIMES + " times the input took too long: " + found);
  }

  private static long nanos(Executable work) {
    return assertTimeoutPreemptively(
        LIMIT,
        () -> {
          long start = System.nanoTime();
          work.execute();
          return System.nanoTime() - start;
        });
  }
}
