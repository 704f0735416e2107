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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `hindsight init` says and ends with.
class InitCommandTest {
  private static final String REPORT =
      """
      # DNS is down

      ## Timeline
      - 10:00 It broke

      ## Root Cause
      Nobody looked.

      ## Action Items
      - Look (due 2020-01-02)
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int init() {
    return run("init", "--source", folder.toString());
  }

  @Test
  void createsASiteInAnEmptyFolderThatCanBeBuilt() {
    assertEquals(ExitCode.DONE, init(), err.toString());
    assertTrue(out.toString().contains("No incident reports here yet."), out.toString());
    assertEquals(ExitCode.DONE, run("build", "--source", folder.toString()), err.toString());
  }

  @Test
  void printsWhatWasRecognizedAndTheNextSteps() {
    Sites.write(folder, Map.of("docs/postmortems/2026-01-02-dns.md", REPORT));
    assertEquals(ExitCode.DONE, init(), err.toString());
    String said = out.toString().replace('\\', '/');
    assertTrue(
        said.contains("Found 1 report in " + folder + "/docs/postmortems/, of 2026-01-02."), said);
    assertTrue(said.contains("  timeline      1 of 1   1 entry\n"), said);
    assertTrue(
        said.contains("mv '" + folder + "/docs/postmortems' '" + folder + "/incidents'\n"), said);
    assertTrue(
        err.toString().contains("docs/postmortems/2026-01-02-dns.md:10:3: warning"),
        err.toString());
  }

  @Test
  void showsTheProposalIfThereIsAConfiguration() throws IOException {
    Sites.write(
        folder, Map.of("incidents/2026-01-02-dns.md", REPORT, "site-config.yml", "title: Mine\n"));
    assertEquals(ExitCode.DONE, init(), err.toString());
    assertTrue(out.toString().contains("already exists and was not changed"), out.toString());
    assertTrue(out.toString().contains("\ntitle: "), out.toString());
    assertEquals("title: Mine\n", Files.readString(folder.resolve("site-config.yml")));
  }

  @Test
  void aMissingFolderIsWrongUsage() {
    assertEquals(ExitCode.USAGE, run("init", "--source", folder.resolve("x").toString()));
    assertTrue(err.toString().contains("folder not found"), err.toString());
  }

  @Test
  void aWrongConfigurationStopsIt() {
    Sites.write(folder, Map.of("incidents/a.md", REPORT, "site-config.yml", "titel: Mine\n"));
    assertEquals(ExitCode.USAGE, init());
    assertTrue(err.toString().contains("did you mean 'title'?"), err.toString());
  }

  @Test
  void aLinkNamedIncidentsIsNotAnEmptyFolder() throws IOException {
    Sites.write(folder, Map.of("docs/postmortems/2026-01-02-dns.md", REPORT));
    Files.createSymbolicLink(folder.resolve("incidents"), Path.of("docs/postmortems"));
    assertEquals(ExitCode.USAGE, run("build", "--source", folder.toString()));
    assertTrue(
        err.toString().contains("is a symbolic link, which Hindsight does not follow"),
        err.toString());
    assertFalse(Files.exists(folder.resolve("site")));
  }
}
