package dev.hindsight.read;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// The items of a list, taken apart for readers.
final class Items {

  /// One item: its first line or paragraph, what stands below that, and its box, if it has one.
  record Item(Node node, Inline line, List<Node> rest, Box box) {

    /// Everything that is left, in order.
    List<Node> all() {
      List<Node> all = new ArrayList<>(line.nodes());
      all.addAll(rest);
      return all;
    }
  }

  /// The box of a task list's item.
  enum Box {
    NONE,
    OPEN,
    CHECKED
  }

  private Items() {}

  /// A line of a list that is not written in Markdown.
  static Item raw(Inline line, Node block) {
    return new Item(block, line, new ArrayList<>(), Box.NONE);
  }

  static List<Item> of(ListBlock list) {
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
