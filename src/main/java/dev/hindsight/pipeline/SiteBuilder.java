package dev.hindsight.pipeline;

import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.Incident;
import dev.hindsight.page.LastPages;
import dev.hindsight.page.Pages;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.template.Theme;
import dev.hindsight.read.ReportCache;
import dev.hindsight.runbook.Runbooks;
import dev.hindsight.search.export.AmendedSearch;
import dev.hindsight.search.export.SearchExport;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.search.similar.SimilarIncidents;
import dev.hindsight.site.Output;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.Stage;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Builds a site from a folder of reports, once or again after each change.
public final class SiteBuilder {
  private final SiteSource source;
  private final SiteReader reader;
  private final BuildOptions options;
  private final Progress progress;
  private Optional<LastBuild> last = Optional.empty();

  /// The inputs of the pages whose files may be reused, by address; see [LastPages].
  private Map<String, String> keys;

  public SiteBuilder(SiteSource source, BuildOptions options) {
    this(source, options, Progress.NONE);
  }

  /// @param progress receives the progress of the build
  public SiteBuilder(SiteSource source, BuildOptions options, Progress progress) {
    this(source, options, progress, ReportCache.Retention.usual(false), Map.of());
  }

  SiteBuilder(
      SiteSource source,
      BuildOptions options,
      Progress progress,
      ReportCache.Retention keeping,
      Map<String, String> keys) {
    this.source = source;
    this.options = options;
    this.progress = progress;
    this.keys = keys;
    this.reader = new SiteReader(source, options, progress, keeping);
  }

  /// Creates a builder that also caches on disk what it reads, for the next run.
  ///
  /// @param keys the inputs of the pages whose files may be reused, by address
  public static SiteBuilder remembering(
      SiteSource source, BuildOptions options, Progress progress, Map<String, String> keys) {
    return new SiteBuilder(source, options, progress, ReportCache.Retention.usual(true), keys);
  }

  /// Reads and links every report, and builds the whole site.
  ///
  /// @param output receives the files; they are a site only if the result is [BuildResult.Built]
  /// @throws IOException if the folder of reports cannot be listed or a file cannot be copied
  public BuildResult build(Output output) throws IOException {
    var changes =
        options.history()
            ? GitDates.of(source.folder(), SiteSource.INCIDENTS)
            : CompletableFuture.completedFuture(Map.<String, LocalDate>of());
    SiteReader.Outcome read = reader.read();
    if (read.reports().isEmpty()) {
      return new BuildResult.Misconfigured(read.problems());
    }
    LinkedReports reports = read.reports().get();
    List<Problem> losses = losses(reports);
    return losses.isEmpty() && !reader.isBlocking(reports.problems())
        ? make(reports, changes, output)
        : new BuildResult.Rejected(
            Stream.concat(reports.problems().stream(), losses.stream())
                .sorted(Problem.ORDER)
                .toList());
  }

  /// Incidents that this build would remove, compared with the published site or this builder's
  /// last build.
  private List<Problem> losses(LinkedReports now) {
    return options.allowLoss()
        ? List.of()
        : lastBuild()
            .map(made -> LossGuard.check(made.reports(), now))
            .orElseGet(() -> LossGuard.check(now.published(), now))
            .stream()
            .toList();
  }

  private synchronized Optional<LastBuild> lastBuild() {
    return last;
  }

  /// The second half: turns the knowledge base into a site.
  private BuildResult make(
      LinkedReports reports, CompletableFuture<Map<String, LocalDate>> changes, Output output)
      throws IOException {
    var counted = new CountingOutput(output);
    var index = reader.index(reports);
    // Search data does not depend on similar incidents, and finding those leaves cores idle.
    var search = Parallel.begin(() -> export(index, counted));
    try {
      return make(reports, changes, index, counted, search);
    } finally {
      // If this has failed, nothing more is written.
      search.get();
    }
  }

