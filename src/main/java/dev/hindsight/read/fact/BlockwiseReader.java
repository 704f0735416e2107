package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// Reads a section block by block. Blocks that the reader does not recognize become prose.
public record BlockwiseReader(BlockReader reader) implements SectionContentReader {

  @Override
  public List<Block> read(SectionContent content, ReportContext context, SafeHtmlRenderer html) {
    List<Block> blocks = new ArrayList<>();
    List<Node> prose = new ArrayList<>();
    boolean isAside = false;
    for (Node node : content.nodes()) {
      if (node instanceof Heading heading) {
        isAside = Vocabulary.has("aside", Inline.text(heading));
      }
      if (isAside || !reader.mayRead(node, context)) {
        prose.add(node);
        continue;
      }
      // Print the prose above first: anchors and footnotes are numbered in reading order.
      addProse(prose, content, html, blocks);
      List<Block> facts = reader.read(node, content.anchor(), context, html);
      blocks.addAll(facts);
      if (facts.isEmpty()) {
        prose.add(node);
      }
    }
    addProse(prose, content, html, blocks);
    return blocks;
  }

  private static void addProse(
      List<Node> nodes, SectionContent content, SafeHtmlRenderer html, List<Block> blocks) {
    if (!nodes.isEmpty()) {
      Block.Prose prose = html.prose(List.copyOf(nodes), content.anchor());
      nodes.clear();
      if (!prose.html().isEmpty()) {
        blocks.add(prose);
      }
    }
  }
}
