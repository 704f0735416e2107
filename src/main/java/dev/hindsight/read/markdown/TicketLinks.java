package dev.hindsight.read.markdown;

import dev.hindsight.site.config.TicketLink;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/// Makes links of tickets, `owner/repo#123`, where the configuration says where they are read.
/// Links and code are left alone.
public final class TicketLinks {
  private TicketLinks() {}

  public static void make(Node document, List<TicketLink> tickets) {
    tickets.forEach(ticket -> texts(document).forEach(text -> make(text, ticket)));
  }

  private static List<Text> texts(Node document) {
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

  private static void make(Text text, TicketLink ticket) {
    String literal = text.getLiteral();
    Matcher found = ticket.pattern().matcher(literal);
    Node last = text;
    int from = 0;
    while (found.find()) {
      if (found.end() == found.start()) {
        continue;
      }
      if (last == text) {
        text.setLiteral(literal.substring(0, found.start()));
      } else {
        last = insert(new Text(literal.substring(from, found.start())), last, text, from);
      }
      Link link = new Link(ticket.address(found), null);
      link.appendChild(new Text(found.group()));
      last = insert(link, last, text, found.start());
      from = found.end();
    }
    if (from > 0) {
      insert(new Text(literal.substring(from)), last, text, from);
    }
  }

  /// Puts a node behind another, with the place that it has in the text it was a part of.
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
