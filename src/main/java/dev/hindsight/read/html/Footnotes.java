package dev.hindsight.read.html;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.Whitespace;
import dev.hindsight.read.context.Anchors;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.SiteNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;

/// The footnotes of a report, numbered in the order in which the text refers to them. The sections
/// of a report are printed one by one, so its footnotes are removed first and become the last
/// section.
public final class Footnotes {
  private final Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /// Footnotes with a reference in the text that they can link back to.
  private final Set<String> referredTo = new HashSet<>();

  /// Removes the definitions from a document.
  public Footnotes(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomBlock block) {
            if (block instanceof FootnoteDefinition definition) {
              definitions.putIfAbsent(key(definition.getLabel()), definition);
            } else {
              visitChildren(block);
            }
          }
        });
    definitions.values().forEach(Node::unlink);
  }

  /// What to print for a reference to a footnote.
  Optional<Node> number(Node node) {
    if (!(node instanceof FootnoteReference reference)) {
      return Optional.empty();
    }
    String key = key(reference.getLabel());
    boolean isFirst = !numbers.containsKey(key);
    int number = numbers.computeIfAbsent(key, _ -> numbers.size() + 1);
    referredTo.add(key);
    return Optional.of(new SiteNode.FootnoteNumber(number, isFirst));
  }

  /// Footnotes are matched like link labels: <https://spec.commonmark.org/0.31.2/#matches>.
  private static String key(String label) {
    return Whitespace.collapse(label).strip().toLowerCase(Locale.ROOT);
  }

  /// A footnote with a link back to its number, at the end of its last paragraph.
  private static String withWayBack(String note, int number) {
    String link =
        " <a class=\"footnote-back\" href=\"#fnref-" + number + "\" role=\"doc-backlink\">↩</a>";
    int end = note.endsWith("</p>") ? note.length() - "</p>".length() : note.length();
    return note.substring(0, end) + link + note.substring(end);
  }

  /// The section of all footnotes; empty if there are none. Call this after everything else is
  /// printed.
  ///
  /// @param heading in the language of the site; the anchor is the same in all languages
  public Optional<Section> section(SafeHtmlRenderer html, Anchors anchors, String heading) {
    if (definitions.isEmpty()) {
      return Optional.empty();
    }
    String anchor = anchors.heading("Footnotes");
    definitions.keySet().forEach(label -> numbers.computeIfAbsent(label, _ -> numbers.size() + 1));
    List<String> labels = new ArrayList<>(numbers.keySet());
    StringBuilder list = new StringBuilder("<ol class=\"footnotes\">\n");
    // A footnote can refer to another, so the list may grow during the loop.
    for (int i = 0; i < labels.size(); i++) {
      FootnoteDefinition definition = definitions.get(labels.get(i));
      Html body = definition == null ? Html.EMPTY : html.of(Inline.children(definition), anchor);
      list.append("<li id=\"fn-")
          .append(i + 1)
          .append("\">")
          .append(
              referredTo.contains(labels.get(i)) ? withWayBack(body.value(), i + 1) : body.value())
          .append("</li>\n");
    }
    Html printed = new Html(list.append("</ol>").toString());
    Block prose = new Block.Prose(printed, PlainText.of(printed));
    return Optional.of(
        new Section(
            List.of(SectionKind.OTHER), heading, Html.escape(heading), 2, anchor, List.of(prose)));
  }
}
