package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.PlainText;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.metadata.MetadataLines;
import java.util.List;
import org.commonmark.node.Node;

/// Separates keys and values from prose. [Metadata] has already read them.
public final class MetadataBlockReader implements BlockReader {

  @Override
  public boolean mayRead(Node node, ReportContext context) {
    return MetadataLines.of(node).stream()
        .anyMatch(line -> context.config().key(line.key()).isPresent());
  }

  @Override
  public List<Block> read(Node node, String anchor, ReportContext context, SafeHtmlRenderer html) {
    Html markup = html.of(List.of(node), anchor);
    return List.of(new Block.Metadata(markup, PlainText.of(markup)));
  }
}
