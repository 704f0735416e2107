package dev.hindsight.read;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Takes a report apart into sections and each section into blocks.
///
/// A heading begins a section when its kind is known or when it is not below the heading of the
/// section it stands in; any other is a part of that section.
final class SectionReader {
  private static final Map<SectionKind, ContentReader> READERS =
      Map.of(
          SectionKind.AFFECTED_SYSTEMS, new BlockByBlock(new SystemsReader()),
          SectionKind.TIMELINE, new TimelineReader(),
          SectionKind.IMPACT, new BlockByBlock(new ImpactReader()),
          SectionKind.RESOLUTION, new BlockByBlock(new StepReader()),
          SectionKind.ACTION_ITEMS, new ActionReader(),
          SectionKind.RELATED, new BlockByBlock(new RelatedReader()));

  /// What stands before the first heading is what a report without a summary is known by, so its
  /// keys and values are told apart from its words.
  private static final ContentReader LEAD = new BlockByBlock(new MetadataReader());

  private static final ContentReader PROSE =
      new BlockByBlock((node, anchor, reading, html) -> List.of());

  private static final int LONGEST_REMARK = 200;

  private final Reading reading;
  private final HtmlMaker html;
  private final Clock clock;
  private final List<Section> sections = new ArrayList<>();

  private List<SectionKind> kinds = List.of(SectionKind.OTHER);
  private String heading = "";
  private Html title = Html.EMPTY;
  private int level;
  private String anchor = "ui-lead";
  private final List<Node> content = new ArrayList<>();
  private final Deque<Parent> above = new ArrayDeque<>();

  /// A heading that the next one may stand under.
  private record Parent(int level, List<SectionKind> kinds) {}

  SectionReader(Reading reading, HtmlMaker html, Clock clock) {
    this.reading = reading;
    this.html = html;
    this.clock = clock;
  }

  /// Reads the blocks of a document, its title left out.
  List<Section> read(List<Node> nodes) {
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
    // Under a timeline, headings that are days or times go on with it, whatever their level.
    if (kinds.contains(SectionKind.TIMELINE)
        && next.getLevel() > 1
        && TimeText.at(Inline.text(next), reading.dayFirst).isPresent()) {
      return false;
    }
    return level == 0 || next.getLevel() <= level || kindsOf(next).getFirst() != SectionKind.OTHER;
  }

  private List<SectionKind> kindsOf(Heading title) {
    return reading.config.kinds(Inline.text(title));
  }

  /// What a heading means below one of these kinds.
  private List<SectionKind> kindsIn(List<SectionKind> parent, Heading title) {
    List<SectionKind> own = kindsOf(title);
    if (parent.getFirst() == SectionKind.OTHER) {
      return own;
    }
    if (own.getFirst() == SectionKind.OTHER
        || (own.contains(SectionKind.SUMMARY)
            && Vocabulary.has("leading-up", Inline.text(title)))) {
      // A part of a section whose own kind is not known, `Documentation` under `Action items`, or
      // weak,
      // `What happened` under `Root cause`.
      return parent;
    }
    boolean isFix =
        parent.contains(SectionKind.RESOLUTION)
            && own.equals(List.of(SectionKind.ACTION_ITEMS))
            && ActionReader.isDone(Inline.text(title));
    // `Immediate actions (completed)` under `Remediation` are what fixed it, too.
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
    anchor = reading.anchors.section(kinds.getFirst(), heading);
    this.title = html.of(Inline.of(title), anchor);
  }

  /// A section of another name is a timeline all the same when it is a list of times.
  private boolean hasTimes() {
    TimelineForms forms = new TimelineForms(reading.dayFirst);
    return level > 0
        && (kinds.contains(SectionKind.OTHER) || kinds.contains(SectionKind.SUMMARY))
        && content.stream().anyMatch(node -> node instanceof ListBlock list && forms.isTimed(list));
  }

  /// `All times in UTC.` may stand above the timeline's own heading.
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
      ContentReader other = level == 0 ? LEAD : hasTimes() ? new TimelineReader() : PROSE;
      ContentReader reader =
          Vocabulary.has("aside", heading)
              ? PROSE
              : kinds.stream()
                  .filter(READERS::containsKey)
                  .findFirst()
                  .<ContentReader>map(READERS::get)
                  .orElse(other);
      List<Block> blocks = reader.read(new Content(heading, anchor, content, clock), reading, html);
      sections.add(new Section(kinds, heading, title, Math.clamp(level, 2, 6), anchor, blocks));
    }
    content.clear();
  }
}
