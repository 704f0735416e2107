package dev.hindsight.read.timeline;

import dev.hindsight.model.Html;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.model.TimelineTag;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.fact.SectionContent;
import dev.hindsight.read.html.PlainText;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.metadata.Metadata;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.read.words.TimelineClock;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// A timeline entry before it is printed and dated.
///
/// @param written the time as written
/// @param cells the other cells of a table row, with the names of their columns
/// @param place the node at its start, which has the position
/// @param heading the words of its heading; empty for an entry that is not a heading
record TimelineDraft(
    String written,
    TimeText time,
    Inline inline,
    List<Node> more,
    List<Cell> cells,
    Node place,
    String heading) {
  private static final Pattern TAG =
      Pattern.compile("\\s*\\[([\\p{L}][\\p{L}\\p{N} _/-]{0,30})]\\s*$");

  /// Another cell of a row.
  record Cell(String column, Inline inline) {}

  TimelineDraft(
      String written, TimeText time, Inline inline, List<Node> more, List<Cell> cells, Node place) {
    this(written, time, inline, more, cells, place, "");
  }

  /// The same entry, with the words of its heading.
  TimelineDraft of(String heading) {
    return new TimelineDraft(written, time, inline, more, cells, place, heading);
  }

  /// The same entry, with the day above it.
  TimelineDraft on(String written, TimeText day) {
    return new TimelineDraft(
        written + " " + this.written, time.on(day), inline, more, cells, place, heading);
  }

  /// Whether it is left from a template: `HH:mm` and no words, or words of the template.
  boolean isLeftOver() {
    return written.chars().noneMatch(Character::isDigit)
        && Vocabulary.has("time-left-over", written);
  }

  /// All of it as prose.
  Paragraph words() {
    Paragraph paragraph = new Paragraph();
    paragraph.appendChild(new Text(written + " "));
    inline.nodes().forEach(paragraph::appendChild);
    for (Cell cell : cells) {
      paragraph.appendChild(new Text(" "));
      cell.inline().nodes().forEach(paragraph::appendChild);
    }
    more.forEach(paragraph::appendChild);
    return paragraph;
  }

  TimelineEntry entry(SectionContent content, ReportContext context, SafeHtmlRenderer html) {
    LinkedList<TimelineTag> tags = new LinkedList<>();
    if (more.isEmpty()) {
      tags(inline, tags);
    }
    List<Node> all = new ArrayList<>(inline.nodes());
    all.addAll(more);
    Html words = html.of(all, content.anchor());
    String details = details(content, html);
    Html text = new Html(words.value() + details);
    if (time.isImpossible()) {
      context.report(
          Metadata.UNCLEAR_VALUE.at(
              SourcePosition.of(context.source(), context.place(place)),
              "timeline: cannot read '" + written + "'",
              "expected a day of the calendar"));
    }
    TimelineClock.TimePoint placed = content.clock().place(time);
    String anchor = context.anchors().time(digits());
    if (!heading.isEmpty()) {
      context.anchors().lead(heading, anchor);
    }
    return new TimelineEntry(
        written,
        placed.at(),
        placed.minutes(),
        tags,
        text,
        PlainText.of(words),
        PlainText.of(new Html(details)),
        anchor,
        context.place(place));
  }

  /// The other cells of the row, each with the name of its column.
  private String details(SectionContent content, SafeHtmlRenderer html) {
    StringBuilder markup = new StringBuilder();
    for (Cell cell : cells) {
      if (!cell.inline().isEmpty()) {
        markup.append("<p class=\"extra\">");
        if (!cell.column().isEmpty()) {
          markup.append("<b>").append(Html.escape(cell.column()).value()).append("</b> ");
        }
        markup.append(html.of(cell.inline(), content.anchor()).value()).append("</p>");
      }
    }
    return markup.toString();
  }

  private static void tags(Inline inline, LinkedList<TimelineTag> tags) {
    Optional<MatchResult> tag = inline.takeEnd(TAG, '[');
    while (tag.isPresent()) {
      tags.addFirst(new TimelineTag(tag.get().group(1)));
      tag = inline.takeEnd(TAG, '[');
    }
  }

  /// `1445` for the anchor; the day if there is no time of day.
  private String digits() {
    return time.time()
        .map(clock ->
            String.valueOf(10_000 + clock.getHour() * 100 + clock.getMinute()).substring(1))
        .orElseGet(() -> {
          String digits = written.replaceAll("\\D", "");
          return digits.isEmpty() ? "0" : digits;
        });
  }
}
