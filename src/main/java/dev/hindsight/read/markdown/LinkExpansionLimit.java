package dev.hindsight.read.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// Keeps a report from growing without measure: an address that is written once and referred to by
/// `[a]` is printed with each use, so a short file could make a page of gigabytes. Beyond what no
/// author needs, further links are their words alone, as CommonMark's own reference program does.
final class LinkExpansionLimit extends AbstractVisitor {
  private static final long ENOUGH = 1_000_000;

  private long left;

  private LinkExpansionLimit(long left) {
    this.left = left;
  }

  /// @param length of the text that the document was made of
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
