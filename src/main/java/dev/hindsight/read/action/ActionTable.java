package dev.hindsight.read.action;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.ActionState;
import dev.hindsight.model.Html;
import dev.hindsight.model.Priority;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.PlainText;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Table;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.HeadingNormalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;

/// A table of action items. Its columns can be in any order and are recognized by their names.
///
/// ```
/// | Action       | Owner | Due        | Status |
/// |--------------|-------|------------|--------|
/// | Add an alert | Mira  | 2024-05-01 | Done   |
/// ```
final class ActionTable {
  /// `Bug 123 **DONE**`
  private static final Pattern DONE = Pattern.compile("(?s).*\\s(?:DONE|FIXED)\\s*");

  private final Table table;
  private final String anchor;
  private final ReportContext context;
  private final SafeHtmlRenderer html;

  ActionTable(Table table, String anchor, ReportContext context, SafeHtmlRenderer html) {
    this.table = table;
    this.anchor = anchor;
    this.context = context;
    this.html = html;
  }

  /// Whether the rows are action items: the table has a column of actions, or one of owners and one
  /// of states.
  boolean isActions() {
    return table.column(Vocabulary.of("action-column")) >= 0
        || (table.column(Vocabulary.of("owner-column")) >= 0
            && table.column(Vocabulary.of("status-column")) >= 0);
  }

  /// The columns of a table of action items; -1 for a missing one.
  private record Columns(int action, int owner, int due, int status, int priority, int ticket) {
    static Columns of(Table table) {
      int action = actionColumn(table);
      return new Columns(
          action,
          other(table, "owner", action),
          other(table, "due", action),
          table.column(Vocabulary.of("status-column")),
          table.column(Vocabulary.of("priority-column")),
          table.column(Vocabulary.of("ticket-column")));
    }

    private static int other(Table table, String kind, int action) {
      int column = table.column(Vocabulary.of(kind + "-column"));
      return column == action ? -1 : column;
    }
  }

  /// The action items in the rows.
  List<ActionItem> rows(ActionForms.Group group) {
    Columns columns = Columns.of(table);
    List<ActionItem> items = new ArrayList<>();
    for (List<Inline> row : table.rows()) {
      if (!row.stream().allMatch(Inline::isEmpty)) {
        items.add(row(row, columns, group));
      }
    }
    return items;
  }

  private ActionItem row(List<Inline> row, Columns columns, ActionForms.Group group) {
    Inline action = table.cell(row, columns.action());
    TextPosition place = context.place(action.first());
    ActionWords words = new ActionWords(action.text(), context);
    Optional<Priority> priority =
        ActionWords.onScale(table.cell(row, columns.priority()).text(), context);
    String who = table.cell(row, columns.owner()).text().strip();
    Optional<LocalDate> due =
        ActionWords.day(table.cell(row, columns.due()).text(), context).or(words::due);
    Optional<String> ticket =
        ActionForms.link(table.cell(row, columns.ticket())).or(() -> ActionForms.ticket(action));
    ActionState state = state(row, columns, words, group);
    // Do not repeat below the text what the page shows beside it.
    Set<Integer> taken = new HashSet<>(Set.of(columns.action()));
    Optional<String> owner = ActionWords.person(who);
    if (owner.filter(who::equals).isPresent()) {
      taken.add(columns.owner());
    }
    String level = table.cell(row, columns.priority()).text().strip();
    if (priority.filter(found -> found.name().equalsIgnoreCase(level)).isPresent()) {
      taken.add(columns.priority());
    }
    Html text = html.of(action, anchor);
    String more = cells(row, taken);
    int number = context.nextAction();
    return new ActionItem(
        number,
        priority.or(words::priority).or(group::priority),
        new Html(text.value() + more),
        PlainText.of(text),
        PlainText.of(new Html(more)),
        owner.or(words::owner).or(group::owner),
        due,
        state,
        ticket,
        "action-" + number,
        place);
  }

  /// The state in a row's status column. Without one, a cell that says only that the item is done.
  private ActionState state(
      List<Inline> row, Columns columns, ActionWords words, ActionForms.Group group) {
    String status = table.cell(row, columns.status()).text().strip();
    if (!status.isEmpty()) {
      return ActionWords.state(status);
    }
    boolean isDone =
        columns.status() < 0
            && Stream.of(columns.due(), columns.ticket())
                .map(column -> table.cell(row, column).text())
                .anyMatch(cell -> Vocabulary.has("done", cell) || DONE.matcher(cell).matches());
    boolean isStruck = table.cell(row, columns.action()).first() instanceof Strikethrough;
    return isDone || isStruck
        ? ActionState.DONE
        : words.state().orElse(group.isDone() ? ActionState.DONE : ActionState.OPEN);
  }

  /// Cells of a row, each with the name of its column.
  private String cells(List<Inline> row, Set<Integer> taken) {
    StringBuilder markup = new StringBuilder();
    for (int i = 0; i < table.header().size(); i++) {
      Inline cell = table.cell(row, i);
      if (!taken.contains(i) && !cell.isEmpty()) {
        markup
            .append("<p class=\"extra\"><b>")
            .append(Html.escape(table.header().get(i)).value())
            .append("</b> ")
            .append(html.of(cell, anchor).value())
            .append("</p>");
      }
    }
    return markup.toString();
  }

  private static int actionColumn(Table table) {
    int column = table.column(Vocabulary.of("action-column"));
    if (column >= 0) {
      return column;
    }
    for (int i = 0; i < table.header().size(); i++) {
      String name = HeadingNormalizer.normal(table.header().get(i));
      boolean isOther =
          Stream.of("owner", "due", "status", "priority", "ticket", "number")
              .anyMatch(kind -> Vocabulary.of(kind + "-column").contains(name));
      if (!isOther && !name.isEmpty()) {
        return i;
      }
    }
    return 0;
  }
}
