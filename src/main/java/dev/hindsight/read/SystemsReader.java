package dev.hindsight.read;

import dev.hindsight.model.AffectedSystem;
import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Place;
import dev.hindsight.model.SystemName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads affected systems: list items that are a name, with a detail in parentheses or behind a
/// dash or a colon.
///
/// ```
/// - Production Database (PostgreSQL)
/// ```
final class SystemsReader implements BlockReader {
  private static final Pattern PARTS =
      Pattern.compile("(?s)\\s*([^(:]+?)\\s*(?:\\(([^()]*)\\)|(?:\\s[-–—]|:)\\s+(.+))?\\s*");

  /// A longer name is a sentence, and a longer item no list of names.
  private static final int LONGEST_NAME = 80;

  private static final int LONGEST_ITEM = 300;

  @Override
  public List<Block> read(Node node, String anchor, Reading reading, HtmlMaker html) {
    if (!(node instanceof ListBlock list)) {
      return List.of();
    }
    List<Items.Item> items = Items.of(list);
    if (!items.stream().allMatch(item -> item.box() == Items.Box.NONE && isName(item.line()))) {
      return List.of();
    }
    return List.of(
        new Block.Systems(
            items.stream().map(item -> system(item, anchor, reading, html)).toList()));
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
    return name(parts);
  }

  private static SystemName name(Matcher parts) {
    return new SystemName(
        parts.group(1),
        Optional.ofNullable(parts.group(2)).or(() -> Optional.ofNullable(parts.group(3))));
  }

  private static AffectedSystem system(
      Items.Item item, String anchor, Reading reading, HtmlMaker html) {
    Place place = reading.place(item.line().isEmpty() ? item.node() : item.line().first());
    Matcher parts = PARTS.matcher(item.line().text());
    parts.matches();
    SystemName name = name(parts);
    Html inline = name.detail().map(words -> html.of(words, anchor)).orElse(Html.EMPTY);
    Html below = html.of(item.rest(), anchor);
    return new AffectedSystem(name, new Html(inline.value() + below.value()), place);
  }
}
