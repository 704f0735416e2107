package dev.hindsight.read.report;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.action.ActionReader;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.fact.BlockwiseReader;
import dev.hindsight.read.fact.ImpactReader;
import dev.hindsight.read.fact.MetadataBlockReader;
import dev.hindsight.read.fact.RelatedReader;
import dev.hindsight.read.fact.SectionContent;
import dev.hindsight.read.fact.SectionContentReader;
import dev.hindsight.read.fact.StepReader;
import dev.hindsight.read.fact.SystemsReader;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.timeline.TimelineForms;
import dev.hindsight.read.timeline.TimelineReader;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.read.words.TimelineClock;
import dev.hindsight.read.words.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Splits a report into sections, and each section into blocks.
///
/// A heading begins a section if its kind is known, or if it is not below the heading of the
/// current section. Any other heading is part of the current section. [SectionKinds] decides the
/// kinds.
public final class SectionReader {
  private static final Map<SectionKind, SectionContentReader> READERS =
      Map.of(
          SectionKind.AFFECTED_SYSTEMS, new BlockwiseReader(new SystemsReader()),
          SectionKind.TIMELINE, new TimelineReader(),
          SectionKind.IMPACT, new BlockwiseReader(new ImpactReader()),
          SectionKind.RESOLUTION, new BlockwiseReader(new StepReader()),
          SectionKind.ACTION_ITEMS, new ActionReader(),
          SectionKind.RELATED, new BlockwiseReader(new RelatedReader()));

  /// Without a summary, the text before the first heading represents the report, so it must not
  /// contain keys and values.
  private static final SectionContentReader LEAD = new BlockwiseReader(new MetadataBlockReader());

  private static final SectionContentReader PROSE =
      new BlockwiseReader((node, anchor, context, html) -> List.of());

  private static final int LONGEST_REMARK = 200;

  private final ReportContext context;
  private final SafeHtmlRenderer html;
  private final TimelineClock clock;
  private final List<Section> sections = new ArrayList<>();
  private final UnreadTimes unreadTimes;

  private SectionKinds decider;
  private List<SectionKind> kinds = List.of(SectionKind.OTHER);
  private Heading node = new Heading();
  private String heading = "";
  private Html title = Html.EMPTY;
  private int level;
  private String anchor = "ui-lead";
  private final List<Node> content = new ArrayList<>();
  private final Deque<Parent> above = new ArrayDeque<>();

  /// A heading that the next one can be below.
  private record Parent(int level, List<SectionKind> kinds) {}

  public SectionReader(ReportContext context, SafeHtmlRenderer html, TimelineClock clock) {
    this.context = context;
    this.html = html;
    this.clock = clock;
    this.unreadTimes = new UnreadTimes(context);
  }

  /// Reads the blocks of a document without its title.
  public List<Section> read(List<Node> nodes) {
    decider = new SectionKinds(context, nodes);
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof Heading title) {
        List<Node> below = below(nodes, i + 1);
        if (beginsSection(title, below)) {
          endSection();
          begin(title, below);
          continue;
        }
      }
      content.add(nodes.get(i));
    }
    endSection();
    unreadTimes.report();
    return sections;
  }

  /// The nodes between a heading and the next one.
  private static List<Node> below(List<Node> nodes, int start) {
    int end = start;
    while (end < nodes.size() && !(nodes.get(end) instanceof Heading)) {
      end++;
    }
    return nodes.subList(start, end);
  }

  private boolean beginsSection(Heading next, List<Node> below) {
    // In a timeline, headings that are days or times continue it at any level.
    if (kinds.contains(SectionKind.TIMELINE)
        && next.getLevel() > 1
        && TimeText.at(Inline.text(next), context.isDayFirst()).isPresent()) {
      return false;
    }
    return level == 0
        || next.getLevel() <= level
        || (decider.ofHeading(next).getFirst() != SectionKind.OTHER
            && !decider.isContinued(kinds, next, below));
  }

  private void begin(Heading title, List<Node> below) {
    List<SectionKind> before = kinds;
    node = title;
    level = title.getLevel();
    above.removeIf(parent -> parent.level() >= level);
    heading = Inline.text(title).strip();
    List<SectionKind> parent =
        above.isEmpty() ? List.of(SectionKind.OTHER) : above.getLast().kinds();
    kinds = decider.of(title, parent, below);
    if (kinds.getFirst() == SectionKind.OTHER
        && above.isEmpty()
        && before.contains(SectionKind.ACTION_ITEMS)
        && Vocabulary.has("term", heading)) {
      // `Long-term` beside `Immediate actions`.
      kinds = before;
    }
    if (kinds.getFirst() == SectionKind.OTHER) {
      LikelyTypos.heading(title, heading, context);
    }
    above.addLast(new Parent(level, kinds));
    anchor = context.anchors().section(kinds.getFirst(), heading);
    this.title = html.of(Inline.of(title), anchor);
  }

  /// Whether a section with another name is a timeline, because it is a list of times or has lines
  /// that begin with times in order.
  private boolean hasTimes() {
    TimelineForms forms = new TimelineForms(context.isDayFirst());
    // In a summary, paragraphs that begin with a time are sentences.
    return (kinds.contains(SectionKind.OTHER) && forms.isTimeline(content))
        || (kinds.contains(SectionKind.SUMMARY)
            && forms.isTimeline(content.stream().filter(ListBlock.class::isInstance).toList()));
  }

  /// Finds sentences such as `All times in UTC.` above the timeline's own heading.
  private void zoneOfSentences() {
    for (Node node : content) {
      if (node instanceof Paragraph paragraph) {
        String words = Inline.text(paragraph);
        if (words.length() <= LONGEST_REMARK) {
          clock.zone(words);
        }
      }
    }
  }

  /// The reader of the section's kind.
  private SectionContentReader reader() {
    return kinds.stream()
        .filter(READERS::containsKey)
        .findFirst()
        .<SectionContentReader>map(READERS::get)
        .orElse(PROSE);
  }

  private void endSection() {
    if (level > 0 || !content.isEmpty()) {
      zoneOfSentences();
      boolean isAside = Vocabulary.has("aside", heading);
      boolean isTimed = !isAside && hasTimes();
      List<SectionKinds.Part> parts =
          level == 0 || isAside || isTimed
              ? List.of(new SectionKinds.Part(SectionKind.OTHER, content))
              : decider.parts(kinds, content);
      SectionContentReader own =
          isTimed
              ? READERS.get(SectionKind.TIMELINE)
              : level == 0 ? LEAD : isAside ? PROSE : reader();
      List<Block> blocks = new ArrayList<>();
      for (SectionKinds.Part part : parts) {
        SectionContentReader reader = READERS.getOrDefault(part.kind(), own);
        blocks.addAll(
            reader.read(new SectionContent(heading, anchor, part.nodes(), clock), context, html));
      }
      if (level > 0) {
        kinds = decider.withContent(kinds, parts, isTimed);
        unreadTimes.add(node, heading, context.config().kinds(heading), kinds, blocks);
      }
      sections.add(new Section(kinds, heading, title, Math.clamp(level, 2, 6), anchor, blocks));
    }
    content.clear();
  }
}
