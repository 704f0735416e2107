package dev.hindsight.read;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Block;
import dev.hindsight.model.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/// Reads the content of a section of action items: lists of every kind, and tables. Headings and
/// items that only name a group are prose between them; a group that says it is completed is done.
///
/// ```
/// 1. **[high]** Refactor cron job to use connection pooling (Assigned: Dave)
/// - [x] Add an alert
/// ```
final class ActionReader implements ContentReader {
  private static final Pattern GROUP_DONE =
      Pattern.compile("(?i).*(?:\\b(?:completed?|done|implemented|already)\\b|✅).*");

  @Override
  public List<Block> read(Content content, Reading reading, HtmlMaker html) {
    return new Walk(content, reading, html).blocks();
  }

  private static final class Walk {
    private final Content content;
    private final Reading reading;
    private final HtmlMaker html;
    private final ActionForms forms;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Node> prose = new ArrayList<>();
    private boolean groupIsDone;

    Walk(Content content, Reading reading, HtmlMaker html) {
      this.content = content;
      this.reading = reading;
      this.html = html;
      this.forms = new ActionForms(content.anchor(), reading, html);
      this.groupIsDone = isDone(content.heading());
    }

    private static boolean isDone(String heading) {
      return GROUP_DONE.matcher(heading).matches();
    }

    List<Block> blocks() {
      for (Node node : content.nodes()) {
        switch (node) {
          case Heading heading -> {
            groupIsDone = isDone(Inline.text(heading));
            prose.add(heading);
          }
          case ListBlock list when isDetail(list) -> prose.add(list);
          case ListBlock list -> list(list);
          case TableBlock block -> table(block);
          default -> prose.add(node);
        }
      }
      flush();
      return blocks;
    }

    /// A list of bullets that breaks a numbered list in two is about the item above it.
    private static boolean isDetail(ListBlock list) {
      Node before = list.getPrevious();
      while (before instanceof Paragraph) {
        before = before.getPrevious();
      }
      return list instanceof BulletList
          && before instanceof OrderedList numbered
          && numbered.getFirstChild() == numbered.getLastChild();
    }

    private void list(ListBlock list) {
      List<ActionItem> items = new ArrayList<>();
      for (Items.Item item : Items.of(list)) {
        if (isGroup(item)) {
          add(items);
          items = new ArrayList<>();
          groupIsDone = isDone(item.line().text());
          prose.addAll(item.line().nodes());
          for (Node below : item.rest()) {
            if (below instanceof ListBlock inner) {
              list(inner);
            } else {
              prose.add(below);
            }
          }
        } else if (item.rest().isEmpty() && Metadata.isNothing(item.line().text())) {
          add(items);
          items = new ArrayList<>();
          prose.addAll(item.line().nodes());
        } else {
          flush();
          items.add(forms.item(item, groupIsDone));
        }
      }
      add(items);
    }

    /// An item that only says when or where the actions in the list below it belong: `Short-term:`.
    private boolean isGroup(Items.Item item) {
      String words = item.line().text().strip();
      return item.box() == Items.Box.NONE
          && item.rest().stream().anyMatch(ListBlock.class::isInstance)
          && (reading.config.kind(words) == SectionKind.ACTION_ITEMS
              || Vocabulary.has("action-group", words));
    }

    private void table(TableBlock block) {
      Table table = Table.of(block);
      if (!forms.isActions(table)) {
        prose.add(block);
        return;
      }
      flush();
      blocks.add(new Block.Actions(table.header(), forms.rows(table, groupIsDone)));
    }

    private void add(List<ActionItem> items) {
      if (!items.isEmpty()) {
        flush();
        blocks.add(new Block.Actions(List.of(), items));
      }
    }

    private void flush() {
      if (!prose.isEmpty()) {
        Block.Prose text = html.prose(List.copyOf(prose), content.anchor());
        prose.clear();
        if (!text.html().isEmpty()) {
          blocks.add(text);
        }
      }
    }
  }
}
