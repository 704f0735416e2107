package dev.hindsight.read.report;

import dev.hindsight.model.Incident;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.html.HtmlSanitizer;
import dev.hindsight.read.markdown.MarkdownSize;
import dev.hindsight.read.metadata.Metadata;
import dev.hindsight.read.metadata.MetadataValues;
import dev.hindsight.read.source.FrontMatter;
import dev.hindsight.read.source.Limits;
import dev.hindsight.read.source.Mdx;
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
import org.commonmark.node.Node;

/// Reads one report: Markdown in, an incident and problems out. The result depends only on the
/// report's bytes, the configuration, the conventions of the collection, and what the report asks
/// about the files around it.
public final class ReportReader {
  public static final ProblemKind LOOSE_FRONT_MATTER =
      ProblemKind.warning(
          "loose-front-matter",
          ProblemKind.Topic.FILES,
          """
          Front matter that is not valid YAML or TOML. Usually a value that contains a colon or begins with `@` needs quotes. The
          line was read as the message shows; if more was wrong, all lines were read as `key: rest of the line`.
          """);

  public static final ProblemKind UNREADABLE_FRONT_MATTER =
      ProblemKind.error(
          "unreadable-front-matter",
          ProblemKind.Topic.FILES,
          """
          Front matter that names `private` or `draft` and cannot be read as valid YAML or TOML at the top of the file. Hindsight
          cannot tell what to hide, so it publishes nothing of the file, whatever level this problem has, and no message quotes a
          line of it. Fix the front matter, then build again. If the file has none, write `***` instead of `---` for a line
          across the page.
          """);

  public static final ProblemKind TOO_MANY_BRACKETS =
      ProblemKind.warning(
          "too-many-brackets",
          ProblemKind.Topic.FILES,
          """
          A paragraph, heading or cell with more than 5,000 opening brackets (`[`). Its text appears on the page as it is written,
          without links, images or emphasis. Put logs and data into a code block, or into a file next to the report.
          """);

  private final SiteConfig config;
  private final Conventions conventions;
  private final ReportFolder folder;
  private final boolean drafts;
  private final Limits limits;
  private final ReportTitle.Ids ids;

  /// @param conventions of the collection
  /// @param drafts whether to read drafts too
  public ReportReader(
      SiteConfig config,
      Conventions conventions,
      ReportFolder folder,
      boolean drafts,
      Limits limits) {
    this.config = config;
    this.conventions = conventions;
    this.folder = folder;
    this.drafts = drafts;
    this.limits = limits;
    this.ids = ReportTitle.Ids.like(config.idPattern());
  }

  /// Reads a report within the limits.
  public CacheableResult read(ReportFolder.ReportFile file, ReportText text) {
    try {
      return limits.within(() -> {
        String shown = config.redact() ? Secrets.masked(text.text()) : text.text();
        return switch (FrontMatter.split(shown)) {
          case FrontMatter.Refused refused -> refused(folder.source(file.path()), refused);
          case FrontMatter.Readable readable -> read(file, text, readable);
        };
      });
    } catch (Limits.Exceeded limit) {
      Problem problem = tooCostly(folder.source(file.path()), limit);
      return new CacheableResult(ReportResult.failed(problem), Map.of(), false);
    }
  }

  private static CacheableResult refused(String source, FrontMatter.Refused why) {
    Problem problem =
        UNREADABLE_FRONT_MATTER.at(
            new SourcePosition(source, why.line(), why.column()),
            why.problem() + ", so nothing of this file is published",
            why.fix());
    return new CacheableResult(ReportResult.failed(problem), Map.of(), true);
  }

  /// A skipped draft is never cached, not even the targets of its links.
  private CacheableResult read(
      ReportFolder.ReportFile file, ReportText text, FrontMatter.Readable frontMatter) {
    ReportContext context =
        new ReportContext(config, conventions, folder, file, frontMatter.bodyLine());
    ReportResult result = read(text, frontMatter, context);
    return new CacheableResult(result, context.folder().answers(), result.hidden().isEmpty());
  }

  private ReportResult read(
      ReportText text, FrontMatter.Readable frontMatter, ReportContext context) {
    String source = context.source();
    text.problem().ifPresent(context::report);
    Secrets.in(text.text(), source).forEach(context::report);
    Secrets.inName(context.file().path(), source).ifPresent(context::report);
    frontMatter.slips().stream()
        .map(slip ->
            LOOSE_FRONT_MATTER.at(
                new SourcePosition(source, slip.line(), slip.column()),
                "front matter: "
                    + slip.message()
                    + (slip.meant().isEmpty()
                        ? "; read line by line as `key: rest of the line`"
                        : "; read as `" + slip.meant() + "`"),
                slip.meant().isEmpty()
                    ? "quote values that contain a colon or `#`"
                    : "write it like this"))
        .forEach(context::report);
    String body =
        Mdx.isMdx(context.file().path()) ? Mdx.markdown(frontMatter.body()) : frontMatter.body();
    Node document = IncidentReader.parsed(body);
    MarkdownSize size = MarkdownSize.of(document);
    size.unparsed()
        .map(paragraph ->
            TOO_MANY_BRACKETS.at(
                context.at(paragraph),
                "a paragraph with more than %,d opening brackets appears as it is written"
                    .formatted(MarkdownSize.MOST_BRACKETS),
                "put logs and data into a code block, or into a file next to the report"))
        .ifPresent(context::report);
    Optional<Limits.Exceeded> tooLong =
        limits.tooManyNodes(size.nodes()).or(() -> limits.tooManyFootnotes(size.footnotes()));
    if (tooLong.isPresent()) {
      context.report(tooCostly(source, tooLong.get()));
      return ReportResult.of(Optional.empty(), context.problems());
    }
    LikelyTypos.keys(frontMatter.values(), context);
    MetadataValues values = new MetadataValues(frontMatter, context);
    Metadata metadata = new Metadata(values, context);
    Incident incident = new IncidentReader(context, values, metadata, ids).read(document);
    HtmlSanitizer.problem(context).ifPresent(context::report);
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
