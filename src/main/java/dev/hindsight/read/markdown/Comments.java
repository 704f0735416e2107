package dev.hindsight.read.markdown;

import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Removes the comments between words, `10:05 <!-- UTC? --> Deploy`, so that readers see the text
/// around them in one piece. A browser doesn't show them either.
final class Comments {
  private Comments() {}

  /// Removes the comments among the children of a node.
  static void removeFrom(Node parent) {
    Text text = null;
    StringBuilder joined = null;
    Node next;
    for (Node child = parent.getFirstChild(); child != null; child = next) {
      next = child.getNext();
      if (isComment(child)) {
        child.unlink();
        joined = text == null || joined != null ? joined : new StringBuilder(text.getLiteral());
      } else if (child instanceof Text more && joined != null) {
        append(more.getLiteral(), joined);
        more.unlink();
      } else {
        set(text, joined);
        text = child instanceof Text first ? first : null;
        joined = null;
      }
    }
    set(text, joined);
  }

  private static boolean isComment(Node node) {
    return node instanceof HtmlInline html && html.getLiteral().startsWith("<!--");
  }

  /// Keeps one of the spaces on both sides of a comment.
  private static void append(String more, StringBuilder joined) {
    boolean hasSpace = !joined.isEmpty() && joined.charAt(joined.length() - 1) == ' ';
    joined.append(more, hasSpace && more.startsWith(" ") ? 1 : 0, more.length());
  }

  private static void set(Text text, StringBuilder joined) {
    if (joined != null) {
      text.setLiteral(joined.toString());
    }
  }
}
