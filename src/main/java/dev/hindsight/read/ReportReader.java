package dev.hindsight.read;

import dev.hindsight.model.Block;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KeptSections;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.store.Digest;
import dev.hindsight.site.store.FileErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/// Reads reports: Markdown in, incidents and problems out. Each report is read once and alone.
public final class ReportReader {
  private static final Pattern YEAR_IN_ID = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

  /// What else a file's name can begin with that is an id, if no other file's does: `INC-001-dns`.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:INC|INCIDENT|PM|POSTMORTEM|RCA|PIR|IR|OPS)-?\\d{1,6}(?=[-_ ]+\\p{L})");

  private final SiteConfig config;
  private final ReportFolder folder;
  private final boolean drafts;
  private final ReportCache cache;
  private final Limits limits;
  private final Title.Ids ids;

  /// @param drafts whether to read drafts too
  public ReportReader(SiteConfig config, ReportFolder folder, boolean drafts) {
    this(config, folder, drafts, new ReportCache());
  }

  /// @param cache has what was read before, and is given what is read now
  public ReportReader(SiteConfig config, ReportFolder folder, boolean drafts, ReportCache cache) {
    this(config, folder, drafts, cache, Limits.USUAL);
  }

  ReportReader(
      SiteConfig config, ReportFolder folder, boolean drafts, ReportCache cache, Limits limits) {
    this.config = config;
    this.folder = folder;
    this.drafts = drafts;
    this.cache = cache;
    this.limits = limits;
    this.ids = Title.Ids.like(config.idPattern());
  }

  /// What became of one file.
  ///
  /// @param incident empty where there is none to show: an empty or unreadable file, a draft
  /// @param draft whether it was left out as a draft
  /// @param copy where the file is the same as another, byte for byte
  /// @param hidden the id of a draft that was left out, of which nothing may be told
  /// @param digest what tells the incident from what it was; empty where it is not kept
  public record Report(
      Optional<Incident> incident,
      boolean draft,
      List<Problem> problems,
      Optional<Copy> copy,
      Optional<IncidentId> hidden,
      String digest) {
    public Report {
      problems = List.copyOf(problems);
    }

    /// One that is not kept.
    Report(
        Optional<Incident> incident,
        boolean draft,
        List<Problem> problems,
        Optional<Copy> copy,
        Optional<IncidentId> hidden) {
      this(incident, draft, problems, copy, hidden, "");
    }

    /// The same with what tells its incident from what it was.
    Report withDigest(String digest) {
      return new Report(incident, draft, problems, copy, hidden, digest);
    }

    Report withIncident(Optional<Incident> incident) {
      return new Report(incident, draft, problems, copy, hidden, digest);
    }

    /// The same with its incident's sections kept elsewhere.
    Report withKept(Supplier<List<Section>> sections) {
      return withIncident(
          incident.map(read -> read.withSections(new KeptSections(read, sections))));
    }
  }

  /// A file that is the same as another.
  ///
  /// @param id that it would have had
  /// @param of the source of the other
  public record Copy(IncidentId id, String of) {}

  /// Reads every report of the folder, in parallel; the answer is in the order of their paths.
  public List<Report> readAll() {
    return readAll(Progress.NONE);
  }

  /// The same, and tells how far it has come.
  public List<Report> readAll(Progress progress) {
    List<Read> files =
        folder.reports().parallelStream()
            .map(file -> {
              Read read = read(file);
              progress.step(Stage.READ);
              return read;
            })
            .toList();
    Map<String, Read> first = new HashMap<>();
    files.stream()
        .filter(file -> !file.digest().isEmpty())
        .forEach(file -> first.putIfAbsent(file.digest(), file));
    return files.stream()
        .map(file -> {
          Read original = first.getOrDefault(file.digest(), file);
          return file != original && areSame(file, original)
              ? file.asCopyOf(original.source())
              : file.report();
        })
        .toList();
  }

