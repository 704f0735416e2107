package dev.hindsight.read;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.ActionState;
import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Priority;
import dev.hindsight.site.Scale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;

/// Reads action items: the items of a list, with their priority and owner where they say them.
///
/// ```
/// 1. **[high]** Refactor cron job to use connection pooling (Assigned: Dave)
/// 2. [x] Add an alert (Owner: SRE Team)
/// ```
final class ActionReader implements BlockReader {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]{1,30})]");
  private static final Pattern PLAIN = Pattern.compile("\\s*\\[([^\\]]{1,30})]\\s*[-–—:]?\\s*");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[-–—:]?\\s*");
  private static final Pattern OWNER =
      Pattern.compile(
          "\\s*\\((?:Assigned(?: to)?|Assignee|Owner):\\s*([^()]+)\\)\\s*$",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Block> read(Node node, String anchor, Reading reading, HtmlMaker html) {
    if (!(node instanceof ListBlock list)) {
      return Optional.empty();
    }
    return Optional.of(
        new Block.Actions(
            Items.of(list).stream().map(item -> action(item, anchor, reading, html)).toList()));
  }

  private static ActionItem action(
      Items.Item item, String anchor, Reading reading, HtmlMaker html) {
    Inline line = item.line();
    boolean struck = line.nodes().size() == 1 && line.first() instanceof Strikethrough;
    Optional<Priority> priority = priority(line, reading.config.priorities());
    Optional<String> owner = line.takeEnd(OWNER).map(found -> found.group(1).strip());
    Html text = html.of(item.all(), anchor);
    return new ActionItem(
        reading.nextAction(),
        priority,
        text,
        PlainText.of(text),
        owner,
        Optional.empty(),
        item.box() == Items.Box.CHECKED || struck ? ActionState.DONE : ActionState.OPEN);
  }

  private static Optional<Priority> priority(Inline line, Scale scale) {
    if (line.first() instanceof StrongEmphasis strong) {
      Matcher bold = BRACKETS.matcher(Inline.text(strong).strip());
      if (bold.matches()) {
        line.dropFirst();
        line.takeStart(SEPARATOR);
        return Optional.of(onScale(bold.group(1), scale));
      }
      return Optional.empty();
    }
    // Without the bold type, brackets are a priority only where the scale knows the word.
    return line.takeStartIf(PLAIN, found -> scale.find(found.group(1)).isPresent())
        .map((MatchResult found) -> onScale(found.group(1), scale));
  }

  private static Priority onScale(String written, Scale scale) {
    String name = scale.find(written).orElse(written.strip());
    return new Priority(name, scale.rank(name));
  }
}
