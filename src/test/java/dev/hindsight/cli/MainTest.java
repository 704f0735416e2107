package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.Sites;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What the terminal says and how commands end.
class MainTest {
  private static final String REPORT = "# Incident Report: Queue stuck\n\nIt was stuck.\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int build(Map<String, String> files, String... more) {
    Sites.write(folder, files);
    String[] arguments = new String[more.length + 3];
    arguments[0] = "build";
    arguments[1] = "--source";
    arguments[2] = folder.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return run(arguments);
  }

  private void assertNoStackTrace() {
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void buildSaysWhatItReadAndWhichFileToOpen() {
    int code = build(Map.of("incidents/INC-2024-001.md", REPORT));
    assertEquals(ExitCode.DONE, code, err.toString());
    assertTrue(
        out.toString()
            .matches(
                "Gaps: .*\\RBuilt 1 report on 0 systems in \\d+\\.\\d s: \\d+ pages in \\d+ files, no"
                    + " problems\\. Open "
                    + Pattern.quote(folder.resolve("site/index.html").toString())
                    + "\\R"),
        out.toString());
    assertTrue(Files.exists(folder.resolve("site/incidents/INC-2024-001.html")));
  }

  @Test
  void theManualPageHasEveryCommandAndOption() throws Exception {
    assertEquals(ExitCode.DONE, run("man"));
    String page = out.toString();
    for (CommandLine command : HindsightCommand.line().getSubcommands().values()) {
      assertTrue(page.contains(".SS " + command.getCommandName() + "\n"), page);
      for (String option : command.getCommandSpec().optionsMap().keySet()) {
        assertTrue(page.contains(option.replace("-", "\\-")), option);
      }
    }
    assertFalse(page.contains("${"), page);
    if (Files.isExecutable(Path.of("/usr/bin/groff"))) {
      Path file = folder.resolve("hindsight.1");
      Files.writeString(file, page);
      Process groff =
          new ProcessBuilder("/usr/bin/groff", "-man", "-Tutf8", "-ww", "-z", file.toString())
              .redirectErrorStream(true)
              .start();
      assertEquals("", new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assertEquals(ExitCode.DONE, run("completion"));
    Path script = folder.resolve("completion.sh");
    Files.writeString(script, out.toString());
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "compopt() { :; }; . "
                    + script
                    + "; COMP_WORDS=(hindsight bui); COMP_CWORD=1; _complete_hindsight; echo"
                    + " ${COMPREPLY[@]}; COMP_WORDS=(hindsight build --tim); COMP_CWORD=2;"
                    + " _complete_hindsight; echo ${COMPREPLY[@]}")
            .redirectErrorStream(true)
            .start();
    assertEquals(
        "build\n--timings\n",
        new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void zshUsesTheSameScript() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "zsh is not here");
    assertEquals(ExitCode.DONE, run("completion"));
    Path script = folder.resolve("completion.sh");
    Files.writeString(script, out.toString());
    Process zsh =
        new ProcessBuilder(
                "/usr/bin/zsh",
                "-f",
                "-c",
                "autoload -Uz compinit; compinit -u -D; . '"
                    + script
                    + "'; print -r -- ${_comps[hindsight]}")
            .redirectErrorStream(true)
            .start();
    String said = new String(zsh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.startsWith("_bash_complete -F _complete_hindsight"), said);
  }

  @Test
  void quietPrintsNothing() {
    assertEquals(0, build(Map.of("incidents/INC-2024-001.md", REPORT), "--quiet"));
    assertEquals("", out.toString() + err);
  }

  @Test
  void anErrorInAReportIsNamedAndPreventsPublishing() throws IOException {
    build(Map.of("incidents/INC-2024-001.md", REPORT));
    String last = Files.readString(folder.resolve("site/index.html"));
    int code =
        build(
            Map.of(
                "incidents/INC-2024-002.md",
                "---\nid: INC-2024-001\nseverity:\n  level: 3\n---\n# X\n"));
    assertEquals(ExitCode.PROBLEMS, code);
    assertTrue(
        err.toString().contains("incidents/INC-2024-002.md:3:1: error: front matter: "),
        err.toString());
    assertTrue(err.toString().contains("1 error"), err.toString());
    assertTrue(out.toString().contains("Nothing was published"), out.toString());
    assertEquals(last, Files.readString(folder.resolve("site/index.html")));
    assertNoStackTrace();
  }

  @Test
  void reportsAllProblemsAtOnce() {
    int code =
        build(
            Map.of(
                "incidents/a/INC-2024-001.md",
                REPORT,
                "incidents/b/INC-2024-001.md",
                REPORT + "Again.\n",
                "incidents/INC-2024-003.md",
                "---\nseverity:\n  level: 3\n---\n# X\n",
                "incidents/INC-2024-004.md",
                "# X\n\nSee INC-2024-999.\n"));
    assertEquals(ExitCode.PROBLEMS, code);
    assertTrue(err.toString().contains("[duplicate-id]"), err.toString());
    assertTrue(err.toString().contains("[bad-front-matter]"), err.toString());
    assertTrue(
        err.toString().contains("incidents/INC-2024-004.md:3:5: warning: no report has the ID"),
        err.toString());
    assertTrue(err.toString().contains("2 errors, 1 warning"), err.toString());
  }

  @Test
  void aBrokenTemplatePublishesNothingAndEndsWithTwo() throws IOException {
    build(Map.of("incidents/INC-2024-001.md", REPORT));
    String last = Files.readString(folder.resolve("site/index.html"));
    assertEquals(ExitCode.USAGE, build(Map.of("templates/home.peb", "{{ site.titel }}\n")));
    assertEquals(
        """
        templates/home.peb:1:9: error: SiteConfig has no 'titel' [bad-template]
          1 | {{ site.titel }}
            |         ^
            did you mean 'title'?
        1 error in 1 file
        """,
        err.toString());
    assertTrue(out.toString().contains("Nothing was published"), out.toString());
    assertEquals(last, Files.readString(folder.resolve("site/index.html")));
  }

  @Test
  void aMissingLogoIsAProblemOfTheConfiguration() {
    assertEquals(
        ExitCode.USAGE,
        build(
            Map.of(
                "incidents/INC-2024-001.md",
                REPORT,
                "site-config.yml",
                "theme:\n  logo: images/logo.svg\n")));
    assertTrue(
        err.toString()
            .contains(
                "site-config.yml:2:9: error: theme.logo: file 'images/logo.svg' not found"
                    + " [bad-configuration]"),
        err.toString());
    assertNoStackTrace();
  }

  @Test
  void keepGoingPublishesTheRest() {
    int code =
        build(
            Map.of(
                "incidents/INC-2024-001.md",
                REPORT,
                "incidents/INC-2024-003.md",
                "---\nseverity:\n  level: 3\n---\n# X\n"),
            "--keep-going");
    assertEquals(ExitCode.PROBLEMS, code);
    assertTrue(Files.exists(folder.resolve("site/incidents/INC-2024-001.html")));
  }

  @Test
  void strictTreatsWarningsAsErrors() {
    Map<String, String> files = Map.of("incidents/INC-2024-004.md", "# X\n\nSee INC-2024-999.\n");
    assertEquals(ExitCode.DONE, build(files));
    assertEquals(ExitCode.PROBLEMS, build(files, "--strict"));
  }

  @Test
  void skipsDraftsUnlessRequested() {
    Map<String, String> files =
        Map.of("incidents/INC-2024-001.md", "---\ndraft: true\n---\n" + REPORT);
    assertEquals(ExitCode.DONE, build(files));
    assertTrue(out.toString().contains("Skipped 1 draft"), out.toString());
    assertFalse(Files.exists(folder.resolve("site/incidents/INC-2024-001.html")));
    build(files, "--drafts");
    assertTrue(Files.exists(folder.resolve("site/incidents/INC-2024-001.html")));
  }

  @Test
  void aWrongConfigurationEndsWithTwo() {
    int code =
        build(Map.of("incidents/INC-2024-001.md", REPORT, "site-config.yml", "titel: Ours\n"));
    assertEquals(ExitCode.USAGE, code);
    assertTrue(
        err.toString().contains("site-config.yml:1:1: error: unknown key 'titel'"), err.toString());
    assertTrue(err.toString().contains("did you mean 'title'?"), err.toString());
    assertFalse(Files.exists(folder.resolve("site")));
  }

  @Test
  void wrongUsageEndsWithTwo() {
    assertEquals(ExitCode.USAGE, run("biuld"));
    assertTrue(err.toString().contains("build"), "suggests the right command");
    assertEquals(ExitCode.USAGE, run("build", "--source", folder.resolve("missing").toString()));
    assertEquals(ExitCode.USAGE, run("build", "--source", folder.toString()));
    assertTrue(err.toString().contains("folder not found: incidents/"), err.toString());
    assertNoStackTrace();
  }

  @Test
  void aFailureOfTheMachineEndsWithThree() throws IOException {
    Sites.write(folder, Map.of("incidents/INC-2024-001.md", REPORT, "blocked", "a file"));
    int code = build(Map.of(), "--output", folder.resolve("blocked/site").toString());
    assertEquals(ExitCode.FAULT, code);
    assertTrue(err.toString().startsWith("hindsight: "), err.toString());
    assertNoStackTrace();
  }

  @Test
  void refusesAnOutputFolderThatIsNotItsOwn() throws IOException {
    Sites.write(folder, Map.of("docs/thesis.txt", "five years of work"));
    int code =
        build(
            Map.of("incidents/INC-2024-001.md", REPORT),
            "--output",
            folder.resolve("docs").toString());
    assertEquals(ExitCode.USAGE, code);
    assertTrue(Files.exists(folder.resolve("docs/thesis.txt")));
  }

  @Test
  void reportsCannotControlTheTerminal() {
    build(Map.of("incidents/INC-2024-001.md", "---\nseverity: \"\\e[2J\"\n---\n# X\n"));
    assertFalse(err.toString().contains("\u001b"), err.toString());
  }

  private static final Map<String, String> UNWRITTEN =
      Map.of("incidents/INC-2024-004.md", "# X\n\nSee INC-2024-999.\n");

  private int check(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "check";
    arguments[1] = "--source";
    arguments[2] = Sites.write(folder, UNWRITTEN).toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return run(arguments);
  }

  @Test
  void checkReportsProblemsAndWritesNothing() {
    assertEquals(ExitCode.DONE, check());
    assertTrue(err.toString().contains("[unwritten-reference]"), err.toString());
    assertFalse(Files.exists(folder.resolve("site")));
    assertEquals(ExitCode.PROBLEMS, check("--strict"));
  }

  @Test
  void searchFindsWhatTheSiteFinds() {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-001.md",
            "# Queue stuck\n\nThe consumer of the order queue hung.\n",
            "incidents/INC-2025-002.md",
            "# Disk full\n\nNo order was lost.\n"));
    String source = folder.toString();
    assertEquals(ExitCode.DONE, run("search", "--source", source, "consmer", "order"));
    assertTrue(out.toString().startsWith("Showing results for consumer"), out.toString());
    assertTrue(out.toString().contains("1 of these 2 have all words."), out.toString());
    assertTrue(
        out.toString().indexOf("INC-2024-001") < out.toString().indexOf("INC-2025-002"),
        out.toString());
    run("search", "--source", source, "--since", "2025", "--json", "order");
    assertTrue(out.toString().contains("\"id\" : \"INC-2025-002\""), out.toString());
    run("search", "--source", source, "nothing of the kind");
    assertEquals(ExitCode.USAGE, run("search", "--source", source));
    assertNoStackTrace();
  }

  @Test
  void checkExplainsOneReport() {
    String report = "# Stuck\n\n## Timeline\n**10:00** - a\n**10:05** - b\n\n## Odd\nwords\n";
    Sites.write(folder, Map.of("incidents/INC-2024-001.md", report));
    String source = folder.toString();
    assertEquals(0, run("check", "--source", source, "--explain", "incidents/INC-2024-001.md"));
    assertTrue(out.toString().contains("timeline    2 entries"), out.toString());
    assertTrue(out.toString().contains("root cause  – not found"), out.toString());
    assertTrue(
        out.toString().contains("Odd: unknown, shown as written, 1 word of prose"), out.toString());
    assertEquals(ExitCode.USAGE, run("check", "--source", source, "--explain", "incidents/x.md"));
  }

  @Test
  void checkHasOutputForPrograms() {
    check("--format", "json");
    assertTrue(out.toString().contains("\"code\" : \"unwritten-reference\""), out.toString());
    check("--format", "sarif");
    assertTrue(out.toString().contains("\"startColumn\" : 5"), out.toString());
    check("--format", "github");
    assertTrue(
        out.toString()
            .contains(
                "::warning file=incidents/INC-2024-004.md,line=3,col=5,title=unwritten-reference::"
                    + "no report has the ID 'INC-2024-999'"),
        out.toString());
  }

  @Test
  void reportsCannotInjectCommandsOfBuildServices() {
    Sites.write(
        folder,
        Map.of("incidents/INC-2024-001.md", "---\nseverity: \"x\\n::error::y\"\n---\n# X\n"));
    run("check", "--source", folder.toString(), "--format", "github");
    assertFalse(
        out.toString().lines().anyMatch(line -> line.startsWith("::error::")), out.toString());
  }

  @Test
  void printsTheHelpWithoutACommand() {
    assertEquals(ExitCode.DONE, run());
    assertTrue(out.toString().contains("build"), out.toString());
    assertTrue(out.toString().contains("serve"), out.toString());
  }

  @Test
  void colorsCanBeForced() {
    build(Map.of("incidents/INC-2024-004.md", "# X\n\nSee INC-2024-999.\n"), "--color", "always");
    assertTrue(err.toString().contains("\u001b[33mwarning") || err.toString().contains("\u001b["));
  }

  private static final String MOVED = "---\naliases: [INC-2023-001]\n---\n" + REPORT;

  @Test
  void checkReportsProblemsInRunbooks() {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-001.md", MOVED,
            "books/a.md", "See INC-2023-001.\n",
            "books/dead.txt", "https://kb.example/incidents/INC-2024-002.html\n",
            "site-config.yml", "url: https://kb.example\n"));
    String books = folder.resolve("books").toString();
    int code = run("check", "--source", folder.toString(), "--runbooks", books);
    assertEquals(ExitCode.PROBLEMS, code);
    assertTrue(
        err.toString().contains(books + "/a.md:1:5: warning: 'INC-2023-001' is now 'INC-2024-001'"),
        err.toString());
    assertTrue(err.toString().contains("  1 | See INC-2023-001."), err.toString());
    assertTrue(err.toString().contains("dead.txt:1:1: error: "), err.toString());
    assertTrue(
        out.toString().contains("2 runbooks: 2 references, 1 renamed, 1 dead, 0 without a report"),
        out.toString());
    assertNoStackTrace();
  }

  @Test
  void fixShowsTheDifferenceAndRewrites() throws IOException {
    Sites.write(
        folder, Map.of("incidents/INC-2024-001.md", MOVED, "books/a.md", "See INC-2023-001.\n"));
    String[] command = {
      "check",
      "--source",
      folder.toString(),
      "--fix",
      "--runbooks",
      folder.resolve("books").toString()
    };
    assertEquals(ExitCode.DONE, run(command));
    assertTrue(out.toString().contains("-See INC-2023-001.\n+See INC-2024-001.\n"), out.toString());
    assertTrue(out.toString().contains("Rewrote 1 runbook."), out.toString());
    assertEquals("See INC-2024-001.\n", Files.readString(folder.resolve("books/a.md")));
    run(command);
    assertTrue(out.toString().contains("Nothing to rewrite."), out.toString());
  }

  @Test
  void aMissingRunbookFolderIsWrongUsage() {
    Sites.write(
        folder,
        Map.of("incidents/INC-2024-001.md", REPORT, "site-config.yml", "runbooks: [../books]\n"));
    assertEquals(
        ExitCode.USAGE,
        run("check", "--source", folder.toString(), "--runbooks", folder + "/nowhere"));
    assertEquals(ExitCode.USAGE, run("check", "--source", folder.toString()));
    assertTrue(
        err.toString().contains("site-config.yml:1:12: error: runbooks: folder"), err.toString());
    assertNoStackTrace();
  }
}
