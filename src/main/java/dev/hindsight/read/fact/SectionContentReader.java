package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.SafeHtmlRenderer;
import java.util.List;

/// Reads the content of a section of one kind. Every node of it becomes a part of some block: what
/// is not recognized as a fact is prose.
public interface SectionContentReader {

  /// The blocks of a section, in order.
  List<Block> read(SectionContent content, ReportContext context, SafeHtmlRenderer html);
}
