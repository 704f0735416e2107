package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.Soak;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A build that is killed at any moment leaves the old site or the new one, whole, also for a
/// reader who loads pages all the while; and the next build is right. `script/soak` does more of
/// it.
class KillTest {
  private static final int MOMENTS = Soak.size(2, 4, 50);

  /// What changes between the old site and the new one.
  enum Change {
    ADDED,
    CHANGED,
    DELETED,
    CONFIGURED;

    void in(Path source) throws IOException {
      Path incidents = source.resolve("incidents");
      switch (this) {
        case ADDED -> Files.writeString(incidents.resolve("INC-2024-0009.md"), report("Disk full"));
        case CHANGED ->
            Files.writeString(incidents.resolve("INC-2024-0002.md"), report("Queue stuck"));
        case DELETED -> Files.delete(incidents.resolve("INC-2024-0003.md"));
        case CONFIGURED ->
            Files.writeString(source.resolve("site-config.yml"), "title: Other incidents\n");
      }
    }
  }

  @TempDir Path folder;

  private static String report(String title) {
    return "# " + title + "\n\n## Summary\n\nIt was.\n\n## Affected Systems\n\n- Queue\n";
  }

  @ParameterizedTest
  @EnumSource
  void theSiteIsCompleteWheneverABuildIsKilled(Change change) throws Exception {
    Path source =
        Sites.write(
            folder.resolve("source"),
            Map.of(
                "site-config.yml",
                "",
                "incidents/INC-2024-0001.md",
                report("Mail late"),
                "incidents/INC-2024-0002.md",
                report("Login slow"),
                "incidents/INC-2024-0003.md",
                report("Deploy broke")));
    Path site = source.resolve("site");
    build(source, site);
    Path kept = folder.resolve("kept");
    Sites.copy(source, kept);
    change.in(source);
    change.in(kept);
    Map<String, Integer> old = files(site);
    // What a build is that nobody killed.
    Path clean = folder.resolve("clean");
    Sites.copy(kept, clean);
    long begun = System.nanoTime();
    Process whole = start(clean);
    whole.waitFor();
    long nanos = System.nanoTime() - begun;
    Map<String, Integer> now = files(clean.resolve("site"));
    assertTrue(!old.equals(now) && whole.exitValue() == 0);
    Path fresh = folder.resolve("fresh");
    Sites.copy(kept, fresh);
    delete(fresh.resolve("site"));
    delete(fresh.resolve(".hindsight"));
    build(fresh, fresh.resolve("site"));
    Map<String, Integer> first = files(fresh.resolve("site"));
    Random random = new Random(Soak.SEED + change.ordinal());
    for (int moment = 0; moment < MOMENTS; moment++) {
      boolean isFirst = moment % 4 == 1;
      delete(source);
      Sites.copy(kept, source);
      if (isFirst) {
        delete(site);
        delete(source.resolve(".hindsight"));
      }
      // The program takes a third of its time to start.
      long nanosToLive = (long) (nanos * (0.3 + 0.8 * random.nextDouble()));
      Process killed = start(source);
      Map<String, Integer> before = isFirst ? Map.of() : old;
      Map<String, Integer> after = isFirst ? first : now;
      List<String> wrong = read(site, killed, nanosToLive, before, after);
      String where =
          change
              + ", seed "
              + Soak.SEED
              + ", moment "
              + moment
              + ", "
              + nanosToLive / 1_000_000
              + " ms";
      assertEquals(List.of(), wrong, where);
      Map<String, Integer> left = files(site);
      assertTrue(left.equals(before) || left.equals(after), "a part of a site, " + where);
      build(source, site);
      assertEquals(after, files(site), "the next build, " + where);
    }
  }

  /// Loads pages until the build is killed, and tells what was neither old nor new.
  private static List<String> read(
      Path site, Process build, long nanos, Map<String, Integer> before, Map<String, Integer> after)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String> pages = List.of("index.html", "search.json", "incidents/INC-2024-0001.html");
    boolean isPublished = !before.isEmpty();
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end && build.isAlive()) {
      for (String page : pages) {
        try {
          int read = Arrays.hashCode(Files.readAllBytes(site.resolve(page)));
          isPublished = true;
          if (!Objects.equals(read, before.get(page)) && read != after.get(page)) {
            wrong.add(page + " is neither");
          }
        } catch (NoSuchFileException missing) {
          if (isPublished) {
            wrong.add(page + " is missing");
          }
        }
      }
      // The core is for the build.
      Thread.sleep(1);
    }
    build.destroyForcibly();
    assertTrue(build.waitFor(10, TimeUnit.MINUTES));
    return wrong;
  }

  private static Process start(Path source) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmn32m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "build",
            "--source",
            source.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void build(Path source, Path site) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code = Main.run(out, out, "build", "--source", source.toString(), "-o", site.toString());
    assertEquals(ExitCode.DONE, code, said.toString());
  }

  /// Every file of a site; none where there is no site.
  private static Map<String, Integer> files(Path site) throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    if (Files.exists(site)) {
      try (Stream<Path> all = Files.walk(site)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(site.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .sorted((one, other) -> other.compareTo(one))
            .forEach(file -> {
              try {
                Files.delete(file);
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            });
      }
    }
  }
}
