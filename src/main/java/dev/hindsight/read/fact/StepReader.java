package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.ResolutionStep;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.PlainText;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.ListItems;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/// Reads the steps of a resolution: the items of a numbered list.
public final class StepReader implements BlockReader {

  @Override
  public List<Block> read(Node node, String anchor, ReportContext context, SafeHtmlRenderer html) {
    if (!(node instanceof OrderedList list)) {
      return List.of();
    }
    List<ListItems.Item> items = ListItems.of(list);
    if (items.stream().anyMatch(item -> item.box() != ListItems.Box.NONE)) {
      return List.of();
    }
    return List.of(
        new Block.Steps(
            items.stream()
                .map(item -> {
                  Html step = html.of(item.all(), anchor);
                  int number = context.nextStep();
                  return new ResolutionStep(number, step, PlainText.of(step), "step-" + number);
                })
                .toList()));
  }
}
