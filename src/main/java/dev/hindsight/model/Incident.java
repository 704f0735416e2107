package dev.hindsight.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One incident as its report describes it. It depends only on the report's bytes and the
/// configuration. What other reports say about it is in the [KnowledgeBase].
///
/// @param title without a prefix such as `Incident Report:`
/// @param heading the title with links to the incidents that it mentions
/// @param written the title as written
/// @param date when it began, with the precision that the report states
/// @param phases when its state changed
/// @param duration in minutes, as the report states it
/// @param derived which of these are not stated but derived
/// @param systems all systems that the report names as affected, in its order, each once
/// @param aliases other IDs that this incident is or was known by
/// @param declared references in metadata and in sections of related incidents
/// @param ties relations that the metadata declares
/// @param summary as plain text: the summary section, else the text before all sections
/// @param impactInShort the impact that metadata states
/// @param sections the whole text, in the order of the report
/// @param find queries that must find the incident among their first three results
/// @param extra metadata that has no meaning to Hindsight
/// @param mentions words of the text that may be IDs
/// @param links to anchors in this report and in others
/// @param attachments files that the report shows or links to
/// @param remoteImages images on other hosts that pages show as links
/// @param fragments the fragments that code hosts use for headings, with the anchors of the
///   headings here, where the two differ
/// @param places the position of each metadata key, by its meaning: `date`
/// @param solution what fixed it, and where the report says so
/// @param source the report's path below the site's source folder, with `/`
public record Incident(
    IncidentId id,
    String title,
    Html heading,
    String written,
    Optional<Moment> date,
    Milestones phases,
    OptionalLong duration,
    Set<Derived> derived,
    Optional<Severity> severity,
    Optional<String> status,
    List<SystemName> systems,
    List<String> tags,
    List<String> authors,
    List<IncidentId> aliases,
    List<RelatedIncident> declared,
    DeclaredRelations ties,
    String summary,
    Optional<String> impactInShort,
    List<Section> sections,
    List<String> find,
    List<ExtraField> extra,
    List<Mention> mentions,
    List<ReportLink> links,
    List<Attachment> attachments,
    List<RemoteImages> remoteImages,
    Map<String, String> fragments,
    Map<String, TextPosition> places,
    Optional<Fix> solution,
    String source) {

  /// The anchor of a heading or a footnote inside a section.
  private static final Pattern ID = Pattern.compile("<[^>]* (?:id|name)=\"([^\"]+)\"");

  /// Values that can be derived from other statements of a report.
  public enum Derived {
    /// The date, from the first timeline entry or from the year in the ID.
    DATE,
    /// The start, from a timeline entry or a sentence.
    STARTED,
    /// The end, from a timeline entry or a sentence.
    RESOLVED,
    /// The duration, from an impact fact, or from start and end.
    DURATION
  }

  public Incident {
    derived = Set.copyOf(derived);
    systems = List.copyOf(systems);
    tags = List.copyOf(tags);
    authors = List.copyOf(authors);
    aliases = List.copyOf(aliases);
    declared = List.copyOf(declared);
    sections = sections instanceof KeptSections ? sections : List.copyOf(sections);
    find = List.copyOf(find);
    extra = List.copyOf(extra);
    mentions = List.copyOf(mentions);
    links = List.copyOf(links);
    attachments = List.copyOf(attachments);
    remoteImages = List.copyOf(remoteImages);
    fragments = Map.copyOf(fragments);
    places = Map.copyOf(places);
  }

  /// Whether the date is derived instead of stated.
  public boolean isDateDerived() {
    return derived.contains(Derived.DATE);
  }

  /// The sections in the order for readers. A summary further down comes first of all sections with
  /// a heading, together with its subsections. The others stay in the order of the report.
  public List<Section> summaryFirst() {
    int from = 0;
    while (from < sections.size() && sections.get(from).kind() != SectionKind.SUMMARY) {
      from++;
    }
    if (from == sections.size()) {
      return sections;
    }
    int to = from + 1;
    while (to < sections.size() && sections.get(to).level() > sections.get(from).level()) {
      to++;
    }
    int start = 0;
    while (sections.get(start).heading().isEmpty() && start < from) {
      start++;
    }
    return Stream.of(
            sections.subList(0, start),
            sections.subList(from, to),
            sections.subList(start, from),
            sections.subList(to, sections.size()))
        .flatMap(List::stream)
        .toList();
  }

  /// The sections of one kind, in order.
  public Stream<Section> sections(SectionKind kind) {
    return sections.stream().filter(section -> section.kinds().contains(kind));
  }

  /// The anchor of the first section about the resolution.
  public String anchorOfResolution() {
    return anchor(SectionKind.RESOLUTION);
  }

  /// The anchor of the first section of action items.
  public String anchorOfActions() {
    return anchor(SectionKind.ACTION_ITEMS);
  }

  private String anchor(SectionKind kind) {
    return sections(kind).map(Section::anchor).findFirst().orElse("");
  }

  /// The text of all sections of a kind; empty if there is none.
  public String text(SectionKind kind) {
    return sections(kind).map(Section::text).collect(Collectors.joining("\n\n"));
  }

  /// Whether any section of a kind has text.
  public boolean hasText(SectionKind kind) {
    return sections instanceof KeptSections kept
        ? kept.hasText(kind)
        : sections(kind).anyMatch(section -> !section.text().isBlank());
  }

  /// Every timeline entry, in order.
  public List<TimelineEntry> timeline() {
    return facts(Block.Timeline.class, Block.Timeline::entries);
  }

  /// The minute from which the times of the timeline are counted: its [TimelineStart], else its
  /// first minute.
  public long timelineStart() {
    return TimelineStart.of(this).orElse(0);
  }

  /// Every impact fact, in order.
  public List<ImpactFact> impact() {
    return facts(Block.Impact.class, Block.Impact::facts);
  }

  /// Every resolution step, in order.
  public List<ResolutionStep> resolution() {
    return facts(Block.Steps.class, Block.Steps::steps);
  }

  /// Every action item, in order.
  public List<ActionItem> actionItems() {
    return sections instanceof KeptSections kept
        ? kept.actionItems()
        : facts(Block.Actions.class, Block.Actions::items);
  }

  /// The number of open action items.
  public long openActions() {
    return actionItems().stream().filter(ActionItem::isOpen).count();
  }

  /// What fixed it, in one line.
  public Optional<String> fix() {
    return solution.map(Fix::text);
  }

  /// The position of a key; the start of the report if it is unknown.
  public TextPosition place(String key) {
    return places.getOrDefault(key, TextPosition.START);
  }

  /// The anchor for the fragment of a link to this report, ignoring case as code hosts do. An
  /// unknown fragment stays as it is.
  public String anchor(String fragment) {
    String lower = fragment.toLowerCase(Locale.ROOT);
    String known = fragments.get(fragment);
    if (known == null) {
      known = fragments.get(lower);
    }
    if (known != null) {
      return known;
    }
    if (fragment.equals(lower)) {
      return fragment;
    }
    var anchors = anchors();
    return !anchors.contains(fragment) && anchors.contains(lower) ? lower : fragment;
  }

  /// Everything that others can link to, in order within each kind. A section without a heading has
  /// no anchor.
  public List<LinkTarget> linkTargets() {
    List<LinkTarget> parts = new ArrayList<>();
    forEachLinkTarget((kind, anchor, text) -> parts.add(new LinkTarget(kind, anchor, text)));
    return List.copyOf(parts);
  }

  private interface LinkTargetVisitor {
    void visit(LinkTarget.Kind kind, String anchor, String text);
  }

  private void forEachLinkTarget(LinkTargetVisitor visitor) {
    for (Section section : sections) {
      if (!section.heading().isEmpty()) {
        visitor.visit(LinkTarget.Kind.SECTION, section.anchor(), section.heading());
      }
    }
    timeline().forEach(entry -> visitor.visit(LinkTarget.Kind.ENTRY, entry.anchor(), entry.text()));
    resolution().forEach(step -> visitor.visit(LinkTarget.Kind.STEP, step.anchor(), step.text()));
    actionItems()
        .forEach(item -> visitor.visit(LinkTarget.Kind.ACTION, item.anchor(), item.text()));
  }

  /// The anchors of headings, footnotes and the author's own marks inside sections.
  public Stream<String> anchorsInText() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(Block::markup)
        .filter(html -> hasAddress(html.value()))
        .flatMap(html -> ID.matcher(html.value()).results())
        .map(found -> found.group(1));
  }

  /// A quick check, because few sections have any.
  private static boolean hasAddress(String html) {
    for (int at = html.indexOf("=\""); at >= 0; at = html.indexOf("=\"", at + 2)) {
      if (html.startsWith(" id", at - 3) || html.startsWith(" name", at - 5)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it contains a Mermaid diagram.
  public boolean hasDiagram() {
    return sections instanceof KeptSections kept
        ? kept.hasDiagram()
        : sections.stream()
            .flatMap(section -> section.blocks().stream())
            .flatMap(Block::markup)
            .anyMatch(html -> html.value().contains("<code class=\"language-mermaid\">"));
  }

  /// Every anchor on the incident's page, except those of the page itself.
  public List<String> anchors() {
    List<String> anchors = new ArrayList<>();
    forEachLinkTarget((_, anchor, _) -> anchors.add(anchor));
    anchorsInText().forEach(anchors::add);
    return List.copyOf(anchors);
  }

  /// Its ID and its aliases.
  public Stream<IncidentId> ids() {
    return Stream.concat(Stream.of(id), aliases.stream());
  }

  /// The same incident with more aliases.
  public Incident withAliases(List<IncidentId> more) {
    return more.isEmpty()
        ? this
        : with(
            Stream.of(aliases, more).flatMap(List::stream).distinct().toList(),
            sections,
            mentions,
            fragments,
            solution);
  }

  /// The same incident with its sections loaded from elsewhere.
  public Incident withSections(KeptSections kept) {
    return with(aliases, kept, mentions, fragments, solution);
  }

  /// The same incident with other anchors.
  ///
  /// @param kept the new anchor for each old one
  public Incident withAnchors(Map<String, String> kept) {
    Map<String, String> meant = new HashMap<>(fragments);
    sections.stream().map(Section::anchor).forEach(anchor -> meant.putIfAbsent(anchor, anchor));
    meant.replaceAll((_, anchor) -> kept.getOrDefault(anchor, anchor));
    meant.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return with(
        aliases,
        sections.stream().map(section -> section.withAnchors(kept)).toList(),
        mentions.stream().map(mention -> mention.withAnchors(kept)).toList(),
        meant,
        solution.map(fix -> fix.withAnchor(kept.getOrDefault(fix.anchor(), fix.anchor()))));
  }

  private Incident with(
      List<IncidentId> aliases,
      List<Section> sections,
      List<Mention> mentions,
      Map<String, String> fragments,
      Optional<Fix> solution) {
    return new Incident(
        id,
        title,
        heading,
        written,
        date,
        phases,
        duration,
        derived,
        severity,
        status,
        systems,
        tags,
        authors,
        aliases,
        declared,
        ties,
        summary,
        impactInShort,
        sections,
        find,
        extra,
        mentions,
        links,
        attachments,
        remoteImages,
        fragments,
        places,
        solution,
        source);
  }

  private <B extends Block, F> List<F> facts(Class<B> type, Function<B, List<F>> of) {
    List<List<F>> found = new ArrayList<>(1);
    for (Section section : sections) {
      for (Block block : section.blocks()) {
        if (type.isInstance(block)) {
          found.add(of.apply(type.cast(block)));
        }
      }
    }
    // Most reports have the facts of a kind in one block, whose list can be used as it is.
    return found.size() == 1 ? found.getFirst() : found.stream().flatMap(List::stream).toList();
  }
}
