package dev.hindsight.page.chart;

import java.util.ArrayList;
import java.util.List;

/// Stacks the marks of a lane in rows so that they do not overlap. Marks come from left to right,
/// and no mark moves for a later one. At most it loses its label.
final class RowLayout {
  private static final double AFTER_LABEL = 8;

  private final double gap;
  private final int labeled;
  private final List<Row> rows = new ArrayList<>();
  private final List<Stand> stands = new ArrayList<>();

  /// @param gap between the centers of two marks
  /// @param labeled how many rows to use to have space for labels
  RowLayout(double gap, int labeled) {
    this.gap = gap;
    this.labeled = labeled;
  }

  /// A mark to place.
  ///
  /// @param limit the right edge of the space for its label
  /// @param label the width of its label; 0 without a label
  record Mark(ChartIncident subject, double x, double limit, double label) {
    boolean hasLabelBefore() {
      return label > 0 && x + IncidentMark.TO_LABEL + label > limit;
    }
  }

  /// The position of a mark.
  record Place(ChartIncident subject, double x, int row, boolean hasLabel, boolean isLabelBefore) {
    Place below(int more) {
      return new Place(subject, x, row + more, hasLabel, isLabelBefore);
    }
  }

  private static final class Stand {
    final Mark mark;
    final int row;
    boolean hasLabel;

    Stand(Mark mark, int row, boolean hasLabel) {
      this.mark = mark;
      this.row = row;
      this.hasLabel = hasLabel;
    }
  }

  private static final class Row {
    /// Where the next mark with its label can start.
    double free = Double.NEGATIVE_INFINITY;

    Stand last;
  }

  /// @param marks from left to right
  static List<Place> stack(List<Mark> marks, double gap, int labeled) {
    RowLayout rows = new RowLayout(gap, labeled);
    marks.forEach(rows::add);
    return rows.stands.stream()
        .map(stand ->
            new Place(
                stand.mark.subject(),
                stand.mark.x(),
                stand.row,
                stand.hasLabel,
                stand.mark.hasLabelBefore()))
        .toList();
  }

  private void add(Mark mark) {
    for (int row = 0; row < Math.min(labeled, rows.size() + 1); row++) {
      if (row == rows.size() || rows.get(row).free <= begin(mark)) {
        stand(mark, row, mark.label() > 0);
        return;
      }
    }
    int row = 0;
    while (row < rows.size() && rows.get(row).last.mark.x() + gap > mark.x()) {
      row++;
    }
    if (row < rows.size()) {
      makeRoom(rows.get(row), mark);
    }
    stand(mark, row, mark.label() > 0 && !mark.hasLabelBefore());
  }

  /// Removes the label that a mark would overlap.
  private void makeRoom(Row row, Mark mark) {
    Stand last = row.last;
    if (last.hasLabel && row.free > mark.x() - gap / 2) {
      last.hasLabel = last.mark.hasLabelBefore();
    }
  }

  private void stand(Mark mark, int row, boolean hasLabel) {
    if (row == rows.size()) {
      rows.add(new Row());
    }
    Row here = rows.get(row);
    here.last = new Stand(mark, row, hasLabel);
    here.free =
        hasLabel && !mark.hasLabelBefore()
            ? mark.x() + IncidentMark.TO_LABEL + mark.label() + AFTER_LABEL
            : mark.x() + gap / 2;
    stands.add(here.last);
  }

  private double begin(Mark mark) {
    return mark.hasLabelBefore()
        ? mark.x() - IncidentMark.TO_LABEL - mark.label()
        : mark.x() - gap / 2;
  }
}
