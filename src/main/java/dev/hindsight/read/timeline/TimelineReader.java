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
    private int underHeading;

    Walk(SectionContent content, ReportContext context, SafeHtmlRenderer html) {
      this.content = content;
      this.context = context;
      this.html = html;
      this.forms = new TimelineForms(context.isDayFirst());
    }

    List<Block> blocks() {
      List<Node> nodes = content.nodes();
      for (int i = 0; i < nodes.size(); i++) {
        Node next = i + 1 < nodes.size() ? nodes.get(i + 1) : null;
        step(nodes.get(i), next);
      }
      flush();
      return blocks;
    }

    private void step(Node node, Node next) {
      if (node instanceof Heading heading) {
        heading(heading, next);
        return;
      }
      if (underHeading > 0) {
        between.add(node);
        return;
      }
      Optional<TimeText.Day> day = forms.day(node);
      if (day.isPresent() && next != null && forms.hasEntries(next)) {
        flush();
        content.clock().turnTo(day.get());
        between.add(node);
        return;
      }
      List<TimelineDraft> found =
          switch (node) {
            case Paragraph paragraph -> forms.lines(paragraph);
            case ListBlock list -> forms.items(list);
            case TableBlock table -> new TimelineTable(table, context.isDayFirst()).rows();
            case FencedCodeBlock _, IndentedCodeBlock _, HtmlBlock _ -> forms.rawLines(node);
            default -> List.of();
          };
      if (found.isEmpty()) {
        between.add(node);
      } else {
        add(found, node instanceof TableBlock table ? Table.of(table).header() : List.of());
      }
    }

    /// A heading that begins with a time is an entry and includes everything below it. A heading
    /// that is only a day gives its date to the entries below. Any other heading ends the entry
    /// above.
    private void heading(Heading heading, Node next) {
      Optional<TimeText> time = forms.time(heading);
      boolean isDayOfEntries =
          time.isPresent() && time.get().time().isEmpty() && next != null && forms.hasEntries(next);
      if (time.isPresent() && !isDayOfEntries) {
        underHeading = heading.getLevel();
        add(List.of(forms.heading(heading)), List.of());
      } else if (underHeading > 0 && heading.getLevel() > underHeading) {
        between.add(heading);
      } else {
        flush();
        underHeading = 0;
        time.flatMap(TimeText::date).ifPresent(content.clock()::turnTo);
        between.add(heading);
      }
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
        header.forEach(content.clock()::zoneOfHeading);
        blocks.add(
            new Block.Timeline(
                header,
                drafts.stream().map(draft -> draft.entry(content, context, html)).toList()));
        drafts.clear();
        header = List.of();
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
