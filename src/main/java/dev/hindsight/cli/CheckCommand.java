package dev.hindsight.cli;

import dev.hindsight.build.BuildResult;
import dev.hindsight.build.SiteBuilder;
import dev.hindsight.build.SiteSource;
import dev.hindsight.site.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Option(
      names = "--explain",
      paramLabel = "FILE",
      description = "Show what was understood of one report, part by part, and what was not.")
  private Path explained;

  @Override
  public Integer call() throws IOException {
    return explained == null ? check() : explain();
  }

  private int explain() throws IOException {
    SiteSource source = source();
    Path folder = sourceFolder().toAbsolutePath().normalize();
    Path file = Files.exists(explained) ? explained : folder.resolve(explained);
    String name =
        folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    SiteBuilder.Explained result = new SiteBuilder(source, options(false, false)).explain(name);
    problems().print(result.problems());
    if (result.incident().isEmpty()) {
      if (result.problems().isEmpty()) {
        throw usage(name + " is no report of this site");
      }
      boolean isConfiguration =
          result.problems().stream().anyMatch(Problem.BadConfiguration.class::isInstance);
      return isConfiguration ? ExitCode.USAGE : ExitCode.PROBLEMS;
    }
    Explanation.of(result.incident().get()).forEach(out()::println);
    out().flush();
    return ExitCode.DONE;
  }

  private int check() throws IOException {
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
