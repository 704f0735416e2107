package dev.hindsight.read.report;

import dev.hindsight.model.Block;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.SystemName;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.fix.FixFinder;
import dev.hindsight.read.html.Footnotes;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Alerts;
import dev.hindsight.read.markdown.HeadingNames;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.LongParagraphs;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.read.markdown.PastedEscapes;
import dev.hindsight.read.markdown.RawHeadings;
import dev.hindsight.read.markdown.TicketLinks;
import dev.hindsight.read.markdown.WikiLinks;
import dev.hindsight.read.markdown.WikiMarkup;
import dev.hindsight.read.metadata.Metadata;
import dev.hindsight.read.metadata.MetadataLines;
import dev.hindsight.read.metadata.MetadataValues;
import dev.hindsight.read.source.PageKey;
import dev.hindsight.read.words.DateOrder;
import dev.hindsight.read.words.DateText;
import dev.hindsight.read.words.TimelineClock;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.BoundedMatcher;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/// Turns the Markdown of one report into an incident: first title and ID, then sections, then facts
/// that follow from them.
final class IncidentReader {
  private static final Pattern YEAR_IN_ID = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

  /// A number at the start of a file name, which is an ID if no other file has it: `INC-001-dns`.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:INC|INCIDENT|PM|POSTMORTEM|RCA|PIR|IR|OPS)-?\\d{1,6}(?=[-_ ]+\\p{L})");

  private final SiteConfig config;
  private final ReportContext context;
  private final MetadataValues values;
  private final Metadata metadata;
  private final ReportTitle.Ids ids;
  private boolean areIdsSlow;

  /// @param values of the front matter; values from the text are added
  /// @param metadata reads the same values
  IncidentReader(
      ReportContext context, MetadataValues values, Metadata metadata, ReportTitle.Ids ids) {
    this.config = context.config();
    this.context = context;
    this.values = values;
    this.metadata = metadata;
    this.ids = ids;
  }

  /// Parses the text of a report for [#read].
  static Node parsed(String markdown) {
    return Markdown.parse(
        Alerts.asQuotes(LongParagraphs.split(WikiMarkup.asMarkdown(PastedEscapes.undo(markdown)))));
  }

  Incident read(Node document) {
    prepare(document);
    Footnotes footnotes = new Footnotes(document);
    List<Node> nodes = Inline.children(document);
    Optional<Node> heading = titleOf(nodes);
    heading.ifPresent(nodes::remove);
    List<Node> outline = Outline.of(nodes, config);
    values.listen(outline);
    return incident(writtenTitle(heading), outline, footnotes);
  }

  /// Replaces other notations with Markdown.
  private void prepare(Node document) {
    context.setDayFirst(
        DateOrder.isDayFirst(
            context.file().path(), document, values.texts(), context.isDayFirstElsewhere()));
    TemplateLeftovers.find(document, context);
    RawHeadings.replace(document);
    Alerts.replace(document);
    HeadingNames.take(document, context.anchors()::name);
    WikiLinks.replace(document, context::reportNamed);
    TicketLinks.make(document, config.tickets())
        .forEach(slow ->
            context.report(
                BoundedMatcher.problem(
                    context.at(slow.text()), "tickets.pattern", slow.ticket().pattern())));
  }

  private String writtenTitle(Optional<Node> heading) {
    String written =
        heading
            .map(Inline::text)
            .filter(words -> !words.isBlank())
            .or(() -> metadata.text("title"))
            .orElse(PageKey.removed(context.stem()))
            .strip();
    values.titled(written);
    return written;
  }

  /// The title of a heading that has one; else of the front matter; else the file's name in words.
  private ReportTitle title(String written) {
    ReportTitle title = titleOf(written);
    String name = PageKey.removed(context.stem());
    boolean isName = written.equals(name);
    if (!isName && !title.isGeneric() && !isSectionName(written) && !isTemplate(written)) {
      return title;
    }
    return metadata
        .text("title")
        .filter(named -> !named.equals(written))
        .map(named -> title.withText(titleOf(named).text()))
        .or(() -> FileNameTitle.of(name).map(title::withText))
        .orElse(title);
  }

  private ReportTitle titleOf(String written) {
    return ReportTitle.of(
        written, ids, context.stem(), context.isDayFirst(), context.conventions());
  }

  private boolean isSectionName(String heading) {
    return config.sections().isWholeName(heading) || MetadataLines.isMetadata(heading);
  }

  private boolean isTemplate(String heading) {
    return context.leftOvers().contains(heading) || Vocabulary.has("template-title", heading);
  }

  private Incident incident(String written, List<Node> outline, Footnotes footnotes) {
    ReportTitle title = title(written);
    if (title.isGivenUp()) {
      reportSlowIds();
    }
    IncidentId id = id(title);
    Milestones milestones = metadata.phases();
    Optional<Moment> stated = statedDate(milestones, title);
    Optional<Moment> day = stated.or(() -> DerivedFacts.day(outline, context));
    SafeHtmlRenderer html = new SafeHtmlRenderer(context, footnotes);
    TimelineClock clock = new TimelineClock(day.or(() -> yearOf(id)));
    List<Section> sections = new ArrayList<>(new SectionReader(context, html, clock).read(outline));
    footnotes.section(html, context.anchors(), config.words().footnotes()).ifPresent(sections::add);
    Optional<Moment> date = stated.or(() -> firstDay(sections)).or(() -> day).or(() -> yearOf(id));
    DerivedFacts facts = new DerivedFacts(sections, context, date);
    Milestones phases = facts.completed(milestones);
    OptionalLong duration =
        Stream.of(metadata.duration(), facts.duration(), phases.minutes())
            .filter(OptionalLong::isPresent)
            .findFirst()
            .orElse(OptionalLong.empty());
    return new Incident(
        id,
        title.text(),
        html.of(title.text(), "ui-lead"),
        written,
        date,
        phases,
        duration,
        derived(stated.isPresent(), milestones),
        metadata.severity().or(() -> title.severity().flatMap(metadata::severity)),
        metadata.status(),
        systems(sections),
        metadata.list("tags"),
        metadata.list("authors"),
        aliases(id),
        declared(sections),
        metadata.ties(),
        facts.summary(),
        metadata.text("impact").filter(text -> !Metadata.isNothing(text)),
        sections,
        metadata.texts("find"),
        values.extra(),
        context.mentions(),
        context.links(),
        context.attachments(),
        context.remoteImages(),
        context.anchors().fragments(),
        values.places(),
        new FixFinder(sections, values.extra()).find(),
        context.source());
  }

