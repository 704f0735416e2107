package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A build that would remove many published incidents publishes nothing, unless somebody asks for
/// it.
class MassLossTest {
  @TempDir Path folder;
  private Path source;
  private final StringWriter said = new StringWriter();

  private int build(String... more) {
    said.getBuffer().setLength(0);
    PrintWriter writer = new PrintWriter(said, true);
    String[] arguments = new String[more.length + 3];
    arguments[0] = "build";
    arguments[1] = "--source";
    arguments[2] = source.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Main.run(writer, writer, arguments);
  }

  private void publish(int reports) throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
    Files.createDirectories(source.resolve("incidents"));
    for (int n = 1; n <= reports; n++) {
      Sites.write(source, Map.of("incidents/" + id(n) + ".md", text(n)));
    }
    assertEquals(ExitCode.DONE, build(), said.toString());
  }

  private static String id(int n) {
    return "INC-2024-%04d".formatted(n);
  }

  private static String text(int n) {
    return "# Outage number " + n + "\n\n## Summary\n\nIt was late " + n + " times.\n";
  }

  private Path report(int n) {
    return source.resolve("incidents/" + id(n) + ".md");
  }

  private void delete(int from, int to) throws IOException {
    for (int n = from; n <= to; n++) {
      Files.delete(report(n));
    }
  }

  private long published() {
    return IntStream.rangeClosed(1, 100)
        .filter(n -> Files.exists(source.resolve("site/incidents/" + id(n) + ".json")))
        .count();
  }

  private void assertRefused(String numbers, String... more) {
    long before = published();
    assertEquals(ExitCode.PROBLEMS, build(more), said.toString());
    assertTrue(said.toString().contains(numbers), said.toString());
    assertTrue(said.toString().contains("[mass-loss]"), said.toString());
    assertTrue(said.toString().contains("--allow-loss"), said.toString());
    assertEquals(before, published(), "the published site is unchanged");
  }

  @Test
  void refusesToRemoveMoreThanAQuarter() throws IOException {
    publish(19);
    delete(1, 5);
    assertRefused("this build would remove 5 of 19 published incidents");
    assertRefused("5 of 19", "--keep-going");
    assertEquals(ExitCode.DONE, build("--allow-loss"), said.toString());
    assertEquals(14, published());
    assertEquals(ExitCode.DONE, build(), "what is gone already is not lost again: " + said);
  }

  @Test
  void allowsRemovingAQuarterOrAFew() throws IOException {
    publish(20);
    delete(1, 5);
    assertEquals(ExitCode.DONE, build(), said.toString());
    delete(6, 8);
    assertEquals(ExitCode.DONE, build(), said.toString());
    delete(9, 11);
    assertEquals(ExitCode.DONE, build(), said.toString());
    delete(12, 15);
    assertEquals(ExitCode.DONE, build(), said.toString());
    assertEquals(5, published());
  }

  @Test
  void refusesToRemoveAllHoweverFew() throws IOException {
    publish(1);
    delete(1, 1);
    Sites.write(source, Map.of("incidents/" + id(2) + ".md", text(2)));
    assertRefused("this build would remove 1 of 1 published incidents");
  }

  @Test
  void refusesAnEmptyFolderIfIncidentsWerePublished() throws IOException {
    publish(2);
    delete(1, 2);
    assertRefused("no reports, but 2 published incidents");
    assertTrue(said.toString().contains("git submodule update --init"), said.toString());
    Files.delete(source.resolve("incidents"));
    assertEquals(ExitCode.USAGE, build("--allow-loss"), said.toString());
    assertEquals(2, published());
  }

  @Test
  void comparesWithAPublishedInventoryFromElsewhere() throws IOException {
    publish(8);
    Path inventory = Files.move(source.resolve("site/incidents.json"), folder.resolve("last.json"));
    delete(1, 8);
    assertRefused("no reports, but 8 published incidents", "--published", inventory.toString());
  }

  @Test
  void aNewSiteWithoutReportsIsBuilt() throws IOException {
    publish(0);
    assertEquals(ExitCode.DONE, build("--allow-loss"), said.toString());
    assertTrue(Files.exists(source.resolve("site/index.html")));
  }

  @Test
  void aRenamedReportIsNotLost() throws IOException {
    publish(8);
    for (int n = 1; n <= 8; n++) {
      Files.move(report(n), report(n + 20));
    }
    assertEquals(ExitCode.DONE, build(), "the titles are the same: " + said);
    for (int n = 21; n <= 28; n++) {
      Files.writeString(report(n), "---\nid: OPS-" + n + "\n---\n# Something " + n + "\n\nText.\n");
    }
    assertEquals(ExitCode.DONE, build(), "the files are the same: " + said);
    for (int n = 21; n <= 28; n++) {
      Files.delete(report(n));
      Files.writeString(
          report(n + 20), "---\naliases: [OPS-" + n + "]\n---\n# Another " + n + "\n\nText.\n");
    }
    assertEquals(ExitCode.DONE, build(), "the old ids are aliases: " + said);
    assertEquals(8, published());
  }

  @Test
  void oneNewReportReplacesOneLostReport() throws IOException {
    source = folder.resolve("source");
    for (int n = 1; n <= 6; n++) {
      Sites.write(source, Map.of("incidents/" + id(n) + ".md", "# Outage\n\nOn day " + n + ".\n"));
    }
    assertEquals(ExitCode.DONE, build(), said.toString());
    delete(1, 6);
    Sites.write(source, Map.of("incidents/" + id(9) + ".md", "# Outage\n\nOn day 9.\n"));
    assertRefused("this build would remove 5 of 6 published incidents");
  }

  @Test
  void incidentsThatBecomeDraftsAreLost() throws IOException {
    publish(6);
    for (int n = 1; n <= 5; n++) {
      Files.writeString(report(n), "---\ndraft: true\n---\n" + text(n));
    }
    assertRefused("this build would remove 5 of 6 published incidents");
    assertFalse(said.toString().contains(id(1)), "a draft is not named: " + said);
    assertEquals(ExitCode.DONE, build("--drafts"), said.toString());
  }
}
