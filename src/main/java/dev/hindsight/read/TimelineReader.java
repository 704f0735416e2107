package dev.hindsight.read;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Tag;
import dev.hindsight.model.TimelineEntry;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads timelines: lines or list items that begin with a time of day, bold or not.
///
/// ```
/// **14:45** - First user reports of 500 errors begin [critical]
/// **14:47** - Monitoring alerts triggered
/// ```
///
/// To CommonMark these lines are one paragraph. A line without a time goes on with the entry above
/// it.
final class TimelineReader implements BlockReader {
  private static final String CLOCK =
      "(?:(\\d{4}-\\d{2}-\\d{2})[T ])?([01]?\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d))?"
          + "(?: ?(UTC|GMT|Z|[+-]\\d{2}:?\\d{2}))?";
  private static final Pattern BOLD_TIME = Pattern.compile("\\s*(" + CLOCK + ")\\s*:?\\s*$");
  private static final Pattern PLAIN_TIME =
      Pattern.compile("\\s*(" + CLOCK + ")(?=\\s|:\\s|$)(?!\\d)");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[-–—:·|]|→)*\\s*");
  private static final Pattern TAG =
      Pattern.compile("\\s*\\[([\\p{L}][\\p{L}\\p{N} _/-]{0,30})]\\s*$");

  @Override
  public Optional<Block> read(Node node, String anchor, Reading reading, HtmlMaker html) {
    List<Line> lines =
        switch (node) {
          case Paragraph paragraph -> paragraphLines(paragraph);
          case BulletList list -> itemLines(Items.of(list));
          case OrderedList list -> itemLines(Items.of(list));
          default -> List.of();
        };
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Block.Timeline(
            lines.stream().map(line -> entry(line, anchor, reading, html)).toList()));
  }

  /// What is to become an entry: where its time is, and all that belongs to it.
  private record Line(Inline inline, List<Node> more) {}

  private static List<Line> paragraphLines(Paragraph paragraph) {
    List<Line> lines = new ArrayList<>();
    for (Inline line : Inline.lines(paragraph)) {
      if (beginsWithTime(line)) {
        lines.add(new Line(line, new ArrayList<>()));
      } else if (lines.isEmpty()) {
        return List.of();
      } else {
        lines.getLast().more().add(new HardLineBreak());
        lines.getLast().more().addAll(line.nodes());
      }
    }
    return lines;
  }

  private static List<Line> itemLines(List<Items.Item> items) {
    if (!items.stream()
        .allMatch(item -> item.box() == Items.Box.NONE && beginsWithTime(item.line()))) {
      return List.of();
    }
    return items.stream().map(item -> new Line(item.line(), item.rest())).toList();
  }

  private static boolean beginsWithTime(Inline line) {
    return switch (line.first()) {
      case StrongEmphasis strong -> BOLD_TIME.matcher(Inline.text(strong)).lookingAt();
      case Text text -> PLAIN_TIME.matcher(text.getLiteral()).lookingAt();
      case null, default -> false;
    };
  }

  private static TimelineEntry entry(Line line, String anchor, Reading reading, HtmlMaker html) {
    Inline inline = line.inline();
    MatchResult time;
    if (inline.first() instanceof StrongEmphasis strong) {
      var matcher = BOLD_TIME.matcher(Inline.text(strong));
      matcher.lookingAt();
      time = matcher.toMatchResult();
      inline.dropFirst();
    } else {
      time = inline.takeStart(PLAIN_TIME).orElseThrow();
    }
    inline.takeStart(SEPARATOR);
    List<Node> all = new ArrayList<>(inline.nodes());
    all.addAll(line.more());
    Inline rest = line.more().isEmpty() ? inline : new Inline(all);
    LinkedList<Tag> tags = new LinkedList<>();
    rest.takeEnd(TAG).ifPresent(tag -> tags.addFirst(new Tag(tag.group(1))));
    while (!tags.isEmpty()) {
      Optional<MatchResult> further = rest.takeEnd(TAG);
      if (further.isEmpty()) {
        break;
      }
      tags.addFirst(new Tag(further.get().group(1)));
    }
    Html text = html.of(rest, anchor);
    String digits =
        String.format(Locale.ROOT, "%02d%s", Integer.parseInt(time.group(3)), time.group(4));
    return new TimelineEntry(
        time.group(1).strip(),
        Optional.empty(),
        OptionalLong.empty(),
        tags,
        text,
        PlainText.of(text),
        reading.anchors.time(digits));
  }
}
