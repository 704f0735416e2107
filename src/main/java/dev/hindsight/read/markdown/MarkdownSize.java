package dev.hindsight.read.markdown;

import java.util.Optional;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// The size of a document, for limits on it.
///
/// @param nodes the number of paragraphs, lines, items, cells, links and all other nodes
/// @param footnotes the number of definitions, used or not
/// @param unparsed the first paragraph that has too many brackets to be parsed
public record MarkdownSize(int nodes, int footnotes, Optional<Node> unparsed) {
  /// The number of opening brackets that a paragraph, heading or cell may have.
  public static final int MOST_BRACKETS = FreshInlineParser.MOST_BRACKETS;

  /// Counts a whole document.
  public static MarkdownSize of(Node document) {
    int nodes = 0;
    int footnotes = 0;
    Node block = document;
    int brackets = 0;
    Optional<Node> unparsed = Optional.empty();
    // A loop, because recursion fails on documents that are nested deeply.
    for (Node node = document; node != null; node = next(node, document)) {
      nodes++;
      footnotes += node instanceof FootnoteDefinition ? 1 : 0;
      if (node instanceof Block) {
        block = node;
        brackets = 0;
      } else if (node instanceof Text text) {
        brackets += FreshInlineParser.brackets(text.getLiteral());
      }
      if (brackets > MOST_BRACKETS && unparsed.isEmpty()) {
        unparsed = Optional.of(block);
      }
    }
    return new MarkdownSize(nodes, footnotes, unparsed);
  }

  /// The next node in the order of the text; null after the last.
  private static Node next(Node node, Node document) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node last = node;
    while (last != document && last.getNext() == null) {
      last = last.getParent();
    }
    return last == document ? null : last.getNext();
  }
}
