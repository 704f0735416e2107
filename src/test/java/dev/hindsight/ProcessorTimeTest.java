package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.hindsight.site.MemoryOutput;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A site of one report of 1 MB, whatever is in it, costs a few seconds of CPU time. Only
/// `script/soak` runs this: `script/test` compares sizes instead, in [HostileInputTest].
class ProcessorTimeTest {
  private static final int SIZE = Soak.size(0, 0, 1_000_000);

  /// Three seconds on a machine of today; slow ones, and the compiler of a JVM that has just
  /// started, may take more.
  private static final Duration MOST = Duration.ofSeconds(10);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("names")
  void isBounded(String name) {
    assumeTrue(SIZE > 0, "only in script/soak");
    String report = new HostileReports(SIZE).allAndFurther().get(name);
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", report));
    long before = nanos();
    Sites.build(folder, new MemoryOutput());
    Duration used = Duration.ofNanos(nanos() - before);
    assertTrue(used.compareTo(MOST) <= 0, () -> name + " took " + used);
  }

  static Set<String> names() {
    return new HostileReports(1_000).allAndFurther().keySet();
  }

  private static long nanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
