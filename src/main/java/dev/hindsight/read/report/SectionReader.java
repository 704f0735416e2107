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
/// current section. Any other heading is part of the current section.
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

  private List<SectionKind> kinds = List.of(SectionKind.OTHER);
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
  }

  /// Reads the blocks of a document without its title.
  public List<Section> read(List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof Heading title && beginsSection(title)) {
        endSection();
        begin(title);
      } else {
        content.add(node);
      }
    }
    endSection();
    return sections;
  }

  private boolean beginsSection(Heading next) {
    // In a timeline, headings that are days or times continue it at any level.
    if (kinds.contains(SectionKind.TIMELINE)
        && next.getLevel() > 1
        && TimeText.at(Inline.text(next), context.isDayFirst()).isPresent()) {
      return false;
    }
    return level == 0 || next.getLevel() <= level || kindsOf(next).getFirst() != SectionKind.OTHER;
  }

  private List<SectionKind> kindsOf(Heading title) {
    return context.config().kinds(Inline.text(title));
  }

  /// What a heading means inside a section of one of these kinds.
  private List<SectionKind> kindsIn(List<SectionKind> parent, Heading title) {
    List<SectionKind> own = kindsOf(title);
    if (parent.getFirst() == SectionKind.OTHER) {
      return own;
    }
    if (own.getFirst() == SectionKind.OTHER
        || (own.contains(SectionKind.SUMMARY)
            && Vocabulary.has("leading-up", Inline.text(title)))) {
      // A subsection whose own kind is unknown (`Documentation` in `Action items`) or weak (`What
      // happened` in `Root cause`).
      return parent;
    }
    boolean isFix =
        parent.contains(SectionKind.RESOLUTION)
            && own.equals(List.of(SectionKind.ACTION_ITEMS))
            && ActionReader.isDone(Inline.text(title));
    // `Immediate actions (completed)` in `Remediation` are also part of the fix.
    return isFix ? List.of(SectionKind.ACTION_ITEMS, SectionKind.RESOLUTION) : own;
  }

  private void begin(Heading title) {
    List<SectionKind> before = kinds;
    level = title.getLevel();
    above.removeIf(parent -> parent.level() >= level);
    heading = Inline.text(title).strip();
    kinds = kindsIn(above.isEmpty() ? List.of(SectionKind.OTHER) : above.getLast().kinds(), title);
    if (kinds.getFirst() == SectionKind.OTHER
        && above.isEmpty()
        && before.contains(SectionKind.ACTION_ITEMS)
        && Vocabulary.has("term", heading)) {
      // `Long-term` beside `Immediate actions`.
      kinds = before;
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

  private void endSection() {
    if (level > 0 || !content.isEmpty()) {
      zoneOfSentences();
      SectionContentReader other = hasTimes() ? new TimelineReader() : level == 0 ? LEAD : PROSE;
      SectionContentReader reader =
          Vocabulary.has("aside", heading)
              ? PROSE
              : kinds.stream()
                  .filter(READERS::containsKey)
                  .findFirst()
                  .<SectionContentReader>map(READERS::get)
                  .orElse(other);
      List<Block> blocks =
          reader.read(new SectionContent(heading, anchor, content, clock), context, html);
      sections.add(new Section(kinds, heading, title, Math.clamp(level, 2, 6), anchor, blocks));
    }
    content.clear();
  }
}
