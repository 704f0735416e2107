package dev.hindsight.read.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// The items of a list, split for readers.
public final class ListItems {

  /// One item: its first line or paragraph, the nodes below it, and its checkbox, if it has one.
  public record Item(Node node, Inline line, List<Node> rest, Box box) {

    /// Everything that is left over, in order.
    public List<Node> all() {
      List<Node> all = new ArrayList<>(line.nodes());
      all.addAll(rest);
      return all;
    }
  }

  /// The checkbox of a task list item.
  public enum Box {
    NONE,
    OPEN,
    CHECKED
  }

  private ListItems() {}

  /// An item of a list that is not written in Markdown.
  public static Item raw(Inline line, Node block) {
    return new Item(block, line, new ArrayList<>(), Box.NONE);
  }

  public static List<Item> of(ListBlock list) {
    List<Item> items = new ArrayList<>();
    for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof ListItem item) {
        items.add(item(item));
      }
    }
    return items;
  }

  private static Item item(ListItem item) {
    List<Node> rest = Inline.children(item);
    Box box = Box.NONE;
    if (!rest.isEmpty() && rest.getFirst() instanceof TaskListItemMarker marker) {
      box = marker.isChecked() ? Box.CHECKED : Box.OPEN;
      rest.removeFirst();
    }
    Inline line = new Inline(List.of());
    if (!rest.isEmpty() && rest.getFirst() instanceof Paragraph paragraph) {
      line = Inline.of(paragraph);
      rest.removeFirst();
    }
    return new Item(item, line, rest, box);
  }
}
