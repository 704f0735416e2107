package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Checks that reports, file names and configurations cannot change what output means.
class PrintedTextTest {
  private static final String SECRET = "gh" + "p_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5";

  /// Control characters and those that turn the direction of others.
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

  /// Begins a command, unless it is one of the annotations that were asked for.
  private static final Pattern FORGED =
      Pattern.compile("(?m)^\\s*::(?!(?:error|warning) file=incidents/[^:]*,line=)|##[a-z]*\\[");

  @TempDir Path folder;

  @Test
  void hiddenCharactersArePrintedAsCodes() {
    assertEquals("a\\u000Ab\\u001B[31m", PrintedText.line("a\nb\u001B[31m"));
    assertEquals("\\u0085\\u009B1m\\u007F", PrintedText.line("\u0085\u009B1m\u007F"));
    assertEquals("a\\u202Eb\\u2066c\\u200E", PrintedText.line("a\u202Eb\u2066c\u200E"));
    assertEquals("a\tb é 日 👩‍🚒 می‌خواهم", PrintedText.line("a\tb é 日 👩‍🚒 می‌خواهم"));
    assertEquals("a REDACTED b", PrintedText.line("a " + SECRET + " b"));
  }

  @Test
  void commandsOfBuildServicesAreDefused() {
    assertEquals("  \\u003A:error::x", PrintedText.line("  ::error::x"));
    assertEquals("a ::error::x", PrintedText.line("a ::error::x"));
    assertEquals("a #\\u0023[error]x", PrintedText.line("a ##[error]x"));
    assertEquals("#\\u0023vso[task.x]y", PrintedText.line("##vso[task.x]y"));
    assertEquals("## Summary", PrintedText.line("## Summary"));
  }

  @Test
  void jsonKeepsItsMeaning() {
    assertEquals(
        "{\n\"a\": \"\\u202E\\u0085\"\n}", PrintedText.json("{\n\"a\": \"\u202E\u0085\"\n}"));
  }

  @ParameterizedTest
  @CsvSource({
    "build",
    "check",
    "check --strict",
    "check --format=json",
    "check --format=sarif",
    "check --format=github",
    "check --explain=incidents/INC-2031-001.md",
    "search token",
    "search --json token",
    "search --explain token"
  })
  void noOutputIsForged(String command) {
    write();
    String printed = run(command.split(" "));
    assertFalse(printed.contains(SECRET.substring(4)), printed);
    assertFalse(HIDDEN.matcher(printed).find(), printed);
    assertFalse(FORGED.matcher(printed).find(), printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"title: [" + "\n::error::x", "tit\u001Ble: a\n", "::error::x: \u202E\n"})
  void aConfigurationCannotForgeOutput(String configuration) {
    write();
    Sites.write(folder, Map.of("site-config.yml", configuration));
    String printed = run("check");
    assertTrue(printed.contains("bad-configuration"), printed);
    assertFalse(HIDDEN.matcher(printed).find(), printed);
    assertFalse(FORGED.matcher(printed).find(), printed);
  }

  @Test
  void anotherProblemOnTheSameLineShowsNoSecret() {
    write();
    String printed = run("check");
    assertTrue(printed.contains("See [log](gone.txt), used " + "•".repeat(40) + " then."), printed);
  }

  @Test
  void aKeyOfSeveralLinesIsHiddenInAllOfThem() {
    String line = SECRET.substring(4).repeat(2);
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2031-002.md",
            "# T\n\n```\n-----BEGIN"
                + " RSA PRIVATE KEY-----\n"
                + line
                + "\n"
                + line
                + " ![a](gone.png)\n-----END RSA PRIVATE KEY-----\n```\n\n"
                + "-----BEGIN"
                + " RSA PRIVATE KEY-----\n"
                + line
                + "\n![b](gone.png)"
                + line
                + "\n-----END RSA PRIVATE KEY-----\n"));
    assertFalse(run("check").contains(line));
  }

  private void write() {
    Sites.write(
        folder,
        Map.of(
            "incidents/template\n::error file=a.md::forged.md",
            "x",
            "incidents/a\n::error::b\u202E " + SECRET + ".md",
            "# INC-2031-003: T\n\n## Summary\nSee [log](gone.txt).\n",
            "incidents/INC-2031-001.md",
            "# INC-2031-001: ::error::a \u202E\u009B31m ##[error]b "
                + SECRET
                + "\n\n"
                + "- **Severity**: ::warning::"
                + SECRET
                + "\n- **Date**: 2031-\u001B[31m99\n\n"
                + "## Summary\nSee [log](gone.txt), used "
                + SECRET
                + " then.\n\n"
                + "## Resolution\n::error::token "
                + SECRET
                + "\u2066 ##vso[x]\n"));
  }

  private String run(String... command) {
    StringWriter printed = new StringWriter();
    PrintWriter both = new PrintWriter(printed, true);
    String[] arguments = new String[command.length + 2];
    System.arraycopy(command, 0, arguments, 0, command.length);
    arguments[command.length] = "--source";
    arguments[command.length + 1] = folder.toString();
    Main.run(both, both, arguments);
    return printed.toString();
  }
}
