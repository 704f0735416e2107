package dev.hindsight.read.markdown;

import dev.hindsight.site.config.HeadingNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/// A table, split for readers.
///
/// @param header the text of the first row
/// @param rows the cells of the other rows, as many as the header has
public record Table(List<String> header, List<List<Inline>> rows) {

  public static Table of(TableBlock block) {
    List<List<Inline>> all = new ArrayList<>();
    block.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomBlock node) {
            visitChildren(node);
          }

          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableRow) {
              all.add(new ArrayList<>());
              visitChildren(node);
            } else if (node instanceof TableCell) {
              all.getLast().add(Inline.of(node));
            } else {
              visitChildren(node);
            }
          }
        });
    List<String> header = all.getFirst().stream().map(cell -> cell.text().strip()).toList();
    return new Table(header, all.subList(1, all.size()));
  }

  /// The first column with one of these names, in normal form; -1 if there is none.
  public int column(Set<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(HeadingNormalizer.normal(header.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  /// A cell; empty if the row is too short.
  public Inline cell(List<Inline> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column) : new Inline(List.of());
  }
}
