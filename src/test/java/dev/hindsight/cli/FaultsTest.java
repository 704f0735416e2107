package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.files.Troubled;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A disk on which something fails: the published site is whole all the same, and the next build is
/// right.
class FaultsTest {
  /// How many uses of the disk fail, one in each build; all of them in `script/soak`.
  private static final int FAULTS = Soak.size(12, 60, 100_000);

  @TempDir Path folder;

  /// How a build ended.
  private record End(int code, String said) {}

  /// The whole program, except that its folder is one of a troubled disk.
  private static End build(Path source, String... more) {
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.line(new PrintWriter(Writer.nullWriter()), new PrintWriter(err))
            .registerConverter(Path.class, name -> source.getFileSystem().getPath(name));
    int code =
        Main.run(
            line,
            Stream.concat(Stream.of("build", "--source", source.toString()), Stream.of(more))
                .toArray(String[]::new));
    return new End(code, err.toString());
  }

  private static void assertTold(End end, String where) {
    List<String> lines = Stderr.withoutProgress(end.said());
    assertTrue(
        lines
            .getFirst()
            .matches(
                "hindsight: (/.+: |cannot (read|write) \\S+ \\((/.+: )?)" + Troubled.FULL + "\\)?"),
        where + ": " + end.said());
    assertEquals(List.of("  (--debug shows a stack trace)"), lines.subList(1, lines.size()), where);
  }

  private static Map<String, String> report(String text) {
    return Map.of("incidents/INC-2024-0001.md", "# Mail\n\n## Summary\n\n" + text + "\n");
  }

  private Path copy(int n) {
    Path copy = folder.resolve("copy" + n);
    Sites.copy(folder.resolve("first"), copy);
    return copy;
  }

  /// Every file of a site; null where there is none.
  private static Map<String, Integer> site(Path source) {
    Path site = source.resolve("site");
    if (!Files.exists(site)) {
      return null;
    }
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
      return files;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void theSiteStaysCompleteWhateverFailsAndTheNextBuildIsCorrect() throws IOException {
    Path first = Sites.write(folder.resolve("first"), report("It was late."));
    assertEquals(ExitCode.DONE, build(first).code());
    Map<String, Integer> old = site(first);
    Path second = Sites.write(copy(0), report("It was never sent."));
    Path counted = Troubled.failingAt(second, 0);
    assertEquals(ExitCode.DONE, build(counted).code());
    Map<String, Integer> now = site(second);
    assertFalse(now.equals(old));
    int uses = Troubled.uses(counted);
    assertTrue(uses > 100, uses + " uses");
    int step = Math.max(1, uses / FAULTS);
    IntStream.iterate(1, n -> n <= uses, n -> n + step)
        .parallel()
        .forEach(n -> failAt(n, Sites.write(copy(n), report("It was never sent.")), old, now));
  }

  @Test
  void aFailedFirstBuildLeavesNothing() throws IOException {
    Sites.write(folder.resolve("first"), report("It was late."));
    Path counted = Troubled.failingAt(copy(0), 0);
    build(counted);
    Map<String, Integer> whole = site(folder.resolve("copy0"));
    int uses = Troubled.uses(counted);
    int step = Math.max(1, uses / FAULTS);
    IntStream.iterate(1, n -> n <= uses, n -> n + step)
        .parallel()
        .forEach(n -> failAt(n, copy(n), null, whole));
  }

  @Test
  void refusesAnOutputFolderBeforeReadingIt() {
    Path first = Sites.write(folder.resolve("first"), report("It was late."));
    int few = usesOfRefusal(first);
    for (int n = 0; n < 50; n++) {
      Sites.write(folder, Map.of("other/" + n + "/thesis.txt", "five years of work"));
    }
    assertEquals(few, usesOfRefusal(first));
  }

  private int usesOfRefusal(Path source) {
    Path counted = Troubled.failingAt(source, 0);
    End end = build(counted, "--output", folder.toString());
    assertEquals(ExitCode.USAGE, end.code(), end.said());
    assertTrue(end.said().contains("it would replace other files"), end.said());
    return Troubled.uses(counted);
  }

  /// @param old the site that was there before; null where there was none
  /// @param now the site of a build on which nothing fails
  private static void failAt(
      int n, Path source, Map<String, Integer> old, Map<String, Integer> now) {
    End end = build(Troubled.failingAt(source, n));
    Map<String, Integer> left = site(source);
    String where = "after use " + n + " of the disk: " + end.said();
    switch (end.code()) {
      case ExitCode.DONE -> assertEquals(now, left, "told as built " + where);
      case ExitCode.PROBLEMS -> {
        assertTrue(end.said().contains(Troubled.FULL), where);
        assertEquals(old, left, "told as not built " + where);
      }
      default -> {
        assertEquals(ExitCode.FAULT, end.code(), where);
        assertTold(end, where);
        assertFalse(Files.exists(source.resolve(".site.hindsight/next")), "left behind " + where);
        assertTrue(
            Objects.equals(old, left) || Objects.equals(now, left), "a part of a site " + where);
      }
    }
    assertEquals(ExitCode.DONE, build(source).code());
    assertEquals(now, site(source), "the build " + where);
  }
}
