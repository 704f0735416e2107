package dev.hindsight.read.markdown;

import dev.hindsight.model.Html;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Prints the nodes of [SiteNode].
final class SiteNodeRenderer implements NodeRenderer {
  private static final Set<Class<? extends Node>> TYPES =
      Set.of(
          SiteNode.Fragment.class,
          SiteNode.Mention.class,
          SiteNode.AnchoredHeading.class,
          SiteNode.DeadLink.class,
          SiteNode.Alert.class,
          SiteNode.AlertTitle.class,
          SiteNode.FootnoteNumber.class);

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  SiteNodeRenderer(HtmlNodeRendererContext context) {
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return TYPES;
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case SiteNode.Mention mention -> html.text(Html.MENTION + mention.word + Html.MENTION_END);
      case SiteNode.AnchoredHeading heading -> {
        html.line();
        html.tag("h" + heading.level, Map.of("id", heading.anchor));
        children(node);
        html.tag("/h" + heading.level);
        html.line();
      }
      case SiteNode.DeadLink link -> {
        html.tag("span", attributes("class", "dead-link", "title", link.target));
        children(node);
        html.tag("/span");
      }
      case SiteNode.Alert alert -> block("div", "alert alert-" + alert.kind, node);
      case SiteNode.AlertTitle _ -> block("p", "alert-title", node);
      case SiteNode.FootnoteNumber footnote -> {
        String number = String.valueOf(footnote.number);
        html.tag("sup", Map.of("class", "footnote"));
        html.tag(
            "a",
            footnote.isFirst
                ? attributes("href", "#fn-" + number, "id", "fnref-" + number)
                : Map.of("href", "#fn-" + number));
        html.text(number);
        html.tag("/a");
        html.tag("/sup");
      }
      default -> children(node);
    }
  }

  private static Map<String, String> attributes(
      String name, String value, String name2, String value2) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(name, value);
    attributes.put(name2, value2);
    return attributes;
  }

  private void block(String element, String classes, Node node) {
    html.line();
    html.tag(element, Map.of("class", classes));
    children(node);
    html.tag("/" + element);
    html.line();
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
  }
}