  /// An author can make a file that has the digest of another.
  private boolean areSame(Read one, Read other) {
    try {
      return Files.mismatch(path(one.file()), path(other.file())) < 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /// Reads one report of the folder as if no other were the same.
  ///
  /// @param path below the folder
  public Report read(String path) {
    return read(new ReportFolder.ReportFile(path)).report();
  }

  /// What became of one file as if no other were the same.
  ///
  /// @param digest the same for the same bytes, and hardly ever for others; empty where there is
  ///   nothing to be the same as
  private record Read(ReportFolder.ReportFile file, String source, String digest, Report report) {

    /// What became of it where another file is the same.
    ///
    /// @param original the source of the first of all that are the same
    Report asCopyOf(String original) {
      return new Report(
          Optional.empty(),
          report.draft(),
          report.draft()
              ? List.of()
              : List.of(new Problem.DuplicateFile(SourcePosition.start(source), original)),
          report.incident().map(incident -> new Copy(incident.id(), original)),
          report.hidden());
    }
  }

  /// A file before it is understood.
  ///
  /// @param text empty where it could not be read
  /// @param digest the same for the same bytes, and hardly ever for others
  /// @param fault why it could not be read
  private record Raw(
      ReportFolder.ReportFile file,
      Optional<ReportText> text,
      String digest,
      Optional<Problem> fault) {
    static Raw unread(ReportFolder.ReportFile file, Problem fault) {
      return new Raw(file, Optional.empty(), "", Optional.of(fault));
    }
  }

  private Path path(ReportFolder.ReportFile file) {
    return folder.root().resolve(file.path());
  }

  private Raw load(ReportFolder.ReportFile file) {
    String source = folder.source(file.path());
    Path path = path(file);
    try {
      Optional<Limits.Exceeded> tooLarge = limits.tooLarge(Files.size(path));
      if (tooLarge.isPresent()) {
        return Raw.unread(file, unreadable(source, tooLarge.get()));
      }
      byte[] bytes = Files.readAllBytes(path);
      ReportText text = ReportText.decode(bytes, source);
      return new Raw(file, Optional.of(text), Digest.quick(bytes), Optional.empty());
    } catch (IOException unreadable) {
      return Raw.unread(
          file,
          new Problem.UnreadableReport(
              SourcePosition.start(source),
              "the file cannot be read (" + FileErrorText.reason(unreadable) + ")",
              "check that it exists and that you may read it"));
    }
  }

  private static Problem unreadable(String source, Limits.Exceeded limit) {
    return new Problem.UnreadableReport(
        SourcePosition.start(source), limit.getMessage(), limit.cure());
  }

  private Read read(ReportFolder.ReportFile file) {
    Raw raw = load(file);
    String source = folder.source(file.path());
    if (raw.text().isEmpty()) {
      return new Read(file, source, "", failed(raw.fault().orElseThrow()));
    }
    String text = raw.text().get().text();
    if (text.isBlank()) {
      Problem empty = new Problem.EmptyReport(SourcePosition.start(source));
      return new Read(file, source, "", failed(empty));
    }
    return new Read(
        file, source, raw.digest(), cache.get(source, raw.digest(), () -> bounded(raw, text)));
  }

  private ReportCache.Understood bounded(Raw raw, String text) {
    try {
      return limits.within(() -> {
        FrontMatter frontMatter = FrontMatter.split(config.redact() ? Secrets.masked(text) : text);
        Reading reading = new Reading(config, folder, raw.file(), frontMatter.bodyLine());
        Report report = understood(raw, text, frontMatter, reading);
        return new ReportCache.Understood(report, reading.around.answers(), true);
      });
    } catch (Limits.Exceeded limit) {
      return new ReportCache.Understood(
          failed(unreadable(folder.source(raw.file().path()), limit)), Map.of(), false);
    }
  }

  private Report understood(Raw raw, String text, FrontMatter frontMatter, Reading reading) {
    String source = reading.source();
    raw.text().get().problem().ifPresent(reading.problems::add);
    reading.problems.addAll(Secrets.in(text, source));
    frontMatter
        .slip()
        .ifPresent(slip ->
            reading.problems.add(
                new Problem.LooseFrontMatter(
                    new SourcePosition(source, slip.line(), slip.column()), slip.getMessage())));
    KeyValues keys = new KeyValues(frontMatter, reading);
    Metadata metadata = new Metadata(keys, reading);
    Incident incident =
        incident(
            reading,
            keys,
            metadata,
            Markdown.parse(LongParagraphs.split(Escapes.undo(frontMatter.body()))));
    if (metadata.isDraft() && !drafts) {
      return new Report(
          Optional.empty(), true, List.of(), Optional.empty(), Optional.of(incident.id()));
    }
    limits
        .tooMany(incident.systems().size())
        .ifPresent(limit -> reading.problems.add(unreadable(source, limit)));
    boolean isSound =
        reading.problems.stream()
            .flatMap(problem -> config.checks().judge(problem).stream())
            .noneMatch(problem -> problem.level() == Problem.Level.ERROR);
    return new Report(
        Optional.of(incident).filter(_ -> isSound),
        false,
        reading.problems,
        Optional.empty(),
        Optional.empty());
  }

  private static Report failed(Problem problem) {
    return new Report(
        Optional.empty(), false, List.of(problem), Optional.empty(), Optional.empty());
  }

  private Incident incident(Reading reading, KeyValues keys, Metadata metadata, Node document) {
    reading.dayFirst = DateOrder.isDayFirst(document, keys.texts(), config.dayFirst());
    TemplateText.find(document, reading);
    RawHeadings.replace(document);
    Shortcodes.replace(document);
    TicketLinks.make(document, config.tickets());
    Footnotes footnotes = new Footnotes(document);
    List<Node> nodes = Inline.children(document);
    Optional<Node> heading = titleOf(nodes, metadata);
    heading.ifPresent(nodes::remove);
    List<Node> outline = Outline.of(nodes, config);
    keys.listen(outline);
    String written =
        heading
            .map(Inline::text)
            .filter(words -> !words.isBlank())
            .or(() -> metadata.text("title"))
            .orElse(reading.file.stem())
            .strip();
    keys.titled(written);
    Title title = Title.of(written, ids, reading.file.stem(), reading.dayFirst);
    IncidentId id =
        metadata
            .id()
            .or(title::id)
            .or(() -> title.number().filter(reading.around::isNumber).map(IncidentId::new))
            .orElseGet(() -> idOf(reading));
    Milestones phases = metadata.phases();
    Optional<Moment> stated =
        metadata
            .moment("date")
            .or(phases::started)
            .or(title::date)
            .or(() -> DateText.inPath(reading.file.path(), reading.dayFirst));
    HtmlMaker html = new HtmlMaker(reading, footnotes);
    Optional<Moment> told = stated.isPresent() ? stated : Story.day(outline, reading);
    Clock clock = new Clock(told.or(() -> yearOf(id)));
    List<Section> sections = new ArrayList<>(new SectionReader(reading, html, clock).read(outline));
    footnotes.section(html, reading.anchors).ifPresent(sections::add);
    Story story = new Story(sections, reading);
    Set<Incident.Derived> derived = EnumSet.noneOf(Incident.Derived.class);
    if (stated.isEmpty()) {
      derived.add(Incident.Derived.DATE);
    }
    OptionalLong duration = metadata.duration();
    if (duration.isEmpty()) {
      duration = story.duration();
    }
    if (metadata.isDurationDerived()) {
      derived.add(Incident.Derived.DURATION);
    }
    return new Incident(
        id,
        title.text(),
        html.of(title.text(), "ui-lead"),
        written,
        stated.or(() -> firstDay(sections)).or(() -> told).or(() -> yearOf(id)),
        story.completed(phases),
        duration,
        derived,
        metadata.severity().or(() -> title.severity().flatMap(metadata::severity)),
        metadata.status(),
        systems(metadata, sections),
        metadata.list("tags"),
        metadata.list("authors"),
        metadata.ids("aliases"),
        declared(metadata, sections),
        metadata.ties(),
        story.summary(),
        metadata.text("impact").filter(text -> !Metadata.isNothing(text)),
        sections,
        metadata.texts("find"),
        keys.extra(),
        reading.mentions(),
        reading.links(),
        reading.attachments(),
        reading.anchors.fragments(),
        keys.places(),
        reading.source());
  }

  /// The title is the first heading, if it is an H1 and not a section's name: some reports have
  /// only sections, at the first level. Where neither a heading nor metadata gives one, it is the
  /// first line, if that is bold.
  private Optional<Node> titleOf(List<Node> nodes, Metadata metadata) {
    Optional<Node> heading =
        nodes.stream()
            .filter(Heading.class::isInstance)
            .findFirst()
            .filter(ReportReader::isFirstLevel)
            .filter(first ->
                config.kind(Inline.text(first)) == SectionKind.OTHER
                    || nodes.stream().filter(ReportReader::isFirstLevel).count() == 1);
    return heading.isPresent() || metadata.text("title").isPresent()
        ? heading
        : nodes.stream().limit(1).filter(this::isBoldLine).findFirst();
  }

  private boolean isBoldLine(Node node) {
    return node instanceof Paragraph
        && node.getFirstChild() instanceof StrongEmphasis strong
        && strong.getNext() == null
        && !Inline.text(strong).strip().endsWith(":")
        && config.kind(Inline.text(strong)) == SectionKind.OTHER;
  }

  private static boolean isFirstLevel(Node node) {
    return node instanceof Heading heading && heading.getLevel() == 1;
  }

  /// The id that the file's name begins with, else its whole name.
  private IncidentId idOf(Reading reading) {
    String stem = reading.file.stem();
    Matcher id = config.idPattern().matcher(stem);
    Matcher number = NUMBER.matcher(stem);
    boolean isNumber = number.lookingAt() && reading.around.isNumber(number.group());
    return new IncidentId(id.lookingAt() ? id.group() : isNumber ? number.group() : stem);
  }

  /// The day of the first timeline entry that has one.
  private static Optional<Moment> firstDay(List<Section> sections) {
    return blocks(sections, Block.Timeline.class)
        .flatMap(block -> block.entries().stream())
        .flatMap(entry -> entry.at().stream())
        .map(moment -> Moment.day(moment.first()))
        .findFirst();
  }

  private static Optional<Moment> yearOf(IncidentId id) {
    Matcher year = YEAR_IN_ID.matcher(id.value());
    return year.find()
        ? Optional.of(Moment.year(Integer.parseInt(year.group(1))))
        : Optional.empty();
  }

  /// Those of the front matter, then those of the text; the text's own know their details.
  private static List<SystemName> systems(Metadata metadata, List<Section> sections) {
    Map<String, SystemName> systems = new LinkedHashMap<>();
    metadata.systems().forEach(name -> systems.putIfAbsent(name.key(), name));
    blocks(sections, Block.Systems.class)
        .flatMap(block -> block.systems().stream())
        .map(system -> system.name())
        .forEach(name ->
            systems.merge(name.key(), name, (old, now) -> old.detail().isPresent() ? old : now));
    return List.copyOf(systems.values());
  }

  private static List<RelatedIncident> declared(Metadata metadata, List<Section> sections) {
    Map<String, RelatedIncident> declared = new LinkedHashMap<>();
    blocks(sections, Block.Related.class)
        .flatMap(block -> block.incidents().stream())
        .forEach(related -> declared.putIfAbsent(related.id().key(), related));
    Stream.of("related", "recurrence-of")
        .flatMap(key -> metadata.related(key).stream())
        .forEach(related -> declared.putIfAbsent(related.id().key(), related));
    return List.copyOf(declared.values());
  }

  private static <B extends Block> Stream<B> blocks(List<Section> sections, Class<B> type) {
    return sections.stream()
        .filter(section -> section.kind() != SectionKind.OTHER)
        .flatMap(section -> section.blocks().stream())
        .filter(type::isInstance)
        .map(type::cast);
  }
}
