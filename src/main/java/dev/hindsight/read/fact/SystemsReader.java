package dev.hindsight.read.fact;

import dev.hindsight.model.AffectedSystem;
import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.read.metadata.Metadata;
import dev.hindsight.read.metadata.SystemList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads affected systems from list items: a name, with a detail in parentheses or after a dash or
/// colon, or several names. An item becomes prose if it is no name, is left from a template, or
/// says that something was not affected. If most items are no names, the whole list is prose.
///
/// ```
/// - Production Database (PostgreSQL)
/// ```
public final class SystemsReader implements BlockReader {
  /// A longer text is a sentence, not a name.
  private static final int LONGEST_NAME = 80;

  private static final Pattern LINK = Pattern.compile("(?i)<(?:a|img)\\b");

  @Override
  public List<Block> read(Node node, String anchor, ReportContext context, SafeHtmlRenderer html) {
    if (!(node instanceof ListBlock list)) {
      return List.of();
    }
    List<ListItems.Item> items = ListItems.of(list);
    BitSet named = new BitSet();
    for (int i = 0; i < items.size(); i++) {
      named.set(i, isSystem(items.get(i)));
    }
    if (named.isEmpty() || named.cardinality() * 2 < items.size()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    List<AffectedSystem> systems = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ListItems.Item item = items.get(i);
      if (named.get(i)) {
        systems.addAll(systems(item, anchor, context, html));
      } else {
        add(blocks, systems);
        systems = new ArrayList<>();
        blocks.add(html.prose(item.all(), anchor));
      }
    }
    add(blocks, systems);
    return blocks;
  }

  private static void add(List<Block> blocks, List<AffectedSystem> systems) {
    if (!systems.isEmpty()) {
      blocks.add(new Block.Systems(systems));
    }
  }

  private static boolean isSystem(ListItems.Item item) {
    // A link or an image would be lost if only its text was used.
    if (item.box() != ListItems.Box.NONE || !isPlain(item.line().nodes())) {
      return false;
    }
    String text = words(item);
    return SystemList.nameAndDetail(text)
        .filter(name -> name.name().length() <= LONGEST_NAME)
        .filter(_ -> !Metadata.isNothing(text) && !SystemList.isNegative(text))
        .filter(name -> name.detail().filter(SystemList::isNegative).isEmpty())
        .isPresent();
  }

  private static String words(ListItems.Item item) {
    return item.line().text().replace('\n', ' ');
  }

  private static boolean isPlain(List<Node> nodes) {
    for (Node node : nodes) {
      if (!isPlain(node)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(Node node) {
    return node instanceof Text
        || node instanceof Code
        || node instanceof SoftLineBreak
        || (node instanceof HtmlInline html && !LINK.matcher(html.getLiteral()).lookingAt())
        || ((node instanceof Emphasis || node instanceof StrongEmphasis)
            && Inline.children(node).stream().allMatch(Text.class::isInstance));
  }

  /// The systems of an item: one, or several in a list of short names.
  private static List<AffectedSystem> systems(
      ListItems.Item item, String anchor, ReportContext context, SafeHtmlRenderer html) {
    TextPosition place = context.place(item.line().isEmpty() ? item.node() : item.line().first());
    String text = words(item);
    List<SystemName> several = text.contains(",") ? SystemList.of(text) : List.of();
    boolean isList =
        several.size() > 1
            && several.stream().limit(several.size() - 1).allMatch(name -> name.detail().isEmpty());
    if (!isList) {
      return List.of(system(SystemList.name(text), item, place, anchor, html));
    }
    List<AffectedSystem> systems = new ArrayList<>();
    for (SystemName name : several.subList(0, several.size() - 1)) {
      systems.add(new AffectedSystem(name, Html.EMPTY, place));
    }
    systems.add(system(several.getLast(), item, place, anchor, html));
    return systems;
  }

  private static AffectedSystem system(
      SystemName name,
      ListItems.Item item,
      TextPosition place,
      String anchor,
      SafeHtmlRenderer html) {
    Html inline = name.detail().map(words -> html.of(words, anchor)).orElse(Html.EMPTY);
    Html below = html.of(item.rest(), anchor);
    return new AffectedSystem(name, new Html(inline.value() + below.value()), place);
  }
}
