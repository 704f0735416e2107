package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
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

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /// Checks that eight times the input takes some eight times as long. Compares the CPU time of the
  /// thread that does the work, because other tests and programs slow down the work but hardly
  /// change that time.
  ///
  /// @param size of the larger input
  /// @param work makes an input of a size, and what is done with it, all in the calling thread
  public static void assertInProportion(int size, IntFunction<Executable> work) {
    assertInProportion(size, work, THREADS::getCurrentThreadCpuTime);
  }

  /// Checks the same for work that other threads do as well, such as a build, which reads each
  /// report in a thread of its own. Compares the time until all of it is done.
  ///
  /// @param size of the larger input
  /// @param work makes an input of a size, and what is done with it
  public static void assertInProportionAcrossThreads(int size, IntFunction<Executable> work) {
    assertInProportion(size, work, System::nanoTime);
  }

  private static void assertInProportion(
      int size, IntFunction<Executable> work, LongSupplier clock) {
    List<String> found = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // The large one first, as the first of all takes longer in a program that has just started.
      long large = nanos(work.apply(size), clock);
      long small = nanos(work.apply(size / TIMES), clock);
      if (large < MOST * small) {
        return;
      }
      found.add(small / 1_000 + " µs and then " + large / 1_000 + " µs");
    }
    throw new AssertionError(TIMES + " times the input took too long: " + found);
  }

  private static long nanos(Executable work, LongSupplier clock) {
    return assertTimeoutPreemptively(
        LIMIT,
        () -> {
          long start = clock.getAsLong();
          work.execute();
          return clock.getAsLong() - start;
        });
  }
}
