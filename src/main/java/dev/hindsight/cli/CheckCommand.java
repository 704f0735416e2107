package dev.hindsight.cli;

import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.pipeline.RunbookSummary;
import dev.hindsight.pipeline.SiteChecker;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hindsight check`: reports all problems and writes nothing.
@Command(
    name = "check",
    description = "Reports all problems without building the site.",
    sortOptions = false)
final class CheckCommand extends SiteCommand {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "Output format: text, json, sarif (code scanning) or github (annotations) (default:"
              + " ${DEFAULT-VALUE}).")
  private ProblemFormats.Format format;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Option(
      names = "--gaps",
      description =
          "Also list what reports do not state: owners and due dates of open action items, fixes, root"
              + " causes, severities, affected systems and dates.")
  private boolean gaps;

  @Option(
      names = "--explain",
      paramLabel = "FILE",
      description = "Show what Hindsight recognized in one report, and what it did not.")
  private Path explained;

  @Option(
      names = "--runbooks",
      paramLabel = "DIR",
      arity = "1..*",
      description =
          "Also check the runbooks in these folders for references to incidents that were renamed,"
              + " removed or never written.")
  private List<Path> runbooks = List.of();

  @Option(
      names = "--fix",
      description = "Show a diff of the renamed references in runbooks, then rewrite them.")
  private boolean fix;

  @Override
  public Integer call() throws IOException {
    for (Path folder : runbooks) {
      if (!Files.isDirectory(folder)) {
        throw usage("folder not found: " + folder);
      }
    }
    if (fix && format != ProblemFormats.Format.TEXT) {
      throw usage("--fix prints a diff; use it without --format");
    }
    if (gaps && format != ProblemFormats.Format.TEXT && format != ProblemFormats.Format.JSON) {
      throw usage("--gaps works with --format text and json, because gaps are not problems");
    }
    return explained == null ? check() : explain();
  }

  private int explain() throws IOException {
    SiteSource source = source();
    Path folder = sourceFolder().toAbsolutePath().normalize();
    Path file = Files.exists(explained) ? explained : folder.resolve(explained);
    String name =
        folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    SiteChecker.ExplainedReport result =
        new SiteChecker(source, options(false, false)).explain(name);
    problems().print(result.problems());
    if (result.incident().isEmpty()) {
      if (result.problems().isEmpty()) {
        throw usage(name + " is not a report of this site");
      }
      boolean isConfiguration =
          result.problems().stream()
              .anyMatch(problem -> problem.is(ConfigReader.BAD_CONFIGURATION));
      return isConfiguration ? ExitCode.USAGE : ExitCode.PROBLEMS;
    }
    ReportExplanation.of(result.incident().get(), result.conventions()).stream()
        .map(PrintedText::line)
        .forEach(out()::println);
    out().flush();
    return ExitCode.DONE;
  }

  private int check() throws IOException {
    SiteChecker.CheckResult checked =
        new SiteChecker(source(), options(strict, false)).check(runbooks);
    BuildResult result = checked.result();
    if (format == ProblemFormats.Format.TEXT) {
      problems().print(result.problems());
    } else {
      out()
          .print(
              gaps
                  ? ProblemFormats.json(result.problems(), GapText.lines(checked.gaps()))
                  : ProblemFormats.of(result.problems(), format));
      out().flush();
    }
    if (format == ProblemFormats.Format.TEXT) {
      if (gaps) {
        print(GapText.lines(checked.gaps()));
      }
      if (result instanceof BuildResult.Built built) {
        BuildSummary.lines(built.summary()).forEach(this::say);
      }
      printRunbooks(checked.runbooks());
      if (result.problems().isEmpty()) {
        say("No problems.");
      }
    }
    if (fix) {
      fix(checked.runbooks());
    }
    return switch (result) {
      case BuildResult.Misconfigured _ -> ExitCode.USAGE;
      case BuildResult.Rejected _ -> ExitCode.PROBLEMS;
      case BuildResult.Built _ -> ExitCode.DONE;
    };
  }

  private void print(List<GapText.Line> lines) {
    for (GapText.Line gap : lines) {
      out()
          .println(
              PrintedText.line(gap.at() + ": gap: " + gap.message())
                  + " ["
                  + gap.kind().code()
                  + "]");
    }
    out().flush();
  }

  private void printRunbooks(RunbookSummary found) {
    if (found.runbooks() > 0) {
      say(
          ProblemPrinter.plural(found.runbooks(), "runbook")
              + ": "
              + ProblemPrinter.plural(found.references(), "reference")
              + ", "
              + found.renamed()
              + " renamed, "
              + found.dead()
              + " dead, "
              + found.unwritten()
              + " without a report");
    }
  }

  private void fix(RunbookSummary found) throws IOException {
    found.diff().stream().map(PrintedText::line).forEach(out()::println);
    out().flush();
    int files = found.fix();
    say(
        files == 0
            ? "Nothing to rewrite."
            : "Rewrote " + ProblemPrinter.plural(files, "runbook") + ".");
  }
}
