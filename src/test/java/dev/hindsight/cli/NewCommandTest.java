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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What `hindsight new` asks, says and ends with.
class NewCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> questions = new ArrayList<>();

  @BeforeEach
  void reports() {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2026-0007.md",
            "---\ndate: 2026-01-03\n---\n# X\n\n## Affected Systems\n- Checkout\n- API Gateway\n"));
  }

  private int script(String... arguments) {
    return run(Optional.empty(), arguments);
  }

  /// Runs the command for a person who gives these answers, and then no more.
  private int person(List<String> answers, String... arguments) {
    Deque<String> left = new ArrayDeque<>(answers);
    return run(
        Optional.of(question -> {
          questions.add(question);
          return Optional.ofNullable(left.poll());
        }),
        arguments);
  }

  private int run(Optional<Terminal> terminal, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--source", folder.toString()));
    if (!all.contains("--date")) {
      all.addAll(List.of("--date", "2026-03-09"));
    }
    return new CommandLine(new NewCommand(() -> terminal))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(all.toArray(String[]::new));
  }

  private String report() throws IOException {
    return Files.readString(folder.resolve("incidents/INC-2026-0008.md"));
  }

  @Test
  void printsThePathAndNothingElse() {
    assertEquals(ExitCode.DONE, script("DNS", "is", "down"), err.toString());
    assertEquals(
        folder.resolve("incidents/INC-2026-0008.md") + System.lineSeparator(), out.toString());
    assertTrue(
        err.toString().startsWith("INC-2026-0008, from the built-in template"), err.toString());
  }

  @Test
  void aScriptMustGiveATitle() {
    assertEquals(ExitCode.USAGE, script("--system", "Checkout"));
    assertTrue(
        err.toString().contains("the report needs a title: hindsight new '"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void reportsImpossibleValues() {
    assertEquals(ExitCode.USAGE, script("X", "--severity", "horrible"));
    assertTrue(
        err.toString().contains("unknown severity 'horrible'; the scale is SEV1, SEV2, SEV3, SEV4"),
        err.toString());
    assertEquals(ExitCode.USAGE, script("X", "--date", "yesterday"));
    assertTrue(err.toString().contains("invalid date 'yesterday'"), err.toString());
    assertEquals(ExitCode.USAGE, script("X", "--id", "../../x"));
    assertTrue(err.toString().contains("invalid ID '../../x'"), err.toString());
    assertEquals(ExitCode.USAGE, script("X", "--template", "nowhere.md"));
    assertTrue(err.toString().contains("template not found: nowhere.md"), err.toString());
    assertFalse(Files.exists(folder.resolve("incidents/INC-2026-0008.md")));
  }

  @Test
  void aTemplateCanBeAnywhere() throws IOException {
    Path other = Files.writeString(folder.resolve("other.txt"), "# [Title]\n");
    assertEquals(ExitCode.DONE, script("X", "--template", other.toString()), err.toString());
    assertTrue(report().startsWith("# X\n"), report());
    Path here = Path.of("").toAbsolutePath().relativize(other);
    assertEquals(ExitCode.DONE, script("Y", "--template", here.toString()), err.toString());
  }

  @Test
  void anUnknownSystemIsAcceptedWithAWarning() throws IOException {
    assertEquals(ExitCode.DONE, script("X", "--system", "Chekout", "--system", "api gateway"));
    assertTrue(
        err.toString().contains("unknown system 'Chekout'; did you mean 'Checkout'?"),
        err.toString());
    assertTrue(report().contains("\n- Chekout\n- API Gateway\n"), report());
  }

  @Test
  void promptsForMissingValues() throws IOException {
    int code = person(List.of("", "DNS is down", "very", "p1", "2, Chekout, Payments", "y"));
    assertEquals(ExitCode.DONE, code, err.toString());
    assertTrue(report().contains("# Incident Report: DNS is down\n"), report());
    assertTrue(report().contains("severity: SEV2 "), report());
    assertTrue(report().contains("\n- Checkout\n- Payments\n"), report());
    assertTrue(questions.get(4).contains("  1  API Gateway\n  2  Checkout\n"), questions.get(4));
  }

  @Test
  void promptsCanBeSkipped() throws IOException {
    assertEquals(ExitCode.DONE, person(List.of("", ""), "DNS is down"));
    assertTrue(report().contains("\n- [Name of the system]\n"), report());
  }

  @Test
  void closingThePromptWritesNothing() {
    assertEquals(ExitCode.USAGE, person(List.of()));
    assertEquals("", out.toString());
  }

  @Test
  void aWrongConfigurationIsReportedAsInABuild() {
    Sites.write(folder, Map.of("site-config.yml", "titel: X\n"));
    assertEquals(ExitCode.USAGE, script("X"));
    assertTrue(err.toString().contains("did you mean 'title'?"), err.toString());
  }
}
