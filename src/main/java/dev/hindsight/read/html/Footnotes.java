package dev.hindsight.read.html;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.context.Anchors;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.SiteNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;

/// The footnotes of a report, numbered in the order in which the text refers to them. A report is
/// printed in parts, so they are taken out first and become a last section.
public final class Footnotes {
  private final Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /// Takes the definitions out of a document.
  public Footnotes(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomBlock block) {
            if (block instanceof FootnoteDefinition definition) {
              definitions.putIfAbsent(definition.getLabel(), definition);
            } else {
              visitChildren(block);
            }
          }
        });
    definitions.values().forEach(Node::unlink);
  }

  /// What to print for a node that refers to a footnote.
  Optional<Node> number(Node node) {
    if (!(node instanceof FootnoteReference reference)) {
      return Optional.empty();
    }
    boolean isFirst = !numbers.containsKey(reference.getLabel());
    int number = numbers.computeIfAbsent(reference.getLabel(), _ -> numbers.size() + 1);
    return Optional.of(new SiteNode.FootnoteNumber(number, isFirst));
  }

  /// The section of all footnotes; empty where there is none. To be asked for when all else has
  /// been printed.
  public Optional<Section> section(SafeHtmlRenderer html, Anchors anchors) {
    if (definitions.isEmpty()) {
      return Optional.empty();
    }
    String anchor = anchors.heading("Footnotes");
    definitions.keySet().forEach(label -> numbers.computeIfAbsent(label, _ -> numbers.size() + 1));
    List<String> labels = new ArrayList<>(numbers.keySet());
    StringBuilder list = new StringBuilder("<ol class=\"footnotes\">\n");
    // A footnote may refer to a further one: the list may grow while it is printed.
    for (int i = 0; i < labels.size(); i++) {
      FootnoteDefinition definition = definitions.get(labels.get(i));
      Html body = definition == null ? Html.EMPTY : html.of(Inline.children(definition), anchor);
      list.append("<li id=\"fn-")
          .append(i + 1)
          .append("\">")
          .append(body.value())
          .append("</li>\n");
    }
    Html printed = new Html(list.append("</ol>").toString());
    Block prose = new Block.Prose(printed, PlainText.of(printed));
    return Optional.of(
        new Section(
            List.of(SectionKind.OTHER),
            "Footnotes",
            Html.escape("Footnotes"),
            2,
            anchor,
            List.of(prose)));
  }
}
