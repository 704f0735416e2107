package dev.hindsight.read;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.ResolutionStep;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/// Reads the steps of a resolution: the items of a numbered list.
final class StepReader implements BlockReader {

  @Override
  public List<Block> read(Node node, String anchor, Reading reading, HtmlMaker html) {
    if (!(node instanceof OrderedList list)) {
      return List.of();
    }
    List<Items.Item> items = Items.of(list);
    if (items.stream().anyMatch(item -> item.box() != Items.Box.NONE)) {
      return List.of();
    }
    return List.of(
        new Block.Steps(
            items.stream()
                .map(item -> {
                  Html step = html.of(item.all(), anchor);
                  int number = reading.nextStep();
                  return new ResolutionStep(number, step, PlainText.of(step), "step-" + number);
                })
                .toList()));
  }
}
