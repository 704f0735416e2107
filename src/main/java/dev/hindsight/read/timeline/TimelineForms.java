package dev.hindsight.read.timeline;

import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.read.markdown.RawLines;
import dev.hindsight.read.words.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// The forms in which timeline entries are written.
public final class TimelineForms {
  private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[-–—:：·|,→]+>?\\s*)*");

  /// `First detected: 2024-09-20 11:24`, `Repaired 2024-09-20 11:24`, `Fix #1: Oct 8, 2025 ~16:00
  /// UTC`
  private static final List<Pattern> LABELS =
      List.of(
          Pattern.compile(
              "(\\p{L}[^\\d:：]{2,59}?)(?:\\s*[:：–—-]\\s*|\\s(?=\\d{4}-))(?=[~≈\\d\\p{L}])"),
          Pattern.compile("(\\p{L}[^:：]{2,59}?)\\s*[:：]\\s+(?=[~≈\\d\\p{L}])"));

  private static final Pattern LAST_COLON = Pattern.compile(":$");
  private static final Pattern LAST_OF_ANY_WIDTH = Pattern.compile("[:：]$");
  private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*\\)");

  private final boolean dayFirst;

  public TimelineForms(boolean dayFirst) {
    this.dayFirst = dayFirst;
  }

  /// The lines of a paragraph. A line without a time continues the entry above it. A paragraph that
  /// does not begin with a time has no entries.
  List<TimelineDraft> lines(Paragraph paragraph) {
    return lines(Inline.lines(paragraph), paragraph);
  }

  private List<TimelineDraft> lines(List<Inline> lines, Node block) {
    List<TimelineDraft> drafts = new ArrayList<>();
    for (Inline line : lines) {
      Optional<TimelineDraft> draft = draft(line, new ArrayList<>(), block);
      if (draft.isPresent()) {
        drafts.add(draft.get());
      } else if (drafts.isEmpty()) {
        return List.of();
      } else {
        drafts.getLast().more().add(new HardLineBreak());
        drafts.getLast().more().addAll(line.nodes());
      }
    }
    return drafts;
  }

  /// The lines of a code block or an HTML list, if there are at least two, and the first and at
  /// least half of all begin with a time.
  ///
  /// ```
  ///     14:45 - Volume starts declining (~85 tx/min)
  /// ```
  List<TimelineDraft> rawLines(Node block) {
    List<Inline> lines = RawLines.of(block);
    long timed = lines.stream().filter(line -> time(line).isPresent()).count();
    return timed < 2 || timed * 2 < lines.size() ? List.of() : lines(lines, block);
  }

  /// The items of a list, if two or at least half of them have a time before or after the text. An
  /// item without a time continues the one above. At the top, or with a bold label, its words
  /// replace the time.
  List<TimelineDraft> items(ListBlock list) {
    List<ListItems.Item> items = ListItems.of(list);
    long timed = items.stream().filter(item -> time(item.line()).isPresent()).count();
    long labeled = items.stream().filter(item -> label(item).isPresent()).count();
    long most = Math.max(timed, labeled);
    if (most == 0 || (most < 2 && most * 2 < items.size())) {
      return List.of();
    }
    List<TimelineDraft> drafts = new ArrayList<>();
    for (ListItems.Item item : items) {
      List<TimelineDraft> ofDay = ofDay(item);
      if (!ofDay.isEmpty()) {
        drafts.addAll(ofDay);
        continue;
      }
      Optional<TimelineDraft> draft =
          timed >= labeled
              ? draft(item.line(), new ArrayList<>(item.rest()), item.node()).or(() -> words(item))
              : label(item).or(() -> words(item));
      if (draft.isPresent()) {
        drafts.add(draft.get());
      } else if (drafts.isEmpty()) {
        drafts.add(
            new TimelineDraft(
                "",
                TimeText.UNKNOWN_TIME,
                item.line(),
                new ArrayList<>(item.rest()),
                List.of(),
                item.node()));
      } else {
        drafts.getLast().more().add(new HardLineBreak());
        drafts.getLast().more().addAll(item.all());
      }
    }
    return drafts;
  }

  /// The entries below an item that is only a date.
  private List<TimelineDraft> ofDay(ListItems.Item item) {
    String day = LAST_OF_ANY_WIDTH.matcher(item.line().text().strip()).replaceFirst("");
    Optional<TimeText> time =
        TimeText.at(day, dayFirst)
            .filter(found -> found.date().isPresent() && found.time().isEmpty())
            .filter(found -> found.end() == day.length());
    if (time.isEmpty()
        || item.rest().size() != 1
        || !(item.rest().getFirst() instanceof ListBlock)) {
      return List.of();
    }
    List<TimelineDraft> below = items((ListBlock) item.rest().getFirst());
    if (below.isEmpty() || below.getFirst().time().date().isPresent()) {
      return below.isEmpty() ? List.of() : below;
    }
    TimelineDraft first = below.getFirst();
    List<TimelineDraft> drafts = new ArrayList<>(below);
    drafts.set(0, first.on(day, time.get()));
    return drafts;
  }

  /// Whether a list is clearly a timeline: it has three or more items, and four of five begin with
  /// a time.
  public boolean isTimed(ListBlock list) {
    List<ListItems.Item> items = ListItems.of(list);
    long timed =
        items.stream()
            .filter(item -> time(item.line()).flatMap(TimeText::time).isPresent())
            .count();
    return timed >= 3 && timed * 5 >= items.size() * 4L;
  }

  /// `**Unknown date**: the table was dropped`
  private static Optional<TimelineDraft> words(ListItems.Item item) {
    Inline line = item.line();
    if (!(line.first() instanceof StrongEmphasis strong)
        || !(line.text().strip().startsWith(Inline.text(strong).strip() + ":")
            || Inline.text(strong).strip().endsWith(":"))) {
      return Optional.empty();
    }
    String words = withoutColon(Inline.text(strong).strip());
    line.dropFirst();
    line.takeStart(SEPARATOR);
    return Optional.of(
        new TimelineDraft(
            words,
            TimeText.UNKNOWN_TIME,
            line,
            new ArrayList<>(item.rest()),
            List.of(),
            item.node()));
  }

  /// A label, followed by a date and a time of day.
  private Optional<TimelineDraft> label(ListItems.Item item) {
    boolean isPlain =
        item.line().nodes().stream()
            .allMatch(node ->
                node instanceof Text
                    || (node instanceof StrongEmphasis
                        && Inline.children(node).stream().allMatch(Text.class::isInstance)));
    String words = item.line().text().strip();
    return isPlain
        ? LABELS.stream().flatMap(label -> label(words, label, item).stream()).findFirst()
        : Optional.empty();
  }

  private Optional<TimelineDraft> label(String words, Pattern form, ListItems.Item item) {
    Matcher label = form.matcher(words);
    if (!label.lookingAt()) {
      return Optional.empty();
    }
    String rest = words.substring(label.end());
    return TimeText.at(rest, dayFirst)
        .filter(time -> time.date().isPresent() && time.time().isPresent())
        .map(time -> {
          String remark = SEPARATOR.matcher(rest.substring(time.end())).replaceFirst("").strip();
          String text = label.group(1) + (remark.isEmpty() ? "" : ": " + remark);
          return new TimelineDraft(
              rest.substring(0, time.end()).strip(),
              time,
              new Inline(List.of(new Text(text))),
              new ArrayList<>(item.rest()),
              List.of(),
              item.node());
        });
  }

  /// The time at the start of a heading.
  Optional<TimeText> time(Heading heading) {
    return time(Inline.of(heading));
  }

  /// The entry of a heading that begins with a time.
  TimelineDraft heading(Heading heading) {
    String words = Inline.text(heading);
    return draft(Inline.of(heading), new ArrayList<>(), heading).orElseThrow().of(words);
  }

  /// The day that a paragraph names, if it contains nothing else.
  Optional<TimeText.Day> day(Node node) {
    if (!(node instanceof Paragraph paragraph)) {
      return Optional.empty();
    }
    String words = withoutColon(Inline.text(paragraph).strip());
    return TimeText.at(words, dayFirst)
        .filter(time ->
            time.time().isEmpty()
                && (time.end() == words.length()
                    || REMARK.matcher(words.substring(time.end())).matches()))
        .flatMap(TimeText::date);
  }

  private static String withoutColon(String words) {
    return words.indexOf(':') < 0 ? words : LAST_COLON.matcher(words).replaceFirst("");
  }

  /// Whether a block contains entries.
  boolean hasEntries(Node node) {
    return switch (node) {
      case Paragraph paragraph -> time(Inline.lines(paragraph).getFirst()).isPresent();
      case ListBlock list -> time(ListItems.of(list).getFirst().line()).isPresent();
      case Heading heading -> time(Inline.of(heading)).flatMap(TimeText::time).isPresent();
      case TableBlock table -> new TimelineTable(table, dayFirst).hasTimes();
      default -> false;
    };
  }

  private Optional<TimeText> time(Inline line) {
    return switch (line.first()) {
      case Text text -> TimeText.at(text.getLiteral(), dayFirst);
      case StrongEmphasis strong -> TimeText.at(Inline.text(strong), dayFirst);
      case Emphasis emphasis -> TimeText.at(Inline.text(emphasis), dayFirst);
      case Code code -> TimeText.at(code.getLiteral(), dayFirst);
      case null, default -> Optional.empty();
    };
  }

  /// Takes the time off the start of a line.
  private Optional<TimelineDraft> draft(Inline line, List<Node> more, Node block) {
    Optional<TimeText> found = time(line);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TimeText time = found.get();
    Node place = line.first() == null ? block : line.first();
    String written = line.takeWords(time.end());
    line.takeStart(SEPARATOR);
    if (time.time().isEmpty() && time.date().isPresent() && line.first() instanceof Text) {
      // The date is bold and the time of day is not.
      Optional<TimeText> clock = time(line).filter(rest -> rest.date().isEmpty());
      if (clock.isPresent()) {
        written += " " + line.takeWords(clock.get().end());
        line.takeStart(SEPARATOR);
        time =
            new TimeText(
                time.end(),
                time.dayNumber(),
                time.date(),
                clock.get().time(),
                clock.get().zone(),
                time.offset());
      }
    }
    return Optional.of(new TimelineDraft(written.strip(), time, line, more, List.of(), place));
  }
}
