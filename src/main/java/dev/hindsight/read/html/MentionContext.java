package dev.hindsight.read.html;

import dev.hindsight.model.Whitespace;
import dev.hindsight.read.markdown.Inline;
import org.commonmark.node.Block;
import org.commonmark.node.Node;

/// Finds the words around a mention, to show what the report says about the other incident.
final class MentionContext {
  private static final int AROUND = 90;

  /// Enough to see that there is more text than is shown.
  private static final int FAR = 2 * AROUND;

  private MentionContext() {}

  /// About ninety characters on either side of a mention. The time does not depend on the length of
  /// the text.
  ///
  /// @param node contains the word
  /// @param own the text of the node, with the word from `start` to `end`
  static String sentence(Node node, String own, int start, int end) {
    String before = own.substring(Math.max(0, start - FAR), start);
    for (Node n = previous(node); n != null && before.length() < AROUND; n = previous(n)) {
      before = Inline.text(n) + before;
    }
    String after = own.substring(end, Math.min(own.length(), end + FAR));
    for (Node n = next(node); n != null && after.length() < AROUND; n = next(n)) {
      after = after + Inline.text(n);
    }
    return Whitespace.collapse(lastWords(before) + own.substring(start, end) + firstWords(after))
        .strip();
  }

  private static Node previous(Node node) {
    for (Node n = node; n != null && !(n instanceof Block); n = n.getParent()) {
      if (n.getPrevious() != null) {
        return n.getPrevious() instanceof Block ? null : n.getPrevious();
      }
    }
    return null;
  }

  private static Node next(Node node) {
    for (Node n = node; n != null && !(n instanceof Block); n = n.getParent()) {
      if (n.getNext() != null) {
        return n.getNext() instanceof Block ? null : n.getNext();
      }
    }
    return null;
  }

  private static String lastWords(String text) {
    if (text.length() <= AROUND) {
      return text;
    }
    int from = text.length() - AROUND;
    int space = text.indexOf(' ', from);
    return "… " + text.substring(space < 0 ? from : space + 1);
  }

  private static String firstWords(String text) {
    if (text.length() <= AROUND) {
      return text;
    }
    int space = text.lastIndexOf(' ', AROUND);
    return text.substring(0, space < 0 ? AROUND : space) + " …";
  }
}
