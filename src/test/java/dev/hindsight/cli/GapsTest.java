package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What reports do not state is counted and listed, but is no problem.
class GapsTest {
  private static final String REPORT =
      """
      ---
      date: 2024-05-02
      severity: %s
      systems: [Queue]
      ---
      # Queue stuck

      ## Root Cause
      A full disk.

      ## Resolution
      1. Deleted old files.

      ## Action Items
      - Add an alert (Owner: %s)
      - [x] Write it down
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(String report, String... more) {
    Sites.write(folder, Map.of("incidents/INC-2024-001.md", report));
    String[] arguments = new String[more.length + 3];
    List<String> first = List.of("check", "--source", folder.toString());
    first.toArray(arguments);
    System.arraycopy(more, 0, arguments, first.size(), more.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void areCountedInOneLine() {
    assertEquals(ExitCode.DONE, check("# Queue stuck\n\n## Action Items\n- Add one\n- Buy two\n"));
    assertTrue(
        out.toString()
            .contains(
                "Gaps: 2 of 2 open action items have no owner, 2 no due date; 1 of 1 report has no fix,"
                    + " 1 no root cause, 1 no severity, 1 no affected systems. `hindsight check --gaps`"
                    + " lists them."),
        out.toString());
    assertTrue(out.toString().contains("No problems."), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void areListedWithFileAndLine() {
    check(REPORT.formatted("SEV1", "Mira"), "--gaps");
    assertTrue(
        out.toString()
            .startsWith(
                "incidents/INC-2024-001.md:15:3: gap: action item 1 has no due date"
                    + " [action-without-due-date]\n"),
        out.toString());
  }

  @Test
  void areInTheSameJsonListAsProblems() {
    check(
        REPORT.formatted("SEV1", "Mira").replace("2024-05-02", "2024-13-02"),
        "--gaps",
        "-f",
        "json");
    assertTrue(out.toString().contains("\"level\" : \"warning\""), out.toString());
    assertTrue(
        out.toString()
            .contains(
                "\"level\" : \"gap\",\n  \"code\" : \"action-without-due-date\",\n"
                    + "  \"message\" : \"action item 1 has no due date\""),
        out.toString());
  }

  @Test
  void areNotInFormatsForProblemsOnly() {
    assertEquals(ExitCode.USAGE, check(REPORT.formatted("SEV1", "Mira"), "--gaps", "-f", "sarif"));
    assertTrue(err.toString().contains("--gaps works with --format text and json"), err.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Unknown", "N/A", "TBD", "TBD (after the review)", "(still open)", "ongoing"})
  void areAlsoValuesThatSayThatNothingIsKnown(String value) {
    check(REPORT.formatted(value, "TBD"));
    assertTrue(
        out.toString()
            .contains(
                "1 of 1 open action item has no owner, 1 no due date; 1 of 1 report has no severity."),
        out.toString());
    assertFalse(err.toString().contains("warning"), err.toString());
  }

  @Test
  void aSiteCanStillAskForWarningsAboutOwners() {
    Sites.write(folder, Map.of("site-config.yml", "checks:\n  action-without-owner: warning\n"));
    check(REPORT.formatted("SEV1", "TBD"));
    assertTrue(err.toString().contains("[action-without-owner]"), err.toString());
  }
}
