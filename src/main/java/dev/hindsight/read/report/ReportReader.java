package dev.hindsight.read.report;

import dev.hindsight.model.Incident;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.metadata.Metadata;
import dev.hindsight.read.metadata.MetadataValues;
import dev.hindsight.read.source.FrontMatter;
import dev.hindsight.read.source.Limits;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.read.source.ReportText;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.secret.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one report: Markdown in, an incident and problems out. A report is read alone: the result
/// depends on its bytes, the configuration, and what it asks of the files around it.
public final class ReportReader {
  public static final ProblemKind LOOSE_FRONT_MATTER =
      ProblemKind.warning(
          "loose-front-matter",
          ProblemKind.Topic.FILES,
          """
          Front matter that is not valid YAML or TOML. It was read line by line as `key: rest of the line`. Usually a value that
          contains a colon needs quotes.
          """);

  private final SiteConfig config;
  private final ReportFolder folder;
  private final boolean drafts;
  private final Limits limits;
  private final ReportTitle.Ids ids;

  /// @param drafts whether to read drafts too
  public ReportReader(SiteConfig config, ReportFolder folder, boolean drafts, Limits limits) {
    this.config = config;
    this.folder = folder;
    this.drafts = drafts;
    this.limits = limits;
    this.ids = ReportTitle.Ids.like(config.idPattern());
  }

  /// Reads a report within its limits.
  public CacheableResult read(ReportFolder.ReportFile file, ReportText text) {
    try {
      return limits.within(() -> {
        FrontMatter frontMatter =
            FrontMatter.split(config.redact() ? Secrets.masked(text.text()) : text.text());
        ReportContext context = new ReportContext(config, folder, file, frontMatter.bodyLine());
        ReportResult result = read(text, frontMatter, context);
        return new CacheableResult(result, context.folder().answers(), true);
      });
    } catch (Limits.Exceeded limit) {
      Problem problem = tooCostly(folder.source(file.path()), limit);
      return new CacheableResult(ReportResult.failed(problem), Map.of(), false);
    }
  }

  private ReportResult read(ReportText text, FrontMatter frontMatter, ReportContext context) {
    String source = context.source();
    text.problem().ifPresent(context::report);
    Secrets.in(text.text(), source).forEach(context::report);
    Secrets.inName(context.file().path(), source).ifPresent(context::report);
    frontMatter
        .slip()
        .map(slip ->
            LOOSE_FRONT_MATTER.at(
                new SourcePosition(source, slip.line(), slip.column()),
                "front matter: "
                    + slip.getMessage()
                    + "; read line by line as `key: rest of the line`",
                "quote values that contain a colon or `#`"))
        .ifPresent(context::report);
    MetadataValues values = new MetadataValues(frontMatter, context);
    Metadata metadata = new Metadata(values, context);
    Incident incident = new IncidentReader(context, values, metadata, ids).read(frontMatter.body());
    if (metadata.isDraft() && !drafts) {
      return ReportResult.hiddenDraft(incident.id());
    }
    Stream.of(
            limits.tooMany(incident.systems().size()),
            limits.tooManyAliases(incident.aliases().size()))
        .flatMap(Optional::stream)
        .map(limit -> tooCostly(source, limit))
        .forEach(context::report);
    boolean hasError =
        context.problems().stream()
            .flatMap(problem -> config.checks().apply(problem).stream())
            .anyMatch(Problem::isError);
    return ReportResult.of(Optional.of(incident).filter(_ -> !hasError), context.problems());
  }

  /// The problem of a report that exceeds a limit.
  public static Problem tooCostly(String source, Limits.Exceeded limit) {
    return ReportFolder.UNREADABLE.at(
        SourcePosition.start(source), limit.getMessage(), limit.cure());
  }
}
