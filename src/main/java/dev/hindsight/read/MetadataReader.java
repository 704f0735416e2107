package dev.hindsight.read;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import java.util.List;
import org.commonmark.node.Node;

/// Tells blocks of keys and values from prose; [Metadata] has listened to them before.
final class MetadataReader implements BlockReader {

  @Override
  public boolean mayRead(Node node, Reading reading) {
    return KeyLines.of(node).stream().anyMatch(line -> reading.config.key(line.key()).isPresent());
  }

  @Override
  public List<Block> read(Node node, String anchor, Reading reading, HtmlMaker html) {
    Html markup = html.of(List.of(node), anchor);
    return List.of(new Block.Metadata(markup, PlainText.of(markup)));
  }
}
