package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.ImpactFact;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.PlainText;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads impact facts: list items that begin with a bold name and a colon, inside the bold type or
/// after it.
///
/// ```
/// - **Users Affected**: Approximately 2,500 users unable to login
/// ```
public final class ImpactReader implements BlockReader {
  private static final Pattern COLON = Pattern.compile("\\s*:\\s*");
  private static final Pattern LAST_COLON = Pattern.compile(":$");

  @Override
  public List<Block> read(Node node, String anchor, ReportContext context, SafeHtmlRenderer html) {
    if (!(node instanceof ListBlock list)) {
      return List.of();
    }
    List<ListItems.Item> items = ListItems.of(list);
    if (!items.stream().allMatch(item -> item.box() == ListItems.Box.NONE && isFact(item.line()))) {
      return List.of();
    }
    return List.of(new Block.Impact(items.stream().map(item -> fact(item, anchor, html)).toList()));
  }

  private static boolean isFact(Inline line) {
    if (!(line.first() instanceof StrongEmphasis strong)) {
      return false;
    }
    return Inline.text(strong).strip().endsWith(":")
        || (line.nodes().size() > 1
            && line.nodes().get(1) instanceof Text text
            && COLON.matcher(text.getLiteral()).lookingAt());
  }

  private static ImpactFact fact(ListItems.Item item, String anchor, SafeHtmlRenderer html) {
    Inline line = item.line();
    String name = COLON.matcher(Inline.text(line.first()).strip() + ":").replaceFirst("");
    line.dropFirst();
    line.takeStart(COLON);
    Html value = html.of(item.all(), anchor);
    return new ImpactFact(LAST_COLON.matcher(name).replaceFirst(""), value, PlainText.of(value));
  }
}
