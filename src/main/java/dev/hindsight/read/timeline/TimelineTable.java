package dev.hindsight.read.timeline;

import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Table;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.read.words.ZoneNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// A timeline in a table. It has a column of times, recognized by its name or content, perhaps a
/// column of days, and a column that says what happened. Other columns are kept, and so is text in
/// the time column that is not a time.
///
/// ```
/// | Day | Date   | Time (UTC) | Source  | Event |
/// |-----|--------|------------|---------|-------|
/// | Tue | Jan  2 | 22:30      | Grafana | Alert |
/// ```
final class TimelineTable {
  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final TableBlock block;
  private final Table table;
  private final boolean dayFirst;
  private final boolean areDotted;

  /// @param areDotted whether `11.51` is a time
  TimelineTable(TableBlock block, boolean dayFirst, boolean areDotted) {
    this.block = block;
    this.table = Table.of(block);
    this.dayFirst = dayFirst;
    this.areDotted = areDotted;
  }

  private Optional<TimeText> time(String words) {
    return TimeText.inTimeline(words, dayFirst, areDotted);
  }

  /// Whether it has a column of times.
  boolean hasTimes() {
    return timeColumn() >= 0;
  }

  /// The rows; none if this is not a timeline.
  List<TimelineDraft> rows() {
    int times = timeColumn();
    if (times < 0 || table.header().size() < 2) {
      return List.of();
    }
    List<Integer> columns = timeColumns(times);
    int events = eventColumn(columns);
    List<TimelineDraft> drafts = new ArrayList<>();
    for (List<Inline> row : table.rows()) {
      drafts.add(draft(row, columns, events));
    }
    return drafts;
  }

  /// The names of the columns of times, which can contain the zone.
  List<String> timeHeaders() {
    int times = timeColumn();
    return times < 0 ? List.of() : timeColumns(times).stream().map(table.header()::get).toList();
  }

  private List<Integer> timeColumns(int times) {
    int days = dayColumn();
    int clocks = table.column(Vocabulary.of("clock-column"));
    if (clocks < 0 && days == times) {
      clocks = clockColumn(days);
    }
    return days >= 0 && clocks >= 0 && days != clocks ? List.of(days, clocks) : List.of(times);
  }

  /// The first column that is called time and contains times of day, if the column of days has
  /// none.
  private int clockColumn(int days) {
    long dated = count(days, time -> time.time().isPresent());
    for (int i = 0; dated == 0 && i < table.header().size(); i++) {
      String name = table.header().get(i).toLowerCase(Locale.ROOT);
      if (i != days
          && name.matches("(?:time|uhrzeit|heure|hora)\\b.*")
          && count(i, time -> time.time().isPresent()) > 0) {
        return i;
      }
    }
    return -1;
  }

  private TimelineDraft draft(List<Inline> row, List<Integer> times, int event) {
    List<String> written = new ArrayList<>();
    List<TimelineDraft.Cell> cells = new ArrayList<>();
    for (int column : times) {
      written.add(table.cell(row, column).text().strip());
      table.cell(row, column).nodes().stream()
          .filter(Link.class::isInstance)
          .map(link -> new TimelineDraft.Cell("", new Inline(List.of(link))))
          .forEach(cells::add);
    }
    for (int i = 0; i < table.header().size(); i++) {
      if (!times.contains(i) && i != event) {
        cells.add(new TimelineDraft.Cell(table.header().get(i), table.cell(row, i)));
      }
    }
    String time = String.join(" ", written).strip();
    Node place =
        row.stream()
            .filter(cell -> cell.first() != null)
            .map(Inline::first)
            .findFirst()
            .orElse(block);
    return new TimelineDraft(
        time,
        time(time).orElse(TimeText.UNKNOWN_TIME),
        table.cell(row, event),
        new ArrayList<>(),
        cells,
        place);
  }

  private int timeColumn() {
    for (int i = 0; i < table.header().size(); i++) {
      String name = table.header().get(i);
      boolean isNamed =
          Vocabulary.has("time-column", name)
              || name.toLowerCase(Locale.ROOT).matches("(?:time|date).*");
      long timed = count(i, _ -> true);
      boolean hasDigits = cells(i).stream().anyMatch(cell -> DIGIT.matcher(cell).find());
      if ((isNamed && (timed > 0 || hasDigits)) || timed * 2 > table.rows().size()) {
        return i;
      }
    }
    return -1;
  }

  /// The column of days, by its name and content. Weekdays can be in a column beside it.
  private int dayColumn() {
    for (int i = 0; i < table.header().size(); i++) {
      if (Vocabulary.has("date-column", table.header().get(i))
          && count(i, time -> time.date().isPresent() || time.dayNumber().isPresent()) > 0) {
        return i;
      }
    }
    return -1;
  }

  /// The column that says what happened: by its name, else the first that has neither times nor
  /// numbers; -1 if there is none.
  private int eventColumn(List<Integer> times) {
    int named = table.column(Vocabulary.of("event-column"));
    if (named >= 0 && !times.contains(named)) {
      return named;
    }
    int first = -1;
    for (int i = 0; i < table.header().size(); i++) {
      if (!times.contains(i)) {
        if (!isAside(i)) {
          return i;
        }
        first = first < 0 ? i : first;
      }
    }
    return first;
  }

  /// Whether a column has numbers, or times in a second zone.
  private boolean isAside(int column) {
    String name = table.header().get(column).strip();
    return Vocabulary.has("number-column", name)
        || name.equals("#")
        || ZoneNames.find(name).isPresent()
        || count(column, _ -> true) == table.rows().size();
  }

  private long count(int column, Predicate<TimeText> test) {
    return cells(column).stream().filter(cell -> time(cell).filter(test).isPresent()).count();
  }

  private List<String> cells(int column) {
    return table.rows().stream().map(row -> table.cell(row, column).text()).toList();
  }
}
