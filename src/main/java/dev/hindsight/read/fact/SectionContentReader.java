package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.SafeHtmlRenderer;
import java.util.List;

/// Reads the content of one kind of section. Every node becomes part of a block; what is not
/// recognized as a fact becomes prose.
public interface SectionContentReader {

  /// The blocks of a section, in order.
  List<Block> read(SectionContent content, ReportContext context, SafeHtmlRenderer html);
}
