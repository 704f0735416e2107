package dev.hindsight.read.markdown;

import dev.hindsight.site.config.BoundedMatcher;
import dev.hindsight.site.config.TicketLink;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/// Links ticket references such as `owner/repo#123` to the configured trackers. Existing links and
/// code stay as they are.
public final class TicketLinks {
  private TicketLinks() {}

  /// A text in which the search for a pattern was given up, because it took too many steps.
  public record GivenUp(Text text, TicketLink ticket) {}

  /// Adds the links.
  ///
  /// @return for each pattern, the first text in which it was given up
  public static List<GivenUp> make(Node document, List<TicketLink> tickets) {
    return tickets.stream()
        .flatMap(ticket ->
            // Search all texts, even after one was given up.
            texts(document).stream().filter(text -> !make(text, ticket)).toList().stream()
                .limit(1)
                .map(text -> new GivenUp(text, ticket)))
        .toList();
  }

  /// The texts of a document that are not in a link.
  static List<Text> texts(Node document) {
    List<Text> texts = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {}

          @Override
          public void visit(Text text) {
            texts.add(text);
          }
        });
    return texts;
  }

  /// @return whether the whole text was searched; earlier matches are links in any case
  private static boolean make(Text text, TicketLink ticket) {
    String literal = text.getLiteral();
    BoundedMatcher found = new BoundedMatcher(ticket.pattern(), literal);
    Node last = text;
    int from = 0;
    while (found.find()) {
      if (found.result().end() == found.result().start()) {
        continue;
      }
      if (last == text) {
        text.setLiteral(literal.substring(0, found.result().start()));
      } else {
        last = insert(new Text(literal.substring(from, found.result().start())), last, text, from);
      }
      Link link = new Link(ticket.address(found.result()), null);
      link.appendChild(new Text(found.result().group()));
      last = insert(link, last, text, found.result().start());
      from = found.result().end();
    }
    if (from > 0) {
      insert(new Text(literal.substring(from)), last, text, from);
    }
    return !found.isExhausted();
  }

  /// Inserts a node after another, with its position in the text that it was part of.
  private static Node insert(Node node, Node before, Text whole, int offset) {
    if (whole.getSourceSpans().size() == 1) {
      SourceSpan span = whole.getSourceSpans().getFirst();
      node.setSourceSpans(
          List.of(
              SourceSpan.of(
                  span.getLineIndex(),
                  span.getColumnIndex() + offset,
                  span.getInputIndex() + offset,
                  Math.max(0, span.getLength() - offset))));
    }
    before.insertAfter(node);
    return node;
  }
}
