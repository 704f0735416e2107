package dev.hindsight.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.bench.GeneratedReports;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What was read is there in the next run, and whatever happens to the files, nothing else is.
class ReportStoreTest {
  private static final SiteConfig CONFIG =
      ConfigReader.read("site-config.yml", "").config().orElseThrow();

  @TempDir Path folder;

  /// One run of the program after another over the same folder.
  private final class Runs {
    private final Path reports;
    private final Path kept;
    private final List<String> notes = new ArrayList<>();
    private String program = "1";
    private int alone = Integer.MAX_VALUE;
    private boolean isWritten = true;

    Runs(Path reports, String name) {
      this.reports = reports;
      this.kept = folder.resolve(name);
    }

    /// @return how each report was read
    List<ReportResult> run() throws IOException {
      notes.clear();
      ReportFolder now = ReportFolder.list(reports, "incidents");
      ReportCache cache =
          new ReportCache(
              kept, program, new ReportCache.Retention(isWritten, 1, alone), notes::add);
      cache.readWith("", now, false);
      List<ReportResult> read =
          new FolderReader(CONFIG, Conventions.NONE, now, false, cache).readAll();
      cache.keep();
      return read;
    }

    List<Path> files(String ending) throws IOException {
      try (Stream<Path> files = Files.list(kept)) {
        return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      }
    }
  }

  private Runs generated() throws IOException {
    Path source = folder.resolve("generated");
    GeneratedReports.write(source, 12, 1);
    return new Runs(source.resolve("incidents"), "kept");
  }

  /// The sections that were written are those of a report without the file.
  @Test
  void aReadOnlyStoreSeesNewFiles() throws IOException {
    Path source = folder.resolve("attached");
    Sites.write(source, Map.of("incidents/INC-2024-0001.md", "# T\n\n![a](a.png)\n"));
    Runs runs = new Runs(source.resolve("incidents"), "kept");
    runs.alone = 1;
    runs.run();
    Sites.write(source, Map.of("incidents/a.png", "no image"));
    runs.isWritten = false;
    String sections = runs.run().getFirst().incident().orElseThrow().sections().toString();
    assertTrue(sections.contains("attachments/a.png"), sections);
  }

  @Test
  void everyHouseStyleIsLoadedAsItWasRead() throws IOException {
    Runs runs = new Runs(Path.of("src/test/corpora/house-styles"), "kept");
    List<ReportResult> first = runs.run();
    assertFalse(first.isEmpty());
    FileTimes packs = FileTimes.of(runs.files(".pack"));
    assertEquals(first, runs.run());
    assertEquals(packs, FileTimes.of(runs.files(".pack")), "nothing was read anew");
    assertEquals(List.of(), runs.notes);
  }

  @Test
  void sectionsOnDiskAreTheSame() throws IOException {
    Runs runs = new Runs(Path.of("src/test/corpora/house-styles"), "kept");
    List<ReportResult> inMemory = runs.run();
    runs.alone = 1;
    assertEquals(inMemory, runs.run());
    Runs first = new Runs(runs.reports, "other");
    first.alone = 1;
    List<ReportResult> onDisk = first.run();
    first.run();
    for (Path pack : first.files(".pack")) {
      Files.delete(pack);
    }
    assertEquals(inMemory, onDisk, "also when the file has lost its name");
  }

  /// Which files there are, and when they were written.
  private record FileTimes(Map<String, Long> times) {
    static FileTimes of(List<Path> files) throws IOException {
      Map<String, Long> times = new TreeMap<>();
      for (Path file : files) {
        times.put(file.getFileName().toString(), Files.getLastModifiedTime(file).toMillis());
      }
      return new FileTimes(times);
    }
  }

