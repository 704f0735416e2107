package dev.hindsight.read.timeline;

import dev.hindsight.model.Block;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.fact.SectionContent;
import dev.hindsight.read.fact.SectionContentReader;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Table;
import dev.hindsight.read.words.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Reads a timeline section, in whatever form its times are written: lines, lists, tables,
/// headings. What is between two entries belongs to the first of them. What is before the first and
/// after the last is prose.
///
/// ```
/// **14:45** - First user reports of 500 errors begin [critical]
/// **14:47** - Monitoring alerts triggered
/// ```
///
/// CommonMark treats these lines as one paragraph.
public final class TimelineReader implements SectionContentReader {

  @Override
  public List<Block> read(SectionContent content, ReportContext context, SafeHtmlRenderer html) {
    return new Walk(content, context, html).blocks();
  }

  /// One walk over a section.
  private static final class Walk {
    private final SectionContent content;
    private final ReportContext context;
    private final SafeHtmlRenderer html;
    private final TimelineForms forms;
    private final List<Block> blocks = new ArrayList<>();
    private final List<TimelineDraft> drafts = new ArrayList<>();
    private final List<Node> between = new ArrayList<>();
    private List<String> header = List.of();
    private List<String> zones = List.of();
    private int underHeading;

    Walk(SectionContent content, ReportContext context, SafeHtmlRenderer html) {
      this.content = content;
      this.context = context;
      this.html = html;
      this.forms = new TimelineForms(context.isDayFirst(), content.nodes());
    }

    List<Block> blocks() {
      List<Node> nodes = content.nodes();
      for (int i = 0; i < nodes.size(); i++) {
        step(nodes.get(i), nodes.subList(i + 1, nodes.size()));
      }
      flush();
      return blocks;
    }

    private void step(Node node, List<Node> below) {
      if (node instanceof Heading heading) {
        heading(heading, below);
        return;
      }
      if (underHeading > 0) {
        between.add(node);
        return;
      }
      Optional<TimeText> day = forms.day(node);
      if (day.isPresent() && !below.isEmpty() && forms.hasEntries(below.getFirst())) {
        flush();
        content.clock().turnTo(day.get());
        between.add(node);
        return;
      }
      List<TimelineDraft> found =
          switch (node) {
            case Paragraph paragraph -> forms.lines(paragraph);
            case ListBlock list -> forms.items(list);
            case TableBlock table -> table(table).rows();
            case FencedCodeBlock _, IndentedCodeBlock _, HtmlBlock _ -> forms.rawLines(node);
            default -> List.of();
          };
      if (found.isEmpty()) {
        between.add(node);
      } else {
        add(found, node instanceof TableBlock table ? Table.of(table).header() : List.of());
        zones = node instanceof TableBlock table ? table(table).timeHeaders() : zones;
      }
    }

    private TimelineTable table(TableBlock table) {
      return new TimelineTable(table, context.isDayFirst(), forms.areDotted());
    }

    /// A heading that begins with a time is an entry and includes everything below it. A heading
    /// that is only a day gives its date to the entries below. Any other heading ends the entry
    /// above.
    private void heading(Heading heading, List<Node> below) {
      Optional<TimeText> time = forms.time(heading);
      boolean isEntry = time.isPresent() && (time.get().time().isPresent() || !haveEntries(below));
      if (isEntry) {
        underHeading = heading.getLevel();
        add(List.of(forms.heading(heading)), List.of());
      } else if (underHeading > 0 && heading.getLevel() > underHeading) {
        between.add(heading);
      } else {
        flush();
        underHeading = 0;
        forms.dayIn(heading).ifPresent(day -> content.clock().turnTo(day));
        TimelineForms.weekday(heading).ifPresent(day -> content.clock().turnTo(day));
        between.add(heading);
      }
    }

    /// Whether the block directly below a heading has entries, or a later block before the next
    /// heading.
    private boolean haveEntries(List<Node> below) {
      for (int i = 0; i < below.size(); i++) {
        boolean isBelow = i == 0 || !(below.get(i) instanceof Heading);
        if (!isBelow || forms.hasEntries(below.get(i))) {
          return isBelow;
        }
      }
      return false;
    }

    private void add(List<TimelineDraft> all, List<String> columns) {
      List<TimelineDraft> found = new ArrayList<>();
      for (TimelineDraft draft : all) {
        if (!draft.isLeftOver()) {
          found.add(draft);
        } else if (found.isEmpty()) {
          between.add(draft.words());
        } else {
          found.getLast().more().add(draft.words());
        }
      }
      if (found.isEmpty()) {
        return;
      }
      if (!columns.isEmpty()) {
        // Each table is its own block, with the names of its columns.
        flush();
      }
      if (drafts.isEmpty()) {
        prose();
      } else {
        drafts.getLast().more().addAll(between);
        between.clear();
      }
      header = drafts.isEmpty() ? columns : header;
      drafts.addAll(found);
    }

    private void flush() {
      if (!drafts.isEmpty()) {
        if (underHeading > 0) {
          drafts.getLast().more().addAll(between);
          between.clear();
        }
        content.clock().zoneOfHeading(content.heading());
        zones.forEach(content.clock()::zoneOfHeading);
        content.clock().leadUp(drafts.stream().map(TimelineDraft::time).toList());
        blocks.add(
            new Block.Timeline(
                header,
                drafts.stream().map(draft -> draft.entry(content, context, html)).toList()));
        drafts.clear();
        header = List.of();
        zones = List.of();
      }
      prose();
    }

    private void prose() {
      if (!between.isEmpty()) {
        Block.Prose prose = html.prose(List.copyOf(between), content.anchor());
        between.clear();
        content.clock().zone(prose.text());
        if (!prose.html().isEmpty()) {
          blocks.add(prose);
        }
      }
    }
  }
}
