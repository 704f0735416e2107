package dev.hindsight.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.bench.GeneratedReports;
import dev.hindsight.read.ReportCache;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who builds again and again gets what somebody gets who builds for the first time.
class IncrementalBuildTest {
  private static final BuildOptions OPTIONS = BuildOptions.on(LocalDate.of(2026, 11, 1));
  private static final ReportCache.Retention ON_DISK = new ReportCache.Retention(true, 1, 1);
  private static final int EDITS = Soak.size(10, 30, 200);
  private static final int REPORTS = 8;

  /// A template that shows on each page of what is on none.
  private static final String ALL_TITLES =
      "<!doctype html>{% for one in knowledge.incidents %}{{ one.title }} {% endfor %}";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void buildsTheSameAsACleanBuildAfterAnyEdit(long run, @TempDir Path folder) throws IOException {
    long seed = run + Soak.SEED;
    GeneratedReports.write(folder, REPORTS, seed);
    boolean hasOwnTemplate = run == 5;
    if (hasOwnTemplate) {
      Sites.write(folder, Map.of("templates/embed/incident.peb", ALL_TITLES));
    }
    Editor editor = new Editor(folder, new Random(seed), run == 6);
    SiteBuilder builder = remembering(folder, Map.of());
    MemoryOutput own = new MemoryOutput();
    long kept = 0;
    List<String> edits = new ArrayList<>();
    for (int i = 0; i < EDITS; i++) {
      // Every other time by the same run of the program, and by another one; each goes on from what
      // the first has made.
      boolean isAnother = i % 2 == 1;
      SiteBuilder one = isAnother ? remembering(folder, builder.keys()) : builder;
      MemoryOutput again = new MemoryOutput(own);
      BuildResult result = one.build(again);
      kept += kept(own, again);
      MemoryOutput clean = new MemoryOutput();
      BuildResult expected = new SiteBuilder(new SiteSource(folder), OPTIONS).build(clean);
      assertEquals(expected, result, () -> "seed " + seed + ": " + edits);
      assertSame(clean, again, "seed " + seed + ": " + edits);
      if (!isAnother && result instanceof BuildResult.Built) {
        own = again;
      }
      String edit = editor.edit();
      edits.add(edit);
      if (edit.startsWith("report")) {
        // A preview must leave nothing behind.
        String changed = edit.replaceFirst(".*/", "");
        builder.preview(changed, new MemoryOutput());
      }
    }
    assertTrue(hasOwnTemplate ? kept == 0 : kept > EDITS / 10, kept + " pages were kept");
  }

  private static SiteBuilder remembering(Path folder, Map<String, String> keys) {
    return new SiteBuilder(new SiteSource(folder), OPTIONS, Progress.NONE, ON_DISK, keys);
  }

  /// How many pages of incidents are those of the last site, and not only the same.
  private static long kept(MemoryOutput last, MemoryOutput now) {
    return now.files().entrySet().stream()
        .filter(file -> file.getKey().matches("incidents/.*\\d\\.html"))
        .filter(file -> last.get(file.getKey()) == file.getValue())
        .count();
  }

  private static void assertSame(MemoryOutput expected, MemoryOutput actual, String where) {
    assertEquals(expected.files().keySet(), actual.files().keySet(), where);
    for (String path : expected.files().keySet()) {
      String expectedText = new String(expected.get(path), StandardCharsets.ISO_8859_1);
      String actualText = new String(actual.get(path), StandardCharsets.ISO_8859_1);
      assertEquals(expectedText, actualText, path + ", " + where);
    }
  }

  /// Does what people do to a folder of reports.
  private static final class Editor {
    private final Path folder;
    private final Path incidents;
    private final Random random;
    private final boolean isConventional;
    private int made;

    /// @param isConventional whether reports are edited so that the conventions of all change
    Editor(Path folder, Random random, boolean isConventional) {
      this.isConventional = isConventional;
      this.folder = folder;
      this.incidents = folder.resolve("incidents");
      this.random = random;
    }

    /// @return what was done; begins with `report` where only reports were touched
    String edit() throws IOException {
      List<Path> reports = reports();
      Path one = reports.get(random.nextInt(reports.size()));
      Path other = reports.get(random.nextInt(reports.size()));
      if (isConventional && random.nextInt(3) > 0) {
        return convention(one);
      }
      switch (random.nextInt(reports.size() < 4 ? 8 : 10)) {
        case 0, 1 -> {
          append(one, "\nOne more line about " + id(other) + ".\n");
          return "report changed: " + one;
        }
        case 2 -> {
          Path made = incidents.resolve("INC-2025-1%03d.md".formatted(++this.made));
          Files.writeString(made, "# A new one\n\nIt was like " + id(one) + ".\n\n![a](a.png)\n");
          return "report added: " + made;
        }
        case 3 -> {
          String text = Files.readString(one);
          Files.writeString(one, Files.readString(other));
          Files.writeString(other, text);
          return "reports swapped: " + one + ", " + other;
        }
        case 4 -> {
          Sites.write(
              folder, Map.of("site-config.yml", "title: Title " + random.nextInt(100) + "\n"));
          return "configuration changed";
        }
        case 5 -> {
          Sites.write(folder, Map.of("templates/assets/own.css", "p { margin: " + made + "px }\n"));
          return "theme changed";
        }
        case 6 -> {
          append(incidents.resolve("a.png"), "no image");
          return "attachment changed";
        }
        case 7 -> {
          String title = "# Called " + random.nextInt(100);
          Files.writeString(one, Files.readString(one).replaceFirst("(?m)^# .*", title));
          return "report renamed: " + one;
        }
        case 8 -> {
          Files.delete(one);
          return "report deleted: " + one;
        }
        default -> {
          Path renamed = incidents.resolve("INC-2026-2%03d.md".formatted(++made));
          Files.move(one, renamed);
          return "report moved: " + one + " to " + renamed;
        }
      }
    }

    /// Writes what most reports may have in common after some edits: a title's beginning, numbers
    /// in titles, an order of dates, a line of a template.
    private String convention(Path one) throws IOException {
      String title =
          List.of("Harbourline: pool", "SHIP-0%03d: pool", "SHIP-0001: pool", "Pool")
              .get(random.nextInt(4))
              .formatted(random.nextInt(5));
      String date = List.of("27-05-2025", "05-27-2025", "12-01-2026").get(random.nextInt(3));
      String summary = random.nextBoolean() ? "Say in two sentences what users saw." : "It failed.";
      Files.writeString(
          one, "# %s\n\nDate: %s\n\n## Summary\n\n%s\n\nMore.\n".formatted(title, date, summary));
      return "report rewritten: " + one;
    }

    private static void append(Path file, String text) throws IOException {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String id(Path report) {
      return report.getFileName().toString().replaceFirst("\\.md$", "");
    }

    private List<Path> reports() throws IOException {
      try (Stream<Path> files = Files.list(incidents)) {
        return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      }
    }
  }
}
