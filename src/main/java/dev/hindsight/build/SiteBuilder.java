package dev.hindsight.build;

import dev.hindsight.check.Checker;
import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.Pages;
import dev.hindsight.page.Theme;
import dev.hindsight.read.ReportFolder;
import dev.hindsight.read.ReportReader;
import dev.hindsight.runbook.Runbooks;
import dev.hindsight.search.SearchIndex;
import dev.hindsight.search.SearchIndexer;
import dev.hindsight.site.ConfigReader;
import dev.hindsight.site.Doubt;
import dev.hindsight.site.Output;
import dev.hindsight.site.Problem;
import dev.hindsight.site.Published;
import dev.hindsight.site.RunbookFolder;
import dev.hindsight.site.SiteConfig;
import dev.hindsight.site.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a site of a folder of reports.
public final class SiteBuilder {
  private final SiteSource source;
  private final Options options;

  public SiteBuilder(SiteSource source, Options options) {
    this.source = source;
    this.options = options;
  }

  /// Reads every report, links them and makes the whole site.
  ///
  /// @param output takes the files; nothing is written when the result is not [BuildResult.Built]
  /// @throws IOException when the folder of reports cannot be listed or a file cannot be copied
  public BuildResult build(Output output) throws IOException {
    ConfigReader.Outcome configuration = configuration();
    if (configuration.config().isEmpty()) {
      return new BuildResult.Misconfigured(configuration.problems());
    }
    Understood understood = understand(configuration.config().get());
    return isBlocking(understood.problems())
        ? new BuildResult.Rejected(understood.problems())
        : make(configuration.config().get(), understood, output);
  }

  /// What a check found.
  ///
  /// @param result [BuildResult.Built] without files where nothing keeps the site from being built;
  ///   its problems are those of reports and runbooks
  public record Checked(BuildResult result, RunbookSummary runbooks) {}

  /// Reads and links every report, looks through runbooks, and makes nothing.
  ///
  /// @param folders of runbooks beside those of the configuration
  /// @throws IOException when a folder cannot be listed
  public Checked check(List<Path> folders) throws IOException {
    ConfigReader.Outcome configuration = configuration();
    if (configuration.config().isEmpty()) {
      return new Checked(
          new BuildResult.Misconfigured(configuration.problems()), RunbookSummary.NONE);
    }
    SiteConfig config = configuration.config().get();
    Understood understood = understand(config);
    List<Runbooks.Folder> all =
        Stream.concat(
                runbookFolders(config).stream(),
                folders.stream()
                    .map(folder ->
                        new Runbooks.Folder(
                            folder,
                            folder.toString().replace('\\', '/'),
                            RunbookFolder.of(folder.toString()))))
            .toList();
    Runbooks.Checked runbooks = new Runbooks(understood.knowledge(), config).check(all);
    List<Problem> problems =
        Stream.concat(
                understood.problems().stream(),
                runbooks.problems().stream()
                    .flatMap(problem -> config.checks().judge(problem).stream()))
            .sorted(Problem.ORDER)
            .toList();
    Understood whole = understood.with(problems);
    return new Checked(
        isBlocking(problems) ? new BuildResult.Rejected(problems) : whole.built(0),
        new RunbookSummary(
            runbooks.runbooks().size(),
            runbooks.references(),
            runbooks.problems(),
            runbooks.fixes()));
  }

  private List<Runbooks.Folder> runbookFolders(SiteConfig config) {
    return config.runbooks().stream()
        .map(folder ->
            new Runbooks.Folder(source.folder().resolve(folder.folder()), folder.folder(), folder))
        .toList();
  }

  /// The configuration, and whether what it names is there.
  private ConfigReader.Outcome configuration() throws IOException {
    ConfigReader.Outcome outcome = ConfigReader.read(SiteSource.CONFIG, source.config());
    List<Problem> missing =
        outcome.config().stream()
            .flatMap(config -> runbookFolders(config).stream())
            .filter(folder -> !Files.isDirectory(folder.path()))
            .map(SiteBuilder::missing)
            .toList();
    return missing.isEmpty() ? outcome : new ConfigReader.Outcome(Optional.empty(), missing);
  }

  private static Problem missing(Runbooks.Folder folder) {
    return new Problem.BadConfiguration(
        SourcePosition.of(SiteSource.CONFIG, folder.folder().place()),
        "runbooks: there is no folder '" + folder.shown() + "'",
        "write its path as seen from this file");
  }

  /// One report as it is understood among the others.
  ///
  /// @param incident empty where the file is no report, or has errors
  /// @param problems those of the file
  public record Explained(Optional<Incident> incident, List<Problem> problems) {
    public Explained {
      problems = List.copyOf(problems);
    }
  }

  /// Reads and links every report, and says what became of one.
  ///
  /// @param file its path below the source folder, with `/`
  /// @throws IOException when the folder of reports cannot be listed
  public Explained explain(String file) throws IOException {
    ConfigReader.Outcome configuration = configuration();
    if (configuration.config().isEmpty()) {
      return new Explained(Optional.empty(), configuration.problems());
    }
    Understood understood = understand(configuration.config().get());
    return new Explained(
        understood.knowledge().incidents().stream()
            .filter(incident -> incident.source().equals(file))
            .findFirst(),
        understood.problems().stream()
            .filter(problem -> problem.at().file().equals(file))
            .toList());
  }

  /// An incident that was found, with Lucene's score and how it came to be, where words were asked
  /// for.
  public record Match(Incident incident, float score, Optional<String> explanation) {}

