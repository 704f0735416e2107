package dev.hindsight.pipeline;

import dev.hindsight.check.Checker;
import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.template.Theme;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.ReportCache;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.runbook.Runbooks;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.search.index.SearchIndexer;
import dev.hindsight.search.index.ShardStore;
import dev.hindsight.site.Progress;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.Stage;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.secret.Secrets;
import dev.hindsight.site.store.Digest;
import dev.hindsight.site.store.RecordCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first half of a build: turns the configuration and reports into a knowledge base.
final class SiteReader {
  static final ProblemKind UNREADABLE_INVENTORY =
      ProblemKind.warning(
          "unreadable-inventory",
          ProblemKind.Topic.ADDRESSES,
          """
          A published `incidents.json` that is not an inventory. Published addresses are not checked.
          """);

  private final SiteSource source;
  private final BuildOptions options;
  private final Progress progress;
  private final ReportCache.Retention retention;
  private final ReportCache cache;
  private final ShardStore shards;

  /// Uses the cache of earlier builds, but does not write it.
  SiteReader(SiteSource source, BuildOptions options, Progress progress) {
    this(source, options, progress, ReportCache.Retention.usual(false));
  }

  SiteReader(
      SiteSource source, BuildOptions options, Progress progress, ReportCache.Retention retention) {
    this.source = source;
    this.options = options;
    this.progress = progress;
    this.retention = retention;
    this.cache = BuildMemory.reports(source, retention, progress);
    this.shards = BuildMemory.shards(source, retention, progress);
  }

  /// What was read.
  ///
  /// @param linkedReports empty if the configuration has errors
  /// @param problems the problems of the configuration
  record Outcome(Optional<LinkedReports> reports, List<Problem> problems) {}

  /// Reads and links every report.
  ///
  /// @throws IOException if the folder of reports cannot be listed
  Outcome read() throws IOException {
    ConfigReader.Outcome configuration = configuration();
    return configuration.config().isEmpty()
        ? new Outcome(Optional.empty(), configuration.problems())
        : new Outcome(
            Optional.of(readAndLink(configuration.config().get(), configuration.problems())),
            List.of());
  }

  /// The folders of runbooks that the configuration names.
  List<Runbooks.Folder> runbookFolders(SiteConfig config) {
    return config.runbooks().stream()
        .map(folder ->
            new Runbooks.Folder(source.folder().resolve(folder.folder()), folder.folder(), folder))
        .toList();
  }

  /// Reads the configuration and checks that the files it names exist.
  ConfigReader.Outcome configuration() throws IOException {
    Theme theme = new Theme(source.templates(), source.folder());
    String text = source.config();
    ConfigReader.Outcome outcome = ConfigReader.read(SiteSource.CONFIG, text, theme::words);
    List<Problem> secrets = Secrets.in(text, SiteSource.CONFIG);
    if (!secrets.isEmpty() && outcome.config().isPresent()) {
      outcome = withSecrets(outcome, text, secrets, theme);
    }
    List<Problem> missing =
        outcome.config().stream().flatMap(this::missing).sorted(Problem.ORDER).toList();
    return missing.isEmpty() ? outcome : new ConfigReader.Outcome(Optional.empty(), missing);
  }

  /// The same configuration with a warning for each secret. The secrets are masked if the site is
  /// configured so.
  private static ConfigReader.Outcome withSecrets(
      ConfigReader.Outcome outcome, String text, List<Problem> secrets, Theme theme) {
    Optional<SiteConfig> config = outcome.config();
    if (config.get().redact()) {
      ConfigReader.Outcome masked =
          ConfigReader.read(SiteSource.CONFIG, Secrets.masked(text), theme::words);
      if (masked.config().isEmpty()) {
        return masked;
      }
      config = masked.config();
    }
    List<Problem> problems =
        Stream.concat(outcome.problems().stream(), secrets.stream()).sorted(Problem.ORDER).toList();
    return new ConfigReader.Outcome(config, problems);
  }

  private Stream<Problem> missing(SiteConfig config) {
    return Stream.concat(
        runbookFolders(config).stream()
            .filter(folder -> !Files.isDirectory(folder.path()))
            .map(SiteReader::missing),
        new ThemeImageCheck(source.folder()).problems(config.theme()));
  }

  private static Problem missing(Runbooks.Folder folder) {
    return ConfigReader.BAD_CONFIGURATION.at(
        SourcePosition.of(SiteSource.CONFIG, folder.folder().place()),
        "runbooks: folder '" + folder.shown() + "' not found",
        "use a path relative to this file");
  }

