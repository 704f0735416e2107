package dev.hindsight.read.report;

import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.read.markdown.Table;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.read.words.Vocabulary;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/// Recognizes timelines and action items by the form of a table or list, under any heading.
final class ContentForms {
  /// A figure with its unit. A table of figures is a measurement.
  private static final Pattern FIGURE = Pattern.compile("[~<>≈]?[-+]?\\d[\\d.,]*\\s?\\S{0,6}");

  private static final Pattern TICK = Pattern.compile("[✅☑✔]");

  private ContentForms() {}

  /// Whether a node is a table of events with their times. Most of the times are times of day, and
  /// no column has figures.
  static boolean isTimeline(Node node, boolean dayFirst) {
    if (!(node instanceof TableBlock block)) {
      return false;
    }
    Table table = Table.of(block);
    int time = table.column(Vocabulary.of("time-column"));
    int event = table.column(Vocabulary.of("event-column"));
    if (time < 0 || event < 0 || time == event || table.rows().size() < 2) {
      return false;
    }
    long timed =
        table.rows().stream()
            .map(row -> TimeText.at(table.cell(row, time).text(), dayFirst))
            .filter(found -> found.flatMap(TimeText::time).isPresent())
            .count();
    return timed * 2 >= table.rows().size() && !hasFigures(table, time);
  }

  private static boolean hasFigures(Table table, int time) {
    for (int i = 0; i < table.header().size(); i++) {
      int column = i;
      if (i != time
          && table.rows().stream()
              .allMatch(row -> FIGURE.matcher(table.cell(row, column).text().strip()).matches())) {
        return true;
      }
    }
    return false;
  }

  /// Whether a node is a table of tasks with their owners, or of owners with due dates.
  static boolean isActionTable(Node node) {
    if (!(node instanceof TableBlock block)) {
      return false;
    }
    Table table = Table.of(block);
    if (!has(table, "owner-column")) {
      return false;
    }
    boolean isTask = has(table, "task-column");
    boolean isDue = has(table, "deadline-column");
    boolean mayBeTask = has(table, "action-column");
    return isTask || isDue || (mayBeTask && has(table, "status-column"));
  }

  private static boolean has(Table table, String columns) {
    return table.column(Vocabulary.of(columns)) >= 0;
  }

  /// Whether a node is a list with items that are marked as done: `✅ Rolled back`.
  static boolean isTicked(Node node) {
    return node instanceof ListBlock list
        && ListItems.of(list).stream()
            .anyMatch(item -> TICK.matcher(item.line().text().strip()).lookingAt());
  }

  /// Whether a node is a list in which each item has a checkbox.
  static boolean isTaskList(Node node) {
    return node instanceof ListBlock list
        && ListItems.of(list).stream()
            .allMatch(item -> item.box() != ListItems.Box.NONE && !item.line().isEmpty());
  }
}
