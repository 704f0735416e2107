package dev.hindsight.cli;

import dev.hindsight.build.BuildResult;
import dev.hindsight.build.SiteBuilder;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hindsight check`: tells every problem of the reports and makes nothing.
@Command(
    name = "check",
    description = "Reads and links every report and tells all problems, without making the site.",
    sortOptions = false)
final class CheckCommand extends SiteCommand {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "How to tell: text for people; json; sarif for code scanning; github for annotations"
              + " (default: ${DEFAULT-VALUE}).")
  private ProblemReport.Format format;

  @Option(names = "--strict", description = "Take warnings for errors.")
  private boolean strict;

  @Override
  public Integer call() throws IOException {
    BuildResult result = new SiteBuilder(source(), options(strict, false)).check();
    if (format == ProblemReport.Format.TEXT) {
      problems().print(result.problems());
    } else {
      out().print(ProblemReport.of(result.problems(), format));
      out().flush();
    }
    return switch (result) {
      case BuildResult.Misconfigured _ -> ExitCode.USAGE;
      case BuildResult.Rejected _ -> ExitCode.PROBLEMS;
      case BuildResult.Built built -> {
        if (format == ProblemReport.Format.TEXT) {
          Summary.lines(built.summary()).forEach(this::say);
          if (built.problems().isEmpty()) {
            say("No problems.");
          }
        }
        yield ExitCode.DONE;
      }
    };
  }
}