  private Set<Incident.Derived> derived(boolean isDateStated, Milestones stated) {
    Set<Incident.Derived> derived = EnumSet.noneOf(Incident.Derived.class);
    if (!isDateStated) {
      derived.add(Incident.Derived.DATE);
    }
    if (stated.started().isEmpty()) {
      derived.add(Incident.Derived.STARTED);
    }
    if (stated.resolved().isEmpty()) {
      derived.add(Incident.Derived.RESOLVED);
    }
    if (metadata.isDurationDerived()) {
      derived.add(Incident.Derived.DURATION);
    }
    return derived;
  }

  /// The ID from metadata, the title, the number at the start of the title or the file name if no
  /// other report has it, or the file name.
  private IncidentId id(ReportTitle title) {
    return metadata
        .id()
        .or(title::id)
        .or(() -> title.number().filter(this::isOwnNumber).map(IncidentId::new))
        .orElseGet(this::idOfFile);
  }

  /// Whether a number in the title names this report alone: no other title has it, and where the
  /// file's name begins with it, no other file's does.
  private boolean isOwnNumber(String number) {
    boolean isOfFile = context.stem().regionMatches(true, 0, number, 0, number.length());
    return isOfFile ? context.folder().isNumber(number) : !context.conventions().isShared(number);
  }

  private Optional<Moment> statedDate(Milestones milestones, ReportTitle title) {
    return metadata
        .moment("date")
        .or(milestones::started)
        .or(title::date)
        .or(() -> DateText.inPath(context.file().path(), context.isDayFirst()));
  }

  /// The title is the first heading, if it is an H1 and not the name of a section. Some reports
  /// have only sections, at the first level. If neither a heading nor metadata has a title, a bold
  /// first line is the title.
  private Optional<Node> titleOf(List<Node> nodes) {
    Optional<Node> heading =
        nodes.stream()
            .filter(Heading.class::isInstance)
            .findFirst()
            .filter(IncidentReader::isFirstLevel)
            .filter(first ->
                !isSectionName(Inline.text(first))
                    || nodes.stream().filter(IncidentReader::isFirstLevel).count() == 1);
    return heading.isPresent() || metadata.text("title").isPresent()
        ? heading
        : nodes.stream().limit(1).filter(this::isBoldLine).findFirst();
  }

  private boolean isBoldLine(Node node) {
    return node instanceof Paragraph
        && node.getFirstChild() instanceof StrongEmphasis strong
        && strong.getNext() == null
        && !Inline.text(strong).strip().endsWith(":")
        && !isSectionName(Inline.text(strong));
  }

  private static boolean isFirstLevel(Node node) {
    return node instanceof Heading heading && heading.getLevel() == 1;
  }

  /// The ID at the start of the file name, else the whole name.
  private IncidentId idOfFile() {
    String stem = context.stem();
    BoundedMatcher id = new BoundedMatcher(config.idPattern(), stem);
    Matcher number = NUMBER.matcher(stem);
    boolean isNumber = number.lookingAt() && context.folder().isNumber(number.group());
    String found = id.lookingAt() ? id.result().group() : isNumber ? number.group() : stem;
    if (id.isExhausted()) {
      reportSlowIds();
    }
    return new IncidentId(found.equals(stem) ? nameWithoutKey() : found);
  }

  /// The file name without the key of an exported page, unless another report has the same name.
  private String nameWithoutKey() {
    String stem = context.stem();
    String name = PageKey.removed(stem);
    return !name.equals(stem) && context.folder().isNameWithoutKey(name) ? name : stem;
  }

  /// Adds the file name with its key, because links may lead to the address that has the key.
  private List<IncidentId> aliases(IncidentId id) {
    List<IncidentId> aliases = metadata.ids("aliases");
    IncidentId name = new IncidentId(context.stem());
    return id.value().equals(nameWithoutKey()) && !id.equals(name)
        ? Stream.concat(aliases.stream(), Stream.of(name)).distinct().toList()
        : aliases;
  }

  /// Reports slow ID patterns once, no matter how many texts of the report are affected.
  private void reportSlowIds() {
    if (areIdsSlow) {
      return;
    }
    areIdsSlow = true;
    SourcePosition start = SourcePosition.start(context.source());
    context.report(BoundedMatcher.problem(start, "ids.pattern", config.idPattern()));
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

  /// The systems of the front matter, then those of the text, which can add details.
  private List<SystemName> systems(List<Section> sections) {
    Map<String, SystemName> systems = new LinkedHashMap<>();
    metadata.systems().forEach(name -> systems.putIfAbsent(name.key(), name));
    blocks(sections, Block.Systems.class)
        .flatMap(block -> block.systems().stream())
        .map(system -> system.name())
        .forEach(name ->
            systems.merge(name.key(), name, (old, now) -> old.detail().isPresent() ? old : now));
    return List.copyOf(systems.values());
  }

  private List<RelatedIncident> declared(List<Section> sections) {
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
