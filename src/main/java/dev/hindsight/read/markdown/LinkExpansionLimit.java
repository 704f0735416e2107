package dev.hindsight.read.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// Limits how much a report can grow. An address that is written once and used as `[a]` is printed
/// with each use, so a short file could become a page of gigabytes. Beyond the limit, which no
/// author needs, links become plain text, as in CommonMark's own reference program.
final class LinkExpansionLimit extends AbstractVisitor {
  private static final long ENOUGH = 1_000_000;

  private long left;

  private LinkExpansionLimit(long left) {
    this.left = left;
  }

  /// @param length of the document's text
  static void stop(Node document, int length) {
    document.accept(new LinkExpansionLimit(ENOUGH + length));
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    left -= link.getDestination().length();
    if (left < 0) {
      Inline.children(link).forEach(link::insertBefore);
      link.unlink();
    }
  }
}
