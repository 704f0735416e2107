package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.SafeHtmlRenderer;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/// Reads one form of fact out of one block of a section of its kind. A reader that does not
/// recognize the block says so by an empty answer and has changed nothing: the block is then shown
/// as prose.
public interface BlockReader {

  /// Whether this reader looks at such a block at all. Prose is not broken in two by others, as raw
  /// HTML may go over several.
  default boolean mayRead(Node node, ReportContext context) {
    return node instanceof ListBlock || node instanceof TableBlock;
  }

  /// @param anchor of the section
  List<Block> read(Node node, String anchor, ReportContext context, SafeHtmlRenderer html);
}