  /// What a query found.
  ///
  /// @param matches the best first, as many as were asked for
  /// @param count how many were found
  /// @param withAll how many have all words of the query
  /// @param respelt words that no report has, or only one, with those that were searched in their
  ///   place
  /// @param problems of the configuration, which keep anything from being found
  public record Found(
      List<Match> matches,
      int count,
      int withAll,
      Map<String, List<String>> respelt,
      List<Problem> problems) {
    public Found {
      matches = List.copyOf(matches);
      problems = List.copyOf(problems);
    }
  }

  /// Reads and links every report, and asks what the site's search is asked.
  ///
  /// @param most how many matches to give
  /// @throws IOException when the folder of reports cannot be listed
  public Found search(String query, int most) throws IOException {
    ConfigReader.Outcome configuration = configuration();
    if (configuration.config().isEmpty()) {
      return new Found(List.of(), 0, 0, Map.of(), configuration.problems());
    }
    var index = SearchIndexer.index(understand(configuration.config().get()).knowledge());
    var hits = index.search(query);
    return new Found(
        hits.hits().stream()
            .limit(most)
            .map(hit ->
                new Match(hit.incident(), hit.score(), index.explain(query, hit.incident().id())))
            .toList(),
        hits.hits().size(),
        hits.withAll(),
        hits.respelt(),
        List.of());
  }

  /// The first half of the story: files become a knowledge base.
  private Understood understand(SiteConfig config) throws IOException {
    var folder = folder();
    var reports = new ReportReader(config, folder, options.drafts()).readAll();
    var published = source.publishedNow();
    var linked =
        CrossLinker.link(
            incidents(reports), config, folder.name(), published.orElse(Published.NOTHING));
    var knowledge = linked.knowledgeBase();
    var doubts = Checker.check(knowledge, config, options.today());
    var index =
        Findability.isStated(knowledge)
            ? Optional.of(SearchIndexer.index(knowledge))
            : Optional.<SearchIndex>empty();
    var lost = index.map(stated -> Findability.check(knowledge, stated)).orElse(List.of());
    var problems =
        Stream.of(told(reports), linked.problems(), doubts, lost, unreadable(published))
            .flatMap(List::stream)
            .map(config.checks()::judge)
            .flatMap(Optional::stream)
            .sorted(Problem.ORDER)
            .toList();
    return new Understood(folder, reports, knowledge, index, problems);
  }

  /// The second half: the knowledge base becomes a site.
  private BuildResult make(SiteConfig config, Understood understood, Output output)
      throws IOException {
    var linked = understood.knowledge();
    var counted = new Counted(output);
    var index = understood.index().orElseGet(() -> SearchIndexer.index(linked));
    var runbooks = new Runbooks(linked, config).check(runbookFolders(config)).runbooks();
    var knowledge = CrossLinker.connect(linked.with(runbooks), index.similar());
    index.writeTo(counted);
    new Pages(config, new Theme(source.templates()), knowledge).render(counted);
    new SourceCopier(understood.folder()).copy(knowledge, counted);
    return understood.built(counted.files.get());
  }

  /// What was read and linked.
  ///
  /// @param index already made where checks needed it
  private record Understood(
      ReportFolder folder,
      List<ReportReader.Report> reports,
      KnowledgeBase knowledge,
      Optional<SearchIndex> index,
      List<Problem> problems) {

    Understood with(List<Problem> problems) {
      return new Understood(folder, reports, knowledge, index, problems);
    }

    BuildResult built(long files) {
      return new BuildResult.Built(
          problems,
          new BuildResult.Summary(
              knowledge.incidents().size(),
              knowledge.systems().size(),
              (int) reports.stream().filter(ReportReader.Report::draft).count(),
              folder.skipped(),
              files));
    }
  }

  private ReportFolder folder() throws IOException {
    return Files.isDirectory(source.incidents())
        ? ReportFolder.list(source.incidents(), SiteSource.INCIDENTS)
        : ReportFolder.empty(source.incidents(), SiteSource.INCIDENTS);
  }

  /// The incidents that were read. The id of a file that is the same as another is an alias.
  private static List<Incident> incidents(List<ReportReader.Report> reports) {
    Map<String, List<IncidentId>> copies =
        reports.stream()
            .flatMap(report -> report.copy().stream())
            .collect(
                Collectors.groupingBy(
                    ReportReader.Copy::of,
                    Collectors.mapping(ReportReader.Copy::id, Collectors.toList())));
    return reports.stream()
        .flatMap(report -> report.incident().stream())
        .map(incident -> incident.withAliases(copies.getOrDefault(incident.source(), List.of())))
        .toList();
  }

  private List<Problem> unreadable(Optional<Published> published) {
    return published.isPresent()
        ? List.of()
        : List.of(
            new Doubt.UnreadableInventory(
                SourcePosition.start(source.published().toString().replace('\\', '/'))));
  }

  private static List<Problem> told(List<ReportReader.Report> reports) {
    return reports.stream().flatMap(report -> report.problems().stream()).toList();
  }

  private boolean isBlocking(List<Problem> problems) {
    return !options.keepGoing()
        && problems.stream()
            .anyMatch(problem -> options.strict() || problem.level() == Problem.Level.ERROR);
  }

  /// Counts the files on their way out.
  private record Counted(Output output, AtomicLong files) implements Output {
    Counted(Output output) {
      this(output, new AtomicLong());
    }

    @Override
    public void write(String path, byte[] bytes) {
      output.write(path, bytes);
      files.incrementAndGet();
    }
  }
}
