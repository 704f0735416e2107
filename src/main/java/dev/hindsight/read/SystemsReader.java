package dev.hindsight.read;

import dev.hindsight.model.AffectedSystem;
import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Place;
import dev.hindsight.model.SystemName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads affected systems: list items that are a name, with a detail in parentheses or behind a
/// dash or a colon, or several names. An item that is none, was left from a template, or says that
/// something was not affected, is prose; where most are none, the list is no list of systems.
///
/// ```
/// - Production Database (PostgreSQL)
/// ```
final class SystemsReader implements BlockReader {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?s)\\s*([^(（:：]+?)\\s*(?:[(（]([^()（）]*)[)）]|(?:\\s[-–—]|:)\\s+(.+)|：\\s*(.+))?\\s*");

  /// A longer name is a sentence, and a longer item no list of names.
  private static final int LONGEST_NAME = 80;

  private static final int LONGEST_ITEM = 300;

  @Override
  public List<Block> read(Node node, String anchor, Reading reading, HtmlMaker html) {
    if (!(node instanceof ListBlock list)) {
      return List.of();
    }
    List<Items.Item> items = Items.of(list);
    long names = items.stream().filter(SystemsReader::isSystem).count();
    if (names == 0 || names * 2 < items.size()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    List<AffectedSystem> systems = new ArrayList<>();
    for (Items.Item item : items) {
      if (isSystem(item)) {
        systems.addAll(systems(item, anchor, reading, html));
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

  private static boolean isSystem(Items.Item item) {
    return item.box() == Items.Box.NONE
        && isName(item.line())
        && !Metadata.isNothing(item.line().text())
        && !SystemList.isNegative(item.line().text())
        && name(item.line().text()).detail().filter(SystemList::isNegative).isEmpty();
  }

  private static boolean isName(Inline line) {
    String text = line.text();
    Matcher parts = PARTS.matcher(text);
    // A link or an image would be lost when only its words are taken.
    return text.length() <= LONGEST_ITEM
        && line.nodes().stream().allMatch(SystemsReader::isPlain)
        && parts.matches()
        && parts.group(1).length() <= LONGEST_NAME;
  }

  private static boolean isPlain(Node node) {
    return node instanceof Text
        || node instanceof Code
        || node instanceof SoftLineBreak
        || ((node instanceof Emphasis || node instanceof StrongEmphasis)
            && Inline.children(node).stream().allMatch(Text.class::isInstance));
  }

  /// A name as metadata gives it, taken apart like an item.
  static SystemName name(String text) {
    Matcher parts = PARTS.matcher(text);
    if (text.length() > LONGEST_ITEM || !parts.matches()) {
      return SystemName.of(text);
    }
    return new SystemName(
        parts.group(1),
        Stream.of(2, 3, 4)
            .flatMap(group -> Optional.ofNullable(parts.group(group)).stream())
            .findFirst());
  }

  /// The system of an item; several where it is a list of short names.
  private static List<AffectedSystem> systems(
      Items.Item item, String anchor, Reading reading, HtmlMaker html) {
    Place place = reading.place(item.line().isEmpty() ? item.node() : item.line().first());
    String text = item.line().text();
    List<SystemName> several = text.contains(",") ? SystemList.of(text) : List.of();
    if (several.size() > 1 && several.stream().allMatch(name -> name.detail().isEmpty())) {
      List<AffectedSystem> systems = new ArrayList<>();
      several.forEach(name -> systems.add(new AffectedSystem(name, Html.EMPTY, place)));
      AffectedSystem last = systems.removeLast();
      systems.add(new AffectedSystem(last.name(), html.of(item.rest(), anchor), place));
      return systems;
    }
    SystemName name = name(text);
    Html inline = name.detail().map(words -> html.of(words, anchor)).orElse(Html.EMPTY);
    Html below = html.of(item.rest(), anchor);
    return List.of(new AffectedSystem(name, new Html(inline.value() + below.value()), place));
  }
}
