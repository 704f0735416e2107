package dev.hindsight.read;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.site.SectionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// Takes a report apart into sections and each section into blocks.
///
/// A heading begins a section when its kind is known or when it is not below the heading of the
/// section it stands in; any other is a part of that section.
final class SectionReader {
  private static final Map<SectionKind, BlockReader> READERS =
      Map.of(
          SectionKind.AFFECTED_SYSTEMS, new SystemsReader(),
          SectionKind.TIMELINE, new TimelineReader(),
          SectionKind.IMPACT, new ImpactReader(),
          SectionKind.RESOLUTION, new StepReader(),
          SectionKind.ACTION_ITEMS, new ActionReader(),
          SectionKind.RELATED, new RelatedReader());

  private final Reading reading;
  private final HtmlMaker html;
  private final Clock clock;
  private final List<Section> sections = new ArrayList<>();

  private SectionKind kind = SectionKind.OTHER;
  private String heading = "";
  private int level;
  private String anchor = "ui-lead";
  private List<Block> blocks = new ArrayList<>();
  private final List<Node> prose = new ArrayList<>();

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
        add(node);
      }
    }
    endSection();
    return sections;
  }

  private boolean beginsSection(Heading next) {
    return level == 0 || next.getLevel() <= level || kindOf(next) != SectionKind.OTHER;
  }

  private SectionKind kindOf(Heading title) {
    String name = SectionNames.normal(Inline.text(title));
    return reading.config.sections().getOrDefault(name, SectionKind.OTHER);
  }

  private void begin(Heading title) {
    kind = kindOf(title);
    heading = Inline.text(title).strip();
    level = title.getLevel();
    anchor = reading.anchors.section(kind, heading);
    blocks = new ArrayList<>();
  }

  private void add(Node node) {
    BlockReader reader = READERS.get(kind);
    Optional<Block> fact = Optional.empty();
    if (reader != null) {
      // What stands above is printed first: anchors and footnotes are numbered in reading order.
      List<Node> above = List.copyOf(prose);
      prose.clear();
      addProse(above);
      fact = reader.read(node, anchor, reading, html);
    }
    fact.ifPresentOrElse(this::addFact, () -> prose.add(node));
  }

  private void addFact(Block fact) {
    if (!(fact instanceof Block.Timeline timeline)) {
      blocks.add(fact);
      return;
    }
    List<TimelineEntry> entries = new ArrayList<>();
    if (!blocks.isEmpty() && blocks.getLast() instanceof Block.Timeline before) {
      entries.addAll(before.entries());
      blocks.removeLast();
    }
    timeline.entries().stream().map(clock::place).forEach(entries::add);
    blocks.add(new Block.Timeline(entries));
  }

  private void addProse(List<Node> nodes) {
    Html text = html.of(nodes, anchor);
    if (!text.isEmpty()) {
      blocks.add(new Block.Prose(text, PlainText.of(text)));
    }
  }

  private void endSection() {
    addProse(List.copyOf(prose));
    prose.clear();
    if (level > 0 || !blocks.isEmpty()) {
      sections.add(new Section(kind, heading, Math.clamp(level, 2, 6), anchor, blocks));
    }
  }
}
