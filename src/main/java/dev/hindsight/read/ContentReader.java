package dev.hindsight.read;

import dev.hindsight.model.Block;
import java.util.List;

/// Reads the content of a section of one kind. Every node of it becomes a part of some block: what
/// is not recognised as a fact is prose.
interface ContentReader {

  /// The blocks of a section, in order.
  List<Block> read(Content content, Reading reading, HtmlMaker html);
}