  /// Turns files into a knowledge base.
  private LinkedReports readAndLink(SiteConfig config, List<Problem> configWarnings)
      throws IOException {
    var publishing = Parallel.begin(this::published);
    var folder = folder();
    var conventions = FolderReader.conventions(folder);
    cache.readWith(
        source.config() + "\n" + config.words() + "\n" + conventions.key(),
        folder,
        options.drafts());
    var reader = reader(config, conventions, folder);
    var reports =
        progress.during(Stage.READ, folder.reports().size(), () -> reader.readAll(progress));
    cache.keep();
    var published = published(publishing);
    var before = published.orElse(PublishedInventory.NOTHING);
    progress.begin(Stage.LINK, 0);
    var linked =
        CrossLinker.link(
            incidents(reports),
            config,
            folder.name(),
            before.without(hidden(reports), refused(reports)));
    var knowledge = linked.knowledgeBase();
    var found = Checker.check(knowledge, config, options.today());
    progress.end(Stage.LINK);
    var digests = digests(knowledge, reports);
    var index =
        FindQueryCheck.isStated(knowledge)
            ? Optional.of(index(knowledge, digests))
            : Optional.<SearchIndex>empty();
    var lostReports =
        index.map(stated -> FindQueryCheck.check(knowledge, stated)).orElse(List.of());
    var problems =
        withConfiguredLevels(
            config,
            Stream.of(
                    configWarnings,
                    folder.problems(),
                    problemsOf(reports),
                    UnreadFiles.check(folder, reports),
                    linked.problems(),
                    found,
                    lostReports,
                    unreadable(published))
                .flatMap(List::stream));
    return new LinkedReports(
        config, conventions, folder, reports, knowledge, digests, before, index, problems);
  }

  private Optional<PublishedInventory> published() {
    try {
      return source.publishedNow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<PublishedInventory> published(
      Supplier<Optional<PublishedInventory>> begun) throws IOException {
    try {
      return begun.get();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  /// A digest of each incident, by the key of its ID. Empty for few incidents, which are faster to
  /// rebuild than to look up.
  private Map<String, String> digests(KnowledgeBase knowledge, List<ReportResult> reports) {
    if (knowledge.incidents().size() < retention.from()) {
      return Map.of();
    }
    // Most incidents are still as they were read; some have been given another anchor or ID.
    Map<Incident, String> read = new IdentityHashMap<>();
    reports.forEach(
        report -> report.incident().ifPresent(incident -> read.put(incident, report.digest())));
    return knowledge.incidents().parallelStream()
        .collect(
            Collectors.toConcurrentMap(
                incident -> incident.id().key(),
                incident ->
                    Optional.ofNullable(read.get(incident))
                        .filter(digest -> !digest.isEmpty())
                        .orElseGet(
                            () -> Digest.quick(RecordCodec.write(Incident.class, incident)))));
  }

  /// Builds the index, if it does not exist yet.
  SearchIndex index(LinkedReports linkedReports) {
    return linkedReports
        .index()
        .orElseGet(() -> index(linkedReports.knowledge(), linkedReports.digests()));
  }

  private SearchIndex index(KnowledgeBase knowledge, Map<String, String> digests) {
    return progress.during(
        Stage.INDEX,
        knowledge.incidents().size(),
        () ->
            digests.isEmpty()
                ? SearchIndexer.index(knowledge, progress)
                : SearchIndexer.index(knowledge, digests, shards, progress));
  }

  /// Problems with their configured levels, in order.
  static List<Problem> withConfiguredLevels(SiteConfig config, Stream<Problem> found) {
    return found
        .map(config.checks()::apply)
        .flatMap(Optional::stream)
        .sorted(Problem.ORDER)
        .toList();
  }

  /// Reads all reports, using the cache for unchanged ones.
  FolderReader reader(SiteConfig config, Conventions conventions, ReportFolder folder) {
    return new FolderReader(config, conventions, folder, options.drafts(), cache);
  }

  private ReportFolder folder() throws IOException {
    return ReportFolder.list(source.incidents(), SiteSource.INCIDENTS);
  }

  /// The incidents that were read. The ID of an identical copy of a file becomes an alias.
  static List<Incident> incidents(List<ReportResult> reports) {
    Map<String, List<IncidentId>> copies =
        reports.stream()
            .flatMap(report -> report.copy().stream())
            .collect(
                Collectors.groupingBy(
                    ReportResult.Copy::of,
                    Collectors.mapping(ReportResult.Copy::id, Collectors.toList())));
    return reports.stream()
        .flatMap(report -> report.incident().stream())
        .map(incident -> incident.withAliases(copies.getOrDefault(incident.source(), List.of())))
        .toList();
  }

  private List<Problem> unreadable(Optional<PublishedInventory> published) {
    return published.isPresent()
        ? List.of()
        : List.of(
            UNREADABLE_INVENTORY.at(
                SourcePosition.start(source.published().toString().replace('\\', '/')),
                "not an inventory of a site, so published addresses are not checked",
                "restore the incidents.json of the published site or delete this file"));
  }

  private static List<IncidentId> hidden(List<ReportResult> reports) {
    return reports.stream().flatMap(report -> report.hidden().stream()).toList();
  }

  /// Reports that mention something hidden and cannot be read.
  private static Set<String> refused(List<ReportResult> reports) {
    return reports.stream()
        .flatMap(report -> report.refused().stream())
        .collect(Collectors.toSet());
  }

  static List<Problem> problemsOf(List<ReportResult> reports) {
    return reports.stream().flatMap(report -> report.problems().stream()).toList();
  }

  /// Whether the problems prevent publishing.
  boolean isBlocking(List<Problem> problems) {
    return !options.keepGoing()
        && problems.stream().anyMatch(problem -> options.strict() || problem.isError());
  }
}
