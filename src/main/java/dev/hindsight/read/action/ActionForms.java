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
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.site.config.LevelScale;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// The forms in which one action item can be written.
final class ActionForms {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]{1,30})]\\s*:?");
  private static final Pattern BARE = Pattern.compile("P\\d:?");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[-–—:]?\\s*");

  /// `[high] …`, `P1: …`, `(P2) …`, but only with a configured priority.
  private static final Pattern LEADING =
      Pattern.compile(
          "\\s*(?:\\[([^\\]]{1,20})]|\\(([^)]{1,20})\\)|(P\\d)(?=\\s*[-–—:]))\\s*[-–—:]?\\s*");

  /// The reference form. The page shows the owner beside the text, so these words are removed.
  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)\\s*\\(assigned:\\s*([^()]+)\\)\\s*$");

  private static final Pattern DASH = Pattern.compile("\\s[-–—]+\\s*$");

  /// Issue trackers such as GitHub, GitLab and Jira.
  private static final Pattern TRACKER =
      Pattern.compile(
          "(?i)https?://[^\\s]+/(?:issues?|pull|pulls|merge_requests|browse|work_items|tickets?)/[\\w-]+.*");

  private static final int LONGEST_NAME = 3;

  private final String anchor;
  private final ReportContext context;
  private final SafeHtmlRenderer html;

  /// What a heading says about all items below it.
  ///
  /// @param isDone whether they are done
  /// @param priority for items that do not state their own
  /// @param owner of items that do not name their own
  record Group(boolean isDone, Optional<Priority> priority, Optional<String> owner) {
    static final Group NONE = new Group(false, Optional.empty(), Optional.empty());

    Group withoutOwner() {
      return new Group(isDone, priority, Optional.empty());
    }
  }

  ActionForms(String anchor, ReportContext context, SafeHtmlRenderer html) {
    this.anchor = anchor;
    this.context = context;
    this.html = html;
  }

  /// The action item of a list item.
  ActionItem item(ListItems.Item item, Group group) {
    Inline line = item.line();
    TextPosition place = context.place(line.isEmpty() ? item.node() : line.first());
    ActionWords words = new ActionWords(withoutAnnotations(line), context);
    ActionState state = state(item, words, group);
    Optional<String> ticket = ticket(line);
    Optional<Priority> priority = leading(line).or(words::priority).or(group::priority);
    Optional<String> owner =
        line.takeEnd(ASSIGNED, '(')
            .flatMap(found -> ActionWords.person(found.group(1)))
            .or(words::owner)
            .or(() -> lastName(line))
            .or(group::owner);
    Html text = html.of(item.all(), anchor);
    int number = context.nextAction();
    return new ActionItem(
        number,
        priority,
        text,
        PlainText.of(text),
        "",
        owner,
        words.due(),
        state,
        ticket,
        "action-" + number,
        place);
  }

  /// The text of a line. An `@` in code is an annotation, not a person.
  private static String withoutAnnotations(Inline line) {
    StringBuilder words = new StringBuilder();
    for (Node node : line.nodes()) {
      String text = Inline.text(node);
      words.append(node instanceof Code ? text.replace("@", "") : text);
    }
    return words.toString();
  }

  private static ActionState state(ListItems.Item item, ActionWords words, Group group) {
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

  /// `… — **alice**`: a name of a few words in bold, after a dash.
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

  /// The priority at the start of a line. It is removed if the page shows the same word.
  private Optional<Priority> leading(Inline line) {
    if (line.first() instanceof StrongEmphasis strong) {
      String words = Inline.text(strong).strip();
      Matcher bold = BRACKETS.matcher(words);
      boolean isBare = BARE.matcher(words).matches();
      if (!bold.matches() && !isBare) {
        return Optional.empty();
      }
      LevelScale scale = context.config().priorities();
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
            .flatMap(found -> ActionWords.onScale(firstGroup(found), context));
    return same.isPresent() || !(line.first() instanceof Text text)
        ? same
        : Optional.of(LEADING.matcher(text.getLiteral()))
            .filter(Matcher::lookingAt)
            .flatMap(found -> ActionWords.onScale(firstGroup(found), context));
  }

  private boolean isOnScaleAsWritten(MatchResult found) {
    String written = firstGroup(found);
    return ActionWords.onScale(written, context)
        .filter(priority -> priority.name().equalsIgnoreCase(written))
        .isPresent();
  }

  /// The first link of a cell.
  static Optional<String> link(Inline cell) {
    return links(cell).filter(address -> address.matches("https?://.*")).findFirst();
  }

  /// The last link to a tracker.
  static Optional<String> ticket(Inline line) {
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
