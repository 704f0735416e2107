package dev.hindsight.pipeline;

import dev.hindsight.model.Gaps;
import dev.hindsight.model.Incident;
import dev.hindsight.runbook.Runbooks;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.RunbookFolder;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks reports and runbooks without building a site.
public final class SiteChecker {
  private final SiteReader reader;

  public SiteChecker(SiteSource source, BuildOptions options) {
    this.reader = new SiteReader(source, options, Progress.NONE);
  }

  /// The result of a check.
  ///
  /// @param result [BuildResult.Built] without files if nothing prevents a build; its problems are
  ///   those of reports and runbooks
  /// @param gaps what the reports do not state
  public record CheckResult(BuildResult result, RunbookSummary runbooks, Gaps gaps) {}

  /// Reads and links every report, checks runbooks, and writes nothing.
  ///
  /// @param folders of runbooks, besides those in the configuration
  /// @throws IOException if a folder cannot be listed
  public CheckResult check(List<Path> folders) throws IOException {
    SiteReader.Outcome read = reader.read();
    if (read.reports().isEmpty()) {
      return new CheckResult(
          new BuildResult.Misconfigured(read.problems()), RunbookSummary.NONE, Gaps.NONE);
    }
    LinkedReports reports = read.reports().get();
    SiteConfig config = reports.config();
    Runbooks.CheckResult runbooks =
        new Runbooks(reports.knowledge(), config).check(all(config, folders));
    List<Problem> problems =
        Stream.concat(
                reports.problems().stream(),
                runbooks.problems().stream()
                    .flatMap(problem -> config.checks().apply(problem).stream()))
            .sorted(Problem.ORDER)
            .toList();
    return new CheckResult(
        reader.isBlocking(problems)
            ? new BuildResult.Rejected(problems)
            : reports.with(problems).built(0, 0),
        new RunbookSummary(
            runbooks.runbooks().size(),
            runbooks.references(),
            runbooks.problems(),
            runbooks.fixes()),
        reports.gaps());
  }

  private List<Runbooks.Folder> all(SiteConfig config, List<Path> folders) {
    Stream<Runbooks.Folder> further =
        folders.stream()
            .map(folder ->
                new Runbooks.Folder(
                    folder,
                    folder.toString().replace('\\', '/'),
                    RunbookFolder.of(folder.toString())));
    return Stream.concat(reader.runbookFolders(config).stream(), further).toList();
  }

  /// What Hindsight recognized in one report.
  ///
  /// @param incident empty if the file is not a report or has errors
  /// @param conventions what was learned from all reports, a sentence each
  /// @param problems of this file
  public record ExplainedReport(
      Optional<Incident> incident, List<String> conventions, List<Problem> problems) {
    public ExplainedReport {
      conventions = List.copyOf(conventions);
      problems = List.copyOf(problems);
    }
  }

  /// Reads and links every report, and explains one.
  ///
  /// @param file its path below the source folder, with `/`
  /// @throws IOException if the folder of reports cannot be listed
  public ExplainedReport explain(String file) throws IOException {
    SiteReader.Outcome read = reader.read();
    if (read.reports().isEmpty()) {
      return new ExplainedReport(Optional.empty(), List.of(), read.problems());
    }
    LinkedReports reports = read.reports().get();
    return new ExplainedReport(
        reports.knowledge().incidents().stream()
            .filter(incident -> incident.source().equals(file))
            .findFirst(),
        reports.conventions().reasons(),
        reports.problems().stream().filter(problem -> problem.at().file().equals(file)).toList());
  }
}
