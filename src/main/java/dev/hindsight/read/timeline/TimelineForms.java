package dev.hindsight.read.timeline;

import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.read.markdown.RawLines;
import dev.hindsight.read.markdown.Table;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.read.words.TimelineClock;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
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

  /// `11.51`, which is a time if several lines begin like this.
  private static final Pattern DOTTED =
      Pattern.compile("\\s*(?:kl\\.?|klo)?\\s*(?:[01]?\\d|2[0-3])\\.[0-5]\\d(?![\\d%]|\\.\\d)");

  /// The places in a heading where a date can begin.
  private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d/.-])[\\p{L}\\d]");

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?i)((?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:\\s(?:morning|afternoon|evening|night))?:?");

  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_DAY = 200;
  private static final int FEWEST = 3;

  private final boolean dayFirst;
  private final boolean areDotted;

  public TimelineForms(boolean dayFirst) {
    this(dayFirst, List.of());
  }

  /// @param nodes of a section, which show whether its times are written with dots
  TimelineForms(boolean dayFirst, List<Node> nodes) {
    this.dayFirst = dayFirst;
    this.areDotted =
        nodes.stream()
                .flatMap(TimelineForms::lines)
                .filter(TimelineForms::isDotted)
                .limit(2)
                .count()
            == 2;
  }

  private static boolean isDotted(Inline line) {
    return line.first() != null && DOTTED.matcher(Inline.text(line.first())).lookingAt();
  }

  /// The lines of a block that can be entries.
  private static Stream<Inline> lines(Node node) {
    return switch (node) {
      case Paragraph paragraph -> Inline.lines(paragraph).stream();
      case ListBlock list -> ListItems.of(list).stream().map(ListItems.Item::line);
      case TableBlock table -> Table.of(table).rows().stream().flatMap(List::stream);
      default -> Stream.empty();
    };
  }

  boolean areDotted() {
    return areDotted;
  }

  private Optional<TimeText> time(String words) {
    return TimeText.inTimeline(words, dayFirst, areDotted);
  }

  /// The lines of a paragraph. A line without a time continues the entry above it. A paragraph that
  /// does not begin with a time has no entries, unless its first line is a label or a date.
  List<TimelineDraft> lines(Paragraph paragraph) {
    List<Inline> lines = Inline.lines(paragraph);
    if (lines.size() < 2 || time(lines.get(0)).flatMap(TimeText::time).isPresent()) {
      return lines(lines, paragraph);
    }
    String label = lines.getFirst().text().strip();
    Optional<TimeText> day = onlyDay(withoutColon(label));
    boolean isLabel = label.endsWith(":") && label.length() <= LONGEST_LABEL;
    long timed =
        lines.stream().filter(line -> time(line).flatMap(TimeText::time).isPresent()).count();
    boolean isTimed = time(lines.get(1)).flatMap(TimeText::time).isPresent();
    if (!isTimed || (day.isEmpty() && (!isLabel || timed < 2))) {
      return lines(lines, paragraph);
    }
    List<TimelineDraft> drafts = new ArrayList<>(lines(lines.subList(1, lines.size()), paragraph));
    if (day.isPresent()) {
      drafts.set(0, drafts.getFirst().on(withoutColon(label), day.get()));
    } else {
      drafts.addFirst(untimed(lines.getFirst(), new ArrayList<>(), paragraph));
    }
    return drafts;
  }

  private static TimelineDraft untimed(Inline line, List<Node> more, Node place) {
    return new TimelineDraft("", TimeText.UNKNOWN_TIME, line, more, List.of(), place);
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
    for (int i = 0; i < items.size(); i++) {
      ListItems.Item item = items.get(i);
      boolean isAboveTime =
          i + 1 < items.size() && time(items.get(i + 1).line()).flatMap(TimeText::time).isPresent();
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
      } else if (drafts.isEmpty() || (isAboveTime && isLabel(item))) {
        drafts.add(untimed(item.line(), new ArrayList<>(item.rest()), item.node()));
      } else {
        drafts.getLast().more().add(new HardLineBreak());
        drafts.getLast().more().addAll(item.all());
      }
    }
    return drafts;
  }

  /// Whether an item has only a few words and a colon, which introduce the next item.
  private static boolean isLabel(ListItems.Item item) {
    String words = item.line().text().strip();
    return item.rest().isEmpty()
        && words.length() <= LONGEST_LABEL
        && LAST_OF_ANY_WIDTH.matcher(words).find();
  }

  /// The entries below an item that is only a date.
  private List<TimelineDraft> ofDay(ListItems.Item item) {
    String day = LAST_OF_ANY_WIDTH.matcher(item.line().text().strip()).replaceFirst("");
    Optional<TimeText> time = onlyDay(day);
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
  Optional<TimeText> day(Node node) {
    return node instanceof Paragraph paragraph
        ? onlyDay(withoutColon(Inline.text(paragraph).strip()))
        : Optional.empty();
  }

  private Optional<TimeText> onlyDay(String words) {
    return TimeText.at(words, dayFirst)
        .filter(time ->
            time.time().isEmpty()
                && (time.date().isPresent() || time.dayNumber().isPresent())
                && (time.end() == words.length()
                    || REMARK.matcher(words.substring(time.end())).matches()));
  }

  /// The only date in a heading with other words: `Day 1 (4 May)`, `The night of 4 May`.
  Optional<TimeText> dayIn(Heading heading) {
    String words = Inline.text(heading);
    Optional<TimeText> found = TimeText.at(words, dayFirst).filter(time -> time.date().isPresent());
    if (found.isPresent() || words.length() > LONGEST_DAY) {
      return found;
    }
    Optional<TimeText> number = TimeText.at(words, dayFirst);
    Matcher word = WORD.matcher(words);
    int from = 0;
    while (word.find(from)) {
      from = word.end();
      Optional<TimeText> day =
          TimeText.at(words.substring(word.start()), dayFirst)
              .filter(time -> time.date().isPresent());
      if (day.isPresent() && found.isPresent()) {
        return number;
      }
      if (day.isPresent()) {
        found = day;
        from = Math.max(from, word.start() + day.get().end());
      }
    }
    return found.map(day -> number.map(begin -> begin.on(day)).orElse(day)).or(() -> number);
  }

  /// The day of the week, if a heading contains nothing else: `Tuesday morning`.
  static Optional<DayOfWeek> weekday(Heading heading) {
    Matcher name = WEEKDAY.matcher(Inline.text(heading).strip());
    return name.matches()
        ? Optional.of(DayOfWeek.valueOf(name.group(1).toUpperCase(Locale.ROOT)))
        : Optional.empty();
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
      case TableBlock table -> new TimelineTable(table, dayFirst, areDotted).hasTimes();
      default -> false;
    };
  }

  /// Whether blocks are a timeline without a heading that says so. They are if they have a list of
  /// times, or three or more lines of paragraphs that begin with a time of day, in order.
  public boolean isTimeline(List<Node> nodes) {
    TimelineClock clock = new TimelineClock(Optional.empty());
    long last = Long.MIN_VALUE;
    int timed = 0;
    int others = 0;
    for (Node node : nodes) {
      if (node instanceof ListBlock list && isTimed(list)) {
        return true;
      }
      if (!(node instanceof Paragraph paragraph)) {
        continue;
      }
      for (Inline line : Inline.lines(paragraph)) {
        Optional<TimeText> time =
            time(line).filter(found -> found.time().isPresent() && found.until().isEmpty());
        if (time.isPresent()) {
          long minutes = clock.place(time.get()).minutes().orElse(last);
          if (minutes < last) {
            return false;
          }
          last = minutes;
          timed++;
        } else if (timed > 0) {
          others++;
        }
      }
    }
    return timed >= FEWEST && others <= timed;
  }

  private Optional<TimeText> time(Inline line) {
    Optional<TimeText> first =
        switch (line.first()) {
          case Text text -> time(text.getLiteral());
          case StrongEmphasis strong -> time(Inline.text(strong));
          case Emphasis emphasis -> time(Inline.text(emphasis));
          case Code code -> time(code.getLiteral());
          case Link link -> time(Inline.text(link));
          case null, default -> Optional.empty();
        };
    // A zone or a date can follow a bold or linked time.
    boolean isAll =
        first.flatMap(TimeText::time).isPresent()
            && line.nodes().size() > 1
            && first.get().end() >= Inline.text(line.first()).stripTrailing().length();
    return isAll
        ? time(line.text())
            .filter(time -> time.until().isPresent() == first.get().until().isPresent())
            .or(() -> first)
        : first;
  }

  /// A copy of a link whose text is a time, so that the link can be shown below the entry.
  private static List<TimelineDraft.Cell> linked(Inline line, int end) {
    Node first = line.first();
    Node inner = first instanceof Link ? first : first == null ? null : first.getFirstChild();
    if (!(inner instanceof Link link) || Inline.text(link).strip().length() > end) {
      return List.of();
    }
    Link other = new Link(link.getDestination(), link.getTitle());
    other.appendChild(new Text(Inline.text(link).strip()));
    return List.of(new TimelineDraft.Cell("", new Inline(List.of(other))));
  }

  /// Takes the time off the start of a line.
  private Optional<TimelineDraft> draft(Inline line, List<Node> more, Node block) {
    Optional<TimeText> found = time(line);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TimeText time = found.get();
    Node place = line.first() == null ? block : line.first();
    List<TimelineDraft.Cell> link = linked(line, time.end());
    String written = line.takeWords(time.end());
    line.takeStart(SEPARATOR);
    if (time.time().isEmpty() && time.date().isPresent() && line.first() instanceof Text) {
      // The date is bold and the time of day is not.
      Optional<TimeText> clock = time(line).filter(rest -> rest.date().isEmpty());
      if (clock.isPresent()) {
        written += " " + line.takeWords(clock.get().end());
        line.takeStart(SEPARATOR);
        time = clock.get().on(time);
      }
    }
    return Optional.of(new TimelineDraft(written.strip(), time, line, more, link, place));
  }
}
