package dev.hindsight.read;

import dev.hindsight.model.Block;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// Reads a section one block after the other; what the reader does not recognise is prose.
record BlockByBlock(BlockReader reader) implements ContentReader {

  @Override
  public List<Block> read(Content content, Reading reading, HtmlMaker html) {
    List<Block> blocks = new ArrayList<>();
    List<Node> prose = new ArrayList<>();
    boolean isAside = false;
    for (Node node : content.nodes()) {
      if (node instanceof Heading heading) {
        isAside = Vocabulary.has("aside", Inline.text(heading));
      }
      if (isAside || !reader.mayRead(node, reading)) {
        prose.add(node);
        continue;
      }
      // What stands above is printed first: anchors and footnotes are numbered in reading order.
      addProse(prose, content, html, blocks);
      List<Block> facts = reader.read(node, content.anchor(), reading, html);
      blocks.addAll(facts);
      if (facts.isEmpty()) {
        prose.add(node);
      }
    }
    addProse(prose, content, html, blocks);
    return blocks;
  }

  private static void addProse(
      List<Node> nodes, Content content, HtmlMaker html, List<Block> blocks) {
    if (!nodes.isEmpty()) {
      Block.Prose prose = html.prose(List.copyOf(nodes), content.anchor());
      nodes.clear();
      if (!prose.html().isEmpty()) {
        blocks.add(prose);
      }
    }
  }
}
