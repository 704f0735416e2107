package dev.hindsight.runbook;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Runbook;
import dev.hindsight.site.config.RunbookFolder;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.UnknownIdPattern;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.secret.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Reads folders of runbooks and checks their references to incidents.
public final class Runbooks {
  public static final ProblemKind DEAD =
      ProblemKind.error(
          "dead-reference",
          ProblemKind.Topic.RUNBOOKS,
          """
          An address in the site that does not exist.
          """);

  public static final ProblemKind RENAMED =
      ProblemKind.warning(
          "renamed-reference",
          ProblemKind.Topic.RUNBOOKS,
          """
          An ID or address that has changed. `--fix` rewrites it.
          """);

  public static final ProblemKind UNWRITTEN =
      ProblemKind.warning(
          "unwritten-in-runbook",
          ProblemKind.Topic.RUNBOOKS,
          """
          An incident that has no report.
          """);

  /// Every kind of problem of runbooks.
  public static final List<ProblemKind> KINDS =
      List.of(DEAD, RENAMED, UNWRITTEN, RunbookFile.UNREADABLE);

  /// A runbook with its references.
  ///
  /// @param slow where `ids.pattern` needs too many steps
  private record ReadRunbook(
      RunbookFile file,
      List<ReferenceChecker.Checked> references,
      OptionalInt slow,
      Optional<String> url) {}

  /// The result for all runbooks.
  ///
  /// @param runbooks in the order of their folders and paths
  /// @param problems to fix
  /// @param fixes for runbooks with renamed references
  /// @param references the number of references
  public record CheckResult(
      List<Runbook> runbooks, List<Problem> problems, List<RunbookFix> fixes, int references) {
    public CheckResult {
      runbooks = List.copyOf(runbooks);
      problems = List.copyOf(problems);
      fixes = List.copyOf(fixes);
    }
  }

  /// A folder on disk.
  ///
  /// @param shown its name in messages
  /// @param folder its configuration
  public record Folder(Path path, String shown, RunbookFolder folder) {}

  private final UnknownIdPattern form;
  private final ReferenceFinder finder;
  private final ReferenceChecker checker;
  private final SystemMentions systems;
  private final boolean redact;

  /// @param config has the site's address and aliases of systems
  public Runbooks(KnowledgeBase knowledge, SiteConfig config) {
    this.form =
        UnknownIdPattern.of(config, knowledge.incidents().stream().map(Incident::id).toList());
    this.finder = new ReferenceFinder(knowledge, form, config.url());
    this.checker = new ReferenceChecker(knowledge, config);
    this.systems = new SystemMentions(knowledge, config);
    this.redact = config.redact();
  }

  /// Reads folders and checks every reference in them.
  ///
  /// @throws IOException if a folder cannot be listed
  public CheckResult check(List<Folder> folders) throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<ReadRunbook> all = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Folder folder : folders) {
      // A file that is in two folders is read once, under its first name.
      List<RunbookFile> files =
          RunbookFile.read(folder.path(), folder.shown(), problems).stream()
              .filter(file -> seen.add(file.file().toAbsolutePath().normalize()))
              .toList();
      all.addAll(files.parallelStream().map(file -> read(file, folder.folder())).toList());
    }
    all.forEach(read -> problems.addAll(problems(read)));
    return new CheckResult(
        all.parallelStream().map(this::runbook).toList(),
        problems,
        all.stream()
            .map(read -> RunbookFix.of(read.file(), read.references()))
            .filter(RunbookFix::isNeeded)
            .toList(),
        all.stream().mapToInt(read -> read.references().size()).sum());
  }

  private ReadRunbook read(RunbookFile file, RunbookFolder folder) {
    ReferenceFinder.Found found = finder.find(file.text());
    return new ReadRunbook(
        file,
        found.references().stream()
            .map(reference -> new ReferenceChecker.Checked(reference, checker.check(reference)))
            .toList(),
        found.slow(),
        folder.address(file.below()));
  }

  private Runbook runbook(ReadRunbook read) {
    return new Runbook(
        shown(read.file().shown()),
        shown(RunbookTitle.of(read.file())),
        read.url().map(this::shown),
        read.references().stream()
            .flatMap(checked -> incident(checked.status()).stream())
            .distinct()
            .toList(),
        systems.in(read.file().text()));
  }

  private String shown(String text) {
    return redact ? Secrets.masked(text) : text;
  }

  private static Optional<IncidentId> incident(ReferenceStatus verdict) {
    return switch (verdict) {
      case ReferenceStatus.Exists exists -> exists.incident();
      case ReferenceStatus.Renamed renamed -> renamed.incident();
      case ReferenceStatus.Dead dead -> dead.incident();
      case ReferenceStatus.Unwritten _ -> Optional.empty();
    };
  }

  private List<Problem> problems(ReadRunbook read) {
    LineIndex positions = new LineIndex(read.file().shown(), read.file().text());
    return Stream.concat(
            read.slow().stream().mapToObj(start -> form.slow(positions.at(start))),
            read.references().stream()
                .flatMap(checked -> problem(checked, read.file().text(), positions).stream()))
        .toList();
  }

  private Optional<Problem> problem(
      ReferenceChecker.Checked checked, String text, LineIndex positions) {
    Reference reference = checked.reference();
    SourcePosition at = positions.at(reference.start());
    String found = text.substring(reference.start(), reference.end());
    String before =
        reference instanceof Reference.Link link
            ? text.substring(link.start(), link.pathStart())
            : "";
    return switch (checked.status()) {
      case ReferenceStatus.Exists _ -> Optional.empty();
      case ReferenceStatus.Renamed renamed ->
          Optional.of(
              RENAMED.at(
                  at,
                  "'" + found + "' is now '" + before + renamed.to() + "'",
                  "`hindsight check --runbooks … --fix` rewrites it"));
      case ReferenceStatus.Unwritten unwritten ->
          Optional.of(
              UNWRITTEN.at(
                  at,
                  "no report for '" + found + "'",
                  checker.nearest(unwritten.id()).map(known -> "did you mean '" + known + "'?")));
      case ReferenceStatus.Dead dead ->
          Optional.of(
              DEAD.at(
                  at,
                  "dead link '" + found + "'",
                  dead.nearest()
                      .map(known -> "did you mean '" + before + known + "'?")
                      .orElse("nothing similar was found; search for the incident")));
    };
  }
}
