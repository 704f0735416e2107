package dev.hindsight.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.files.Troubled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk on which something fails: the published site is whole all the same, and the next build is
/// right.
class FaultsTest {
  private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 1));

  @TempDir Path folder;

  /// What a build came to.
  private record End(BuildResult result, IOException fault) {}

  private static End build(Path source) {
    Path site = source.resolve("site");
    try {
      SiteSource from = new SiteSource(source);
      BuildMemory memory = new BuildMemory(from, OPTIONS, site);
      var unchanged = memory.unchanged();
      if (unchanged.isPresent()) {
        return new End(unchanged.get(), null);
      }
      AtomicReference<BuildResult> result = new AtomicReference<>();
      new Publisher(site, source)
          .publish(output -> {
            result.set(new SiteBuilder(from, OPTIONS).build(output));
            return result.get() instanceof BuildResult.Built;
          });
      if (result.get() instanceof BuildResult.Built built) {
        memory.keep(built);
      }
      return new End(result.get(), null);
    } catch (IOException fault) {
      return new End(null, fault);
    } catch (UncheckedIOException fault) {
      return new End(null, fault.getCause());
    } catch (Publisher.Refused refused) {
      throw new AssertionError(refused);
    }
  }

  private static Map<String, String> report(String text) {
    return Map.of("incidents/INC-2024-0001.md", "# Mail\n\n## Summary\n\n" + text + "\n");
  }

  private Path copy(int n) throws IOException {
    Path copy = folder.resolve("copy" + n);
    Path first = folder.resolve("first");
    try (Stream<Path> files = Files.walk(first)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(first.relativize(file).toString()));
      }
    }
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
  void whateverFailsTheSiteIsWholeAndTheNextBuildIsRight() throws IOException {
    Path first = Sites.write(folder.resolve("first"), report("It was late."));
    assertNull(build(first).fault());
    Map<String, Integer> old = site(first);
    Path second = Sites.write(copy(0), report("It was never sent."));
    Path counted = Troubled.failingAt(second, 0);
    assertNull(build(counted).fault());
    Map<String, Integer> now = site(second);
    assertFalse(now.equals(old));
    int uses = Troubled.uses(counted);
    assertTrue(uses > 100, uses + " uses");
    int step = Math.max(1, uses / Integer.getInteger("faults", 150));
    IntStream.iterate(1, n -> n <= uses, n -> n + step)
        .parallel()
        .forEach(n -> failAt(n, old, now));
  }

  private void failAt(int n, Map<String, Integer> old, Map<String, Integer> now) {
    try {
      Path source = Sites.write(copy(n), report("It was never sent."));
      End end = build(Troubled.failingAt(source, n));
      Map<String, Integer> left = site(source);
      if (end.fault() != null) {
        assertTrue(old.equals(left) || now.equals(left), "a part of a site after use " + n);
        String told = end.fault() + " " + end.fault().getCause();
        assertTrue(told.contains("No space left on device"), told);
      } else if (end.result() instanceof BuildResult.Built) {
        assertEquals(now, left, "told as built after use " + n);
      } else {
        assertEquals(old, left, "told as not built after use " + n);
      }
      assertNull(build(source).fault());
      assertEquals(now, site(source), "the build after use " + n);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void theFirstBuildLeavesNoPartOfASite() throws IOException {
    Sites.write(folder.resolve("first"), report("It was late."));
    Path counted = Troubled.failingAt(copy(0), 0);
    build(counted);
    Map<String, Integer> whole = site(folder.resolve("copy0"));
    IntStream.rangeClosed(1, Troubled.uses(counted))
        .parallel()
        .forEach(n -> {
          try {
            Path source = copy(n);
            build(Troubled.failingAt(source, n));
            Map<String, Integer> left = site(source);
            assertTrue(left == null || left.equals(whole), "a part of a site after use " + n);
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }
}
