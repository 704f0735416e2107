package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.site.MemoryOutput;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A site of one report of 1 MB, whatever is in it, costs at most three seconds of CPU time, over
/// all threads that build it. Only `script/soak` runs this: `script/test` compares sizes instead,
/// in [HostileInputTest].
class ProcessorTimeTest {
  private static final int SIZE = Soak.size(0, 0, 1_000_000);
  private static final Duration MOST = Duration.ofSeconds(3);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// A busy machine or a compiler that has just started can make one attempt slow, but not all.
  private static final int ATTEMPTS = 3;

  @TempDir Path folder;

  /// A program that has just started is slow at everything.
  @BeforeAll
  static void startTheCompiler() {
    if (SIZE > 0) {
      Sites.sample();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isBounded(String name) {
    assumeTrue(SIZE > 0, "only in script/soak");
    String report = new HostileReports(SIZE).allAndFurther().get(name);
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", report));
    Duration used = MOST.plusSeconds(1);
    for (int attempt = 0; attempt < ATTEMPTS && used.compareTo(MOST) > 0; attempt++) {
      Map<Long, Long> before = nanosByThread();
      Sites.build(folder, new MemoryOutput());
      used = since(before);
    }
    Duration least = used;
    assertTrue(least.compareTo(MOST) <= 0, () -> name + " took " + least + " of CPU time");
  }

  static Set<String> names() {
    return new HostileReports(1_000).allAndFurther().keySet();
  }

  /// Does not include the compiler and the garbage collector, whose threads are not Java threads.
  private static Map<Long, Long> nanosByThread() {
    Map<Long, Long> nanos = new HashMap<>();
    for (long thread : THREADS.getAllThreadIds()) {
      nanos.put(thread, THREADS.getThreadCpuTime(thread));
    }
    return nanos;
  }

  private static Duration since(Map<Long, Long> before) {
    long used = 0;
    for (Map.Entry<Long, Long> now : nanosByThread().entrySet()) {
      // The time of a thread that has just ended is -1.
      used += Math.max(0, now.getValue() - before.getOrDefault(now.getKey(), 0L));
    }
    return Duration.ofNanos(used);
  }
}