  private BuildResult make(
      LinkedReports reports,
      CompletableFuture<Map<String, LocalDate>> changes,
      SearchIndex index,
      CountingOutput counted,
      Supplier<AmendedSearch> search)
      throws IOException {
    var config = reports.config();
    var linked = reports.knowledge();
    progress.begin(Stage.LINK, 0);
    var runbooks = new Runbooks(linked, config).check(reader.runbookFolders(config)).runbooks();
    var knowledge = CrossLinker.connect(linked.with(runbooks), SimilarIncidents.in(index));
    progress.end(Stage.LINK);
    var theme = new Theme(source.templates(), source.folder());
    var before = lastPages(reports, theme);
    Messages messages;
    try {
      messages = theme.messages(config.language());
    } catch (Theme.BadMessages broken) {
      return new BuildResult.Misconfigured(List.of(broken.problem()));
    }
    var pages = new Pages(config, theme, knowledge, messages, changes.join(), before);
    var copier = new SourceCopier(reports.folder(), config);
    progress.begin(Stage.RENDER, knowledge.incidents().size());
    Parallel.run(Stream.concat(pages.work(counted, progress), copier.work(knowledge, counted)));
    progress.end(Stage.RENDER);
    if (!pages.templateErrors().isEmpty()) {
      return new BuildResult.Misconfigured(pages.templateErrors());
    }
    if (!copier.problems().isEmpty()) {
      return new BuildResult.Rejected(copier.problems());
    }
    remember(reports, pages, search.get());
    keys = pages.keys();
    return reports.built(counted.pages.get(), counted.files.get());
  }

  /// A site's own templates can show anything on any page.
  private Optional<LastPages> lastPages(LinkedReports reports, Theme theme) {
    return reports.digests().isEmpty() || theme.hasOtherTemplates()
        ? Optional.empty()
        : Optional.of(
            new LastPages(Inputs.look(source, reports.config()), reports.digests(), keys));
  }

  /// The inputs of the pages of the last build, for the next run; empty if it does not need them.
  public Map<String, String> keys() {
    return keys;
  }

  /// The last build, including previews since then.
  private record LastBuild(LinkedReports reports, Pages pages, AmendedSearch search) {}

  private synchronized void remember(LinkedReports reports, Pages pages, AmendedSearch search) {
    AmendedSearch after = last.map(made -> search.after(made.search())).orElse(search);
    last = Optional.of(new LastBuild(reports, pages, after));
  }

  /// Builds the pages of one changed report and adds it to search, so that its author sees them at
  /// once. All other reports stay as in the last build, and so do the report's relations.
  ///
  /// @param path below the folder of reports
  /// @return empty if this needs a whole build
  public synchronized Optional<BuildResult> preview(String path, Output output) {
    return last.filter(made -> made.reports().folder().reportPaths().contains(path))
        .flatMap(made -> preview(made, path, new CountingOutput(output)));
  }

  private Optional<BuildResult> preview(LastBuild made, String path, CountingOutput output) {
    LinkedReports reports = made.reports();
    var report =
        reader.reader(reports.config(), reports.conventions(), reports.folder()).read(path);
    List<Problem> problems =
        SiteReader.withConfiguredLevels(reports.config(), report.problems().stream());
    if (reader.isBlocking(problems)) {
      return Optional.of(new BuildResult.Rejected(problems));
    }
    return report
        .incident()
        .filter(incident -> made.pages().preview(incident, output))
        .filter(_ -> made.pages().templateErrors().isEmpty())
        .map(incident -> {
          amend(made, incident, output);
          return reports.with(problems).built(output.pages.get(), output.files.get());
        });
  }

  /// Adds a changed report to search, unless only the next build can.
  private void amend(LastBuild made, Incident now, Output output) {
    made.search()
        .with(now)
        .ifPresent(search -> {
          search.writeTo(output);
          last = Optional.of(new LastBuild(made.reports(), made.pages(), search));
        });
  }

  private AmendedSearch export(SearchIndex index, Output output) {
    // Report each file as a step, so that a build in the background can pause.
    Output parts =
        (path, bytes) -> {
          output.write(path, bytes);
          progress.step(Stage.EXPORT);
        };
    return progress.during(Stage.EXPORT, 0, () -> SearchExport.write(index, parts));
  }

  /// Counts the pages and files that are written.
  private record CountingOutput(Output output, AtomicLong pages, AtomicLong files)
      implements Output {
    CountingOutput(Output output) {
      this(output, new AtomicLong(), new AtomicLong());
    }

    @Override
    public void write(String path, byte[] bytes) {
      output.write(path, bytes);
      count(path);
    }

    @Override
    public boolean keep(List<String> paths) {
      boolean areKept = output.keep(paths);
      if (areKept) {
        paths.forEach(this::count);
      }
      return areKept;
    }

    private void count(String path) {
      files.incrementAndGet();
      if (path.endsWith(".html")) {
        pages.incrementAndGet();
      }
    }
  }
}
