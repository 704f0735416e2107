package dev.hindsight.start;

import dev.hindsight.pipeline.ReportCollection;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Creates a site in a folder, for the reports in it or with a first report. It changes no report
/// and overwrites no file.
public final class NewSite {
  private static final String FIRST = "Replace this with your first report";

  private final Path source;
  private final LocalDate today;

  /// @param source the folder that the user named
  public NewSite(Path source, LocalDate today) {
    this.source = source;
    this.today = today;
  }

  /// The result for a folder.
  public sealed interface Result {
    /// There were no reports. Now there is one, from the template.
    ///
    /// @param written the files, relative to the current folder
    /// @param others the number of Markdown files that do not look like reports
    record Begun(List<Path> written, int others) implements Result {
      public Begun {
        written = List.copyOf(written);
      }
    }

    /// There are reports.
    ///
    /// @param site the folder for the site's configuration
    /// @param reports their folder, relative to the site's folder, with `/`; empty for that folder
    ///   itself
    /// @param look what Hindsight recognizes with the proposal
    /// @param proposal a configuration
    /// @param isWritten whether it was written; false if there already is one
    /// @param problems of the reports with this configuration
    record Found(
        Path site,
        String reports,
        CollectionSummary look,
        String proposal,
        boolean isWritten,
        List<Problem> problems)
        implements Result {
      public Found {
        problems = List.copyOf(problems);
      }

      /// Whether a build finds the reports where they are.
      public boolean isInPlace() {
        return reports.equals(SiteSource.INCIDENTS);
      }
    }

    /// There already is a configuration, and it has errors.
    record Misconfigured(List<Problem> problems) implements Result {
      public Misconfigured {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Inspects the folder and creates a site.
  ///
  /// @throws IOException if it cannot be read or written
  public Result make() throws IOException {
    Optional<String> reports = ReportFolderFinder.in(source, ours());
    if (reports.isEmpty()) {
      return begin();
    }
    // If the reports are in `docs/incidents`, `docs` is the site's folder.
    boolean isNamed = reports.get().endsWith("/" + SiteSource.INCIDENTS);
    Path site = isNamed ? source.resolve(reports.get()).getParent() : source;
    String seen = isNamed ? SiteSource.INCIDENTS : reports.get();
    ConfigReader.Outcome config = ReportCollection.config(new SiteSource(site));
    return config.config().isEmpty()
        ? new Result.Misconfigured(config.problems())
        : found(site, seen);
  }

  private Result found(Path site, String reports) throws IOException {
    ReportFolder folder =
        ReportFolder.list(site.resolve(reports), reports.isEmpty() ? "." : reports);
    ReportCollection without = ReportCollection.of(folder, ours(), today);
    String proposal = ConfigProposal.of(site, without, true);
    ReportCollection with = ReportCollection.of(folder, parsed(proposal), today);
    // Without the pattern, if it would give two reports the same ID.
    if (with.knowledge().incidents().size() < without.knowledge().incidents().size()) {
      proposal = ConfigProposal.of(site, without, false);
      with = ReportCollection.of(folder, parsed(proposal), today);
    }
    boolean isWritten = write(site.resolve(SiteSource.CONFIG), proposal);
    return new Result.Found(
        site, reports, CollectionSummary.at(with), proposal, isWritten, with.problems());
  }

  /// Creates a site with one report.
  private Result begin() throws IOException {
    int others = ReportFolder.list(source, "").reports().size();
    Path config = source.resolve(SiteSource.CONFIG);
    Files.createDirectories(source.resolve(SiteSource.INCIDENTS));
    boolean isWritten =
        write(
            config,
            example().replace("{{title}}", ValueQuoting.scalar(ConfigProposal.titleOf(source))));
    NewReport.Outcome first = NewReport.in(new SiteSource(source), today);
    if (first.report().isEmpty()) {
      return new Result.Misconfigured(first.problems());
    }
    NewReport.Result result =
        first
            .report()
            .get()
            .write(
                new NewReport.Request(
                    FIRST,
                    today,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty()));
    List<Path> report =
        result instanceof NewReport.Result.Written written
            ? List.of(source.resolve(written.file()))
            : List.of();
    List<Path> written =
        isWritten ? Stream.concat(Stream.of(config), report.stream()).toList() : report;
    return new Result.Begun(written, others);
  }

  private static SiteConfig ours() {
    return parsed("");
  }

  /// @throws IllegalStateException if the proposal cannot be read, which is a bug
  private static SiteConfig parsed(String proposal) {
    ConfigReader.Outcome outcome = ConfigReader.read(SiteSource.CONFIG, proposal);
    return outcome
        .config()
        .orElseThrow(() -> new IllegalStateException(outcome.problems().toString()));
  }

  private static boolean write(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      return false;
    }
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return true;
  }

  private static String example() throws IOException {
    try (InputStream in = NewSite.class.getResourceAsStream("site-config.yml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
