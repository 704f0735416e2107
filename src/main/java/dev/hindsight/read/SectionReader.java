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

  private final Reading reading;
  private final HtmlMaker html;
  private final Clock clock;
  private final List<Section> sections = new ArrayList<>();

  private SectionKind kind = SectionKind.OTHER;
  private String heading = "";
  private Html title = Html.EMPTY;
  private int level;
  private String anchor = "ui-lead";
  private final List<Node> content = new ArrayList<>();
  private final Deque<Parent> above = new ArrayDeque<>();

  /// A heading that the next one may stand under.
  private record Parent(int level, SectionKind kind) {}

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
    if (kind == SectionKind.TIMELINE
        && next.getLevel() > 1
        && TimeText.at(Inline.text(next), reading.config.dayFirst()).isPresent()) {
      return false;
    }
    return level == 0 || next.getLevel() <= level || kindOf(next) != SectionKind.OTHER;
  }

  private SectionKind kindOf(Heading title) {
    return reading.config.kind(Inline.text(title));
  }

  private void begin(Heading title) {
    level = title.getLevel();
    above.removeIf(parent -> parent.level() >= level);
    kind = kindOf(title);
    if (kind == SectionKind.OTHER && !above.isEmpty()) {
      // A part of a section whose own kind is not known: `Documentation` under `Action items`.
      kind = above.getLast().kind();
    }
    above.addLast(new Parent(level, kind));
    heading = Inline.text(title).strip();
    anchor = reading.anchors.section(kind, heading);
    this.title = html.of(Inline.of(title), anchor);
  }

  /// A section of another name is a timeline all the same when it is a list of times.
  private boolean hasTimes() {
    TimelineForms forms = new TimelineForms(reading.config.dayFirst());
    return level > 0
        && (kind == SectionKind.OTHER || kind == SectionKind.SUMMARY)
        && content.stream().anyMatch(node -> node instanceof ListBlock list && forms.isTimed(list));
  }

  private void endSection() {
    if (level > 0 || !content.isEmpty()) {
      ContentReader other = level == 0 ? LEAD : hasTimes() ? new TimelineReader() : PROSE;
      ContentReader reader = READERS.getOrDefault(kind, other);
      List<Block> blocks = reader.read(new Content(heading, anchor, content, clock), reading, html);
      sections.add(new Section(kind, heading, title, Math.clamp(level, 2, 6), anchor, blocks));
    }
    content.clear();
  }
}
