package dev.hindsight;

import dev.hindsight.site.MemoryOutput;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A report of any shape becomes a page or a problem in a time that grows like its size.
class HostileInputTest {
  private static final int SIZE = Soak.size(40_000, 100_000, 400_000);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("names")
  void readsHostileInputInTime(String name) {
    Growth.assertInProportionAcrossThreads(
        SIZE,
        size -> {
          String report = new HostileReports(size).all().get(name);
          Sites.write(folder, Map.of("incidents/INC-2024-0001.md", report));
          return () -> Sites.build(folder, new MemoryOutput());
        });
  }

  static Set<String> names() {
    return new HostileReports(1_000).all().keySet();
  }
}
