package dev.hindsight.read;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.ActionState;
import dev.hindsight.model.Html;
import dev.hindsight.model.Moment;
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

/// The forms in which one action item is written.
final class ActionForms {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]{1,30})]\\s*:?");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[-–—:]?\\s*");

  /// `[high] …`, `P1: …`, `(P2) …`; a priority only where the scale knows the word.
  private static final Pattern LEADING =
      Pattern.compile(
          "\\s*(?:\\[([^\\]]{1,20})]|\\(([^)]{1,20})\\)|(P\\d)(?=\\s*[-–—:]))\\s*[-–—:]?\\s*");

  /// `… [Priority: High]`, `… (P1)`, `… (high priority)`
  private static final Pattern TRAILING =
      Pattern.compile(
          "(?i)\\s*[\\[(](?:priority:\\s*)?(critical|urgent|high|medium|low|p\\d)(?:\\s+priority)?[\\])]\\s*$");

  /// The reference form: the page says it in the same words beside the text, so it is taken off.
  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)\\s*\\(assigned:\\s*([^()]+)\\)\\s*$");

  /// Other forms, which are left in the text.
  private static final Pattern OWNER =
      Pattern.compile(
          "(?i)\\s*[(\\[](?:assigned(?: to)?|assignee|owner|owned by|responsible):\\s*([^()\\[\\]]+)[)\\]]\\s*$"
              + "|\\s*[-–—,;.]\\s*(?:owner|assignee):\\s*([^()\\[\\],;]{2,40})\\s*$"
              + "|\\s*[-–—]\\s*(@[\\w-]+)\\s*$");

  private static final Pattern DUE =
      Pattern.compile(
          "(?i)\\s*[(\\[](?:due|deadline|by|eta)(?: date)?:?\\s*([^()\\[\\]]+)[)\\]]\\s*$");
  private static final Pattern DONE =
      Pattern.compile(
          "(?i)(?s)^\\s*(?:[✅☑✔]|\\[?(?:done|completed|fixed)\\b\\]?\\s*[:–—-]).*"
              + "|.*(?:[✅☑✔]\\uFE0F?|[(\\[](?:done|completed?|fixed|merged)\\b[^)\\]]*[)\\]])\\s*\\.?\\s*$");

  private final String anchor;
  private final Reading reading;
  private final HtmlMaker html;

  ActionForms(String anchor, Reading reading, HtmlMaker html) {
    this.anchor = anchor;
    this.reading = reading;
    this.html = html;
  }

  /// The action of a list's item.
  ActionItem item(Items.Item item, boolean groupIsDone) {
    Inline line = item.line();
    Place place = reading.place(line.isEmpty() ? item.node() : line.first());
    boolean isStruck =
        !line.isEmpty()
            && line.nodes().stream()
                .allMatch(node -> node instanceof Strikethrough || Inline.text(node).isBlank());
    boolean isDone =
        switch (item.box()) {
          case CHECKED -> true;
          case OPEN -> false;
          case NONE -> groupIsDone || isStruck || DONE.matcher(line.text()).matches();
        };
    Optional<Priority> priority = leading(line);
    Optional<String> owner =
        line.takeEnd(ASSIGNED).or(() -> line.findEnd(OWNER)).map(ActionForms::firstGroup);
    Optional<LocalDate> due = line.findEnd(DUE).flatMap(found -> date(found.group(1)));
    if (priority.isEmpty()) {
      priority = line.findEnd(TRAILING).flatMap(found -> onScale(found.group(1)));
    }
    Html text = html.of(item.all(), anchor);
    return new ActionItem(
        reading.nextAction(),
        priority,
        text,
        PlainText.of(text),
        owner,
        due,
        isDone ? ActionState.DONE : ActionState.OPEN,
        Optional.empty(),
        place);
  }

  private static String firstGroup(MatchResult found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return found.group(i).strip();
      }
    }
    return "";
  }

  private Optional<Priority> leading(Inline line) {
    if (line.first() instanceof StrongEmphasis strong) {
      Matcher bold = BRACKETS.matcher(Inline.text(strong).strip());
      if (bold.matches()) {
        line.dropFirst();
        line.takeStart(SEPARATOR);
        Scale scale = reading.config.priorities();
        String name = scale.find(bold.group(1)).orElse(bold.group(1).strip());
        return Optional.of(new Priority(name, scale.rank(name)));
      }
      return Optional.empty();
    }
    return line.takeStartIf(LEADING, found -> onScale(firstGroup(found)).isPresent())
        .flatMap(found -> onScale(firstGroup(found)));
  }

  private Optional<Priority> onScale(String written) {
    Scale scale = reading.config.priorities();
    return scale.findFirst(written).map(name -> new Priority(name, scale.rank(name)));
  }

  private Optional<LocalDate> date(String text) {
    return DateText.read(text, reading.config.dayFirst())
        .filter(moment -> moment.precision().compareTo(Moment.Precision.DAY) >= 0)
        .map(Moment::first);
  }

  /// Whether the rows of a table are actions: it has a column for them, and one of what goes with
  /// them or at least no other meaning.
  boolean isActions(Table table) {
    return table.column(Vocabulary.of("action-column")) >= 0
        || (table.column(Vocabulary.of("owner-column")) >= 0
            && table.column(Vocabulary.of("status-column")) >= 0);
  }

  /// The actions of a table's rows.
  List<ActionItem> rows(Table table, boolean groupIsDone) {
    int action = actionColumn(table);
    int owner = table.column(Vocabulary.of("owner-column"));
    int due = table.column(Vocabulary.of("due-column"));
    int status = table.column(Vocabulary.of("status-column"));
    int priority = table.column(Vocabulary.of("priority-column"));
    int ticket = table.column(Vocabulary.of("ticket-column"));
    List<ActionItem> items = new ArrayList<>();
    for (List<Inline> row : table.rows()) {
      if (row.stream().allMatch(Inline::isEmpty)) {
        continue;
      }
      String state = table.cell(row, status).text().strip();
      Optional<Priority> level = onScale(table.cell(row, priority).text());
      Optional<LocalDate> day =
          due == action ? Optional.empty() : date(table.cell(row, due).text());
      Optional<String> link = ticket(table.cell(row, ticket));
      Inline words = table.cell(row, action);
      Place place = reading.place(words.first());
      boolean isStruck = words.first() instanceof Strikethrough;
      boolean isDone =
          status >= 0 && !state.isEmpty()
              ? isDone(state)
              : groupIsDone || isStruck || DONE.matcher(words.text()).matches();
      String who = owner == action ? "" : table.cell(row, owner).text().strip();
      Set<Integer> taken = new HashSet<>(Set.of(action));
      if (!who.isEmpty()) {
        taken.add(owner);
      }
      if (level.isPresent()
          && table.cell(row, priority).text().strip().equalsIgnoreCase(level.get().name())) {
        taken.add(priority);
      }
      Html text = rowHtml(table, row, words, taken);
      items.add(
          new ActionItem(
              reading.nextAction(),
              level,
              text,
              PlainText.of(text),
              Optional.of(who).filter(name -> !name.matches("[-–—?]?|TBD|tbd")),
              day,
              isDone ? ActionState.DONE : ActionState.OPEN,
              link,
              place));
    }
    return items;
  }

  /// The action's words, and below them every cell that is not shown as a fact of its own.
  private Html rowHtml(Table table, List<Inline> row, Inline words, Set<Integer> taken) {
    StringBuilder markup = new StringBuilder(html.of(words, anchor).value());
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
    return new Html(markup.toString());
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

  private static boolean isDone(String state) {
    return !Vocabulary.begins("not-done", state)
        && (Vocabulary.begins("done", state) || state.matches("[✅☑✔].*|\\[?[xX]\\]?"));
  }

  private static Optional<String> ticket(Inline cell) {
    for (Node node : cell.nodes()) {
      if (node instanceof Link link && link.getDestination().matches("https?://.*")) {
        return Optional.of(link.getDestination());
      }
    }
    return Optional.empty();
  }
}
