package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.Soak;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that runs out of memory says so in one sentence, wherever that happens.
class OutOfMemoryTest {
  private static final String SENTENCE =
      "hindsight: not enough memory for this many reports; use more:"
          + " HINDSIGHT_JAVA_OPTS=-Xmx8g hindsight build";

  /// With less, Java itself does not start. With much more, it collects garbage for a long time
  /// before it gives up.
  private static final int LEAST_KILOBYTES = 3_000;

  private static final int MOST_KILOBYTES = 9_000;
  private static final int HEAPS = Soak.size(4, 8, 60);

  @TempDir Path folder;

  private record End(int code, String out, String err) {}

  private End build(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "build", "--source", folder.toString()));
    Path err = folder.resolve("err.txt");
    Process program = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new End(program.waitFor(), out, Files.readString(err));
  }

  private static void assertTold(End end, String where) {
    assertEquals(List.of(SENTENCE), Stderr.withoutProgress(end.err()), where);
    assertEquals(ExitCode.FAULT, end.code(), where);
    assertEquals("", end.out(), where);
  }

  /// Heaps of many sizes are used up in many places.
  @Test
  void isReportedInOneSentenceWhereverItHappens() throws Exception {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md",
            "# Queue stuck\n\n## Timeline\n\n- 14:45 - Stuck\n\n```java\nint i;\n```\n",
            "incidents/INC-2024-0002.md",
            "# Disk full\n\nAs in INC-2024-0001.\n"));
    Random random = new Random(Soak.SEED);
    int faults = 0;
    for (int i = 0; i < HEAPS; i++) {
      int step = (MOST_KILOBYTES - LEAST_KILOBYTES) / HEAPS;
      int kilobytes = LEAST_KILOBYTES + i * step + random.nextInt(step);
      End end = build("-Xmx" + kilobytes + "k", "-XX:+UseSerialGC");
      if (end.code() != ExitCode.DONE) {
        assertTold(end, "with " + kilobytes + " kB, seed " + Soak.SEED);
        faults++;
      }
    }
    assertTrue(faults > HEAPS / 2, faults + " of " + HEAPS + " ran out of memory");
  }

  @Test
  void isReportedForOneLargeReport() throws Exception {
    String line = "- 14:45 word INC-2024-0002 another `code` [link](x)\n";
    Sites.write(
        folder,
        Map.of("incidents/INC-2024-0001.md", "# T\n\n" + line.repeat(4_000_000 / line.length())));
    assertTold(build("-Xmx24m", "-XX:+UseSerialGC"), "one large report");
  }

  @Test
  void isRecognizedInWrappedExceptions() {
    OutOfMemoryError fault = new OutOfMemoryError();
    for (Throwable wrapped :
        List.of(
            fault,
            new CompletionException(fault),
            new ExceptionInInitializerError(fault),
            new IllegalStateException(new Error(fault)),
            noClass("x", new ExceptionInInitializerError("Exception " + fault + " [in thread x]")),
            noClass("Could not initialize class x", null),
            new BootstrapMethodError("bootstrap method initialization exception"))) {
      assertTrue(OutOfMemory.isCause(wrapped), wrapped::toString);
    }
    for (Throwable other :
        List.of(
            new StackOverflowError(),
            new NoClassDefFoundError("x"),
            new IllegalStateException("OutOfMemoryError"),
            new BootstrapMethodError("x", new IllegalStateException()),
            noClass("Could not initialize class x", new ExceptionInInitializerError("other")))) {
      assertFalse(OutOfMemory.isCause(other), other::toString);
    }
  }

  private static Throwable noClass(String message, Throwable cause) {
    return new NoClassDefFoundError(message).initCause(cause);
  }
}
