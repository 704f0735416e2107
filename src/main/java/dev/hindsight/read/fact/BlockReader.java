package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.SafeHtmlRenderer;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/// Reads one kind of fact from one block of a section. A reader that does not recognize the block
/// changes nothing and returns an empty list, and the block becomes prose.
public interface BlockReader {

  /// Whether this reader looks at a block at all. Blocks of prose must stay together, because raw
  /// HTML can span several of them.
  default boolean mayRead(Node node, ReportContext context) {
    return node instanceof ListBlock || node instanceof TableBlock;
  }

  /// @param anchor of the section
  List<Block> read(Node node, String anchor, ReportContext context, SafeHtmlRenderer html);
}