  @Test
  void aReportIsReadAgainWhenAnAnswerAboutItsFolderChanges() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("incidents"));
    Files.writeString(
        reports.resolve("INC-2024-0001.md"),
        "# Disk full\n\n![graph](graph.png) and [the other](INC-2024-0002.md)\n");
    Files.writeString(reports.resolve("002-dns.md"), "# No names\n");
    Runs runs = new Runs(reports, "kept");
    assertEquals(2, runs.run().getFirst().problems().size() + runs.run().get(1).problems().size());
    Files.writeString(reports.resolve("INC-2024-0002.md"), "# Queue stuck\n");
    Files.write(reports.resolve("graph.png"), new byte[10]);
    assertEquals(
        List.of(), runs.run().stream().flatMap(report -> report.problems().stream()).toList());
    assertEquals(readAnew(reports), withoutDigests(runs.run()));
  }

  @Test
  void manyRunsLeaveFewFiles() throws IOException {
    Runs runs = generated();
    runs.run();
    Path one = runs.reports.resolve(first(runs.reports));
    for (int i = 0; i < 40; i++) {
      Files.writeString(one, "\nMore.\n", StandardOpenOption.APPEND);
      runs.run();
      assertTrue(runs.files("").size() <= 10, () -> "too many files");
    }
    assertEquals(readAnew(runs.reports), withoutDigests(runs.run()));
  }

  private static List<ReportResult> readAnew(Path reports) throws IOException {
    return new FolderReader(CONFIG, ReportFolder.list(reports, "incidents"), false).readAll();
  }

  private static List<ReportResult> withoutDigests(List<ReportResult> reports) {
    return reports.stream()
        .peek(report -> assertFalse(report.digest().isEmpty()))
        .map(report -> report.withDigest(""))
        .toList();
  }

  private static Path first(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow().getFileName();
    }
  }

  /// What can become of the files.
  @FunctionalInterface
  private interface Harm {
    void to(Runs runs) throws IOException;
  }

  @TestFactory
  List<DynamicTest> damagedFilesNeverChangeTheResult() {
    Map<String, Harm> harms = new TreeMap<>();
    harms.put("no index", runs -> Files.delete(runs.kept.resolve("reports.index")));
    harms.put("an empty index", runs -> write(runs.kept.resolve("reports.index"), new byte[0]));
    harms.put("an index cut off", runs -> cut(runs.kept.resolve("reports.index")));
    harms.put("a damaged index", runs -> damage(runs.kept.resolve("reports.index")));
    harms.put("no pack", runs -> Files.delete(runs.files(".pack").getFirst()));
    harms.put("a pack cut off", runs -> cut(runs.files(".pack").getFirst()));
    harms.put("a damaged pack", runs -> damage(runs.files(".pack").getFirst()));
    harms.put("a foreign pack", runs -> replace(runs.files(".pack").getFirst()));
    harms.put("another program", runs -> runs.program = "2");
    return harms.entrySet().stream()
        .map(harm ->
            DynamicTest.dynamicTest(
                harm.getKey(),
                () -> {
                  Path source = Files.createTempDirectory(folder, "source");
                  GeneratedReports.write(source, 12, 1);
                  Runs runs = new Runs(source.resolve("incidents"), source.getFileName() + ".kept");
                  List<ReportResult> first = runs.run();
                  harm.getValue().to(runs);
                  assertEquals(first, runs.run());
                  boolean isExpected =
                      List.of("no index", "no pack", "another program").contains(harm.getKey());
                  assertEquals(isExpected ? 0 : 1, runs.notes.size(), runs.notes::toString);
                  assertEquals(first, runs.run());
                  assertEquals(List.of(), runs.notes, "the store was rebuilt");
                }))
        .toList();
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
  }

  private static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  /// The same bytes, from elsewhere.
  private static void replace(Path file) throws IOException {
    Path copy = Files.copy(file, file.resolveSibling("copy"));
    Files.delete(file);
    Files.move(copy, file);
  }

  @Test
  void worksSilentlyWithoutAWritableFolder() throws IOException {
    Runs runs = generated();
    Files.writeString(runs.kept, "a file, where a folder should be");
    List<ReportResult> first = runs.run();
    assertEquals(12, first.size());
    assertEquals(first, runs.run());
  }

  @Test
  void notesAreWholeSentences() throws IOException {
    Runs runs = generated();
    runs.run();
    damage(runs.kept.resolve("reports.index"));
    runs.run();
    assertTrue(
        runs.notes.getFirst().endsWith("reports.index is damaged, so every report is read again."),
        runs.notes::toString);
  }
}
