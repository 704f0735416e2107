package dev.hindsight.read;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.ActionState;
import dev.hindsight.model.Html;
import dev.hindsight.model.Place;
import dev.hindsight.model.Priority;
import dev.hindsight.site.Scale;
import dev.hindsight.site.SectionNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// The forms in which one action item is written.
final class ActionForms {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]{1,30})]\\s*:?");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[-–—:]?\\s*");

  /// `[high] …`, `P1: …`, `(P2) …`; a priority only where the scale knows the word.
  private static final Pattern LEADING =
      Pattern.compile(
          "\\s*(?:\\[([^\\]]{1,20})]|\\(([^)]{1,20})\\)|(P\\d)(?=\\s*[-–—:]))\\s*[-–—:]?\\s*");

  /// The reference form: the page says it in the same words beside the text, so it is taken off.
  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)\\s*\\(assigned:\\s*([^()]+)\\)\\s*$");

  private static final Pattern DASH = Pattern.compile("\\s[-–—]+\\s*$");

  /// Where work is tracked: on GitHub, GitLab, Jira and their kind.
  private static final Pattern TRACKER =
      Pattern.compile(
          "(?i)https?://[^\\s]+/(?:issues?|pull|pulls|merge_requests|browse|work_items|tickets?)/[\\w-]+.*");

  private static final int LONGEST_NAME = 3;

  private final String anchor;
  private final Reading reading;
  private final HtmlMaker html;

  /// What a heading says of all items below it.
  ///
  /// @param isDone whether they are done
  /// @param priority that those have which say none
  record Group(boolean isDone, Optional<Priority> priority) {
    static final Group NONE = new Group(false, Optional.empty());
  }

  ActionForms(String anchor, Reading reading, HtmlMaker html) {
    this.anchor = anchor;
    this.reading = reading;
    this.html = html;
  }

  /// The action of a list's item.
  ActionItem item(Items.Item item, Group group) {
    Inline line = item.line();
    Place place = reading.place(line.isEmpty() ? item.node() : line.first());
    ActionWords words = new ActionWords(line.text(), reading);
    ActionState state = state(item, words, group);
    Optional<String> ticket = ticket(line);
    Optional<Priority> priority = leading(line).or(words::priority).or(group::priority);
    Optional<String> owner =
        line.takeEnd(ASSIGNED)
            .flatMap(found -> ActionWords.person(found.group(1)))
            .or(words::owner)
            .or(() -> lastName(line));
    Html text = html.of(item.all(), anchor);
    return new ActionItem(
        reading.nextAction(),
        priority,
        text,
        PlainText.of(text),
        "",
        owner,
        words.due(),
        state,
        ticket,
        place);
  }

  private static ActionState state(Items.Item item, ActionWords words, Group group) {
    Inline line = item.line();
    boolean isStruck =
        !line.isEmpty()
            && line.nodes().stream()
                .allMatch(node -> node instanceof Strikethrough || Inline.text(node).isBlank());
    return switch (item.box()) {
      case CHECKED -> ActionState.DONE;
      case OPEN -> words.state().filter(ActionState.DROPPED::equals).orElse(ActionState.OPEN);
      case NONE ->
          words.state().orElse(group.isDone() || isStruck ? ActionState.DONE : ActionState.OPEN);
    };
  }

  /// `… — **alice**`: a name of a few words in bold, behind a dash.
  private static Optional<String> lastName(Inline line) {
    List<Node> nodes = line.nodes();
    if (nodes.size() < 2
        || !(nodes.getLast() instanceof StrongEmphasis strong)
        || !(nodes.get(nodes.size() - 2) instanceof Text before)
        || !DASH.matcher(before.getLiteral()).find()) {
      return Optional.empty();
    }
    String name = Inline.text(strong).strip();
    return name.contains(":") || name.split("\\s+").length > LONGEST_NAME
        ? Optional.empty()
        : ActionWords.person(name);
  }

  private static String firstGroup(MatchResult found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return found.group(i).strip();
      }
    }
    return "";
  }

  /// The priority that a line begins with. It is taken off where the page shows the same word.
  private Optional<Priority> leading(Inline line) {
    if (line.first() instanceof StrongEmphasis strong) {
      String words = Inline.text(strong).strip();
      Matcher bold = BRACKETS.matcher(words);
      boolean isBare = words.matches("P\\d:?");
      if (!bold.matches() && !isBare) {
        return Optional.empty();
      }
      Scale scale = reading.config.priorities();
      String written = isBare ? words.replace(":", "") : bold.group(1).strip();
      String name = scale.find(written).orElse(written);
      if (name.equalsIgnoreCase(written)) {
        line.dropFirst();
        line.takeStart(SEPARATOR);
      }
      return Optional.of(new Priority(name, scale.rank(name)));
    }
    Optional<Priority> same =
        line.takeStartIf(LEADING, this::isOnScaleAsWritten)
            .flatMap(found -> ActionWords.onScale(firstGroup(found), reading));
    return same.isPresent() || !(line.first() instanceof Text text)
        ? same
        : Optional.of(LEADING.matcher(text.getLiteral()))
            .filter(Matcher::lookingAt)
            .flatMap(found -> ActionWords.onScale(firstGroup(found), reading));
  }

  private boolean isOnScaleAsWritten(MatchResult found) {
    String written = firstGroup(found);
    return ActionWords.onScale(written, reading)
        .filter(priority -> priority.name().equalsIgnoreCase(written))
        .isPresent();
  }

  /// Whether the rows of a table are actions: it has a column for them, and one of what goes with
  /// them or at least no other meaning.
  boolean isActions(Table table) {
    return table.column(Vocabulary.of("action-column")) >= 0
        || (table.column(Vocabulary.of("owner-column")) >= 0
            && table.column(Vocabulary.of("status-column")) >= 0);
  }

  /// The columns of a table of actions; -1 for one that it has not.
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

  /// The actions of a table's rows.
  List<ActionItem> rows(Table table, Group group) {
    Columns columns = Columns.of(table);
    List<ActionItem> items = new ArrayList<>();
    for (List<Inline> row : table.rows()) {
      if (!row.stream().allMatch(Inline::isEmpty)) {
        items.add(row(table, row, columns, group));
      }
    }
    return items;
  }

  private ActionItem row(Table table, List<Inline> row, Columns columns, Group group) {
    Inline action = table.cell(row, columns.action());
    Place place = reading.place(action.first());
    ActionWords words = new ActionWords(action.text(), reading);
    Optional<Priority> priority =
        ActionWords.onScale(table.cell(row, columns.priority()).text(), reading);
    String who = table.cell(row, columns.owner()).text().strip();
    Optional<LocalDate> due =
        ActionWords.day(table.cell(row, columns.due()).text(), reading).or(words::due);
    Optional<String> ticket = link(table.cell(row, columns.ticket())).or(() -> ticket(action));
    ActionState state = state(table, row, columns, words, group);
    // What the page shows beside the text in the same words is not repeated below it.
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
    String more = cells(table, row, taken);
    return new ActionItem(
        reading.nextAction(),
        priority.or(words::priority).or(group::priority),
        new Html(text.value() + more),
        PlainText.of(text),
        PlainText.of(new Html(more)),
        owner.or(words::owner),
        due,
        state,
        ticket,
        place);
  }

  /// The state that a row's status gives; where there is none, a cell that says done and nothing
  /// else.
  private static ActionState state(
      Table table, List<Inline> row, Columns columns, ActionWords words, Group group) {
    String status = table.cell(row, columns.status()).text().strip();
    if (!status.isEmpty()) {
      return ActionWords.state(status);
    }
    boolean isDone =
        columns.status() < 0
            && Stream.of(columns.due(), columns.ticket())
                .map(column -> table.cell(row, column).text())
                .anyMatch(cell -> Vocabulary.has("done", cell));
    boolean isStruck = table.cell(row, columns.action()).first() instanceof Strikethrough;
    return isDone || isStruck
        ? ActionState.DONE
        : words.state().orElse(group.isDone() ? ActionState.DONE : ActionState.OPEN);
  }

  /// Cells of a row, each with the name of its column.
  private String cells(Table table, List<Inline> row, Set<Integer> taken) {
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
      String name = SectionNames.normal(table.header().get(i));
      boolean isOther =
          Stream.of("owner", "due", "status", "priority", "ticket", "number")
              .anyMatch(kind -> Vocabulary.of(kind + "-column").contains(name));
      if (!isOther && !name.isEmpty()) {
        return i;
      }
    }
    return 0;
  }

  private static Optional<String> link(Inline cell) {
    return links(cell).filter(address -> address.matches("https?://.*")).findFirst();
  }

  /// The last link to a tracker.
  private static Optional<String> ticket(Inline line) {
    return links(line)
        .filter(address -> TRACKER.matcher(address).matches())
        .reduce((_, last) -> last);
  }

  private static Stream<String> links(Inline inline) {
    return inline.nodes().stream()
        .filter(Link.class::isInstance)
        .map(node -> ((Link) node).getDestination());
  }
}
