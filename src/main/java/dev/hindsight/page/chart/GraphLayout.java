package dev.hindsight.page.chart;

import java.util.List;

/// A chart of incidents over time: where everything stands. All numbers are pixels of the chart.
///
/// @param unlined how many pairs that are alike have no line, as there are too many lines
/// @param hasUndated whether there is a column on the left for what has no date
record GraphLayout(
    double width,
    double height,
    List<DateScale.Tick> ticks,
    boolean hasUndated,
    List<Lane> lanes,
    List<EdgeLine> edges,
    int unlined) {

  GraphLayout {
    ticks = List.copyOf(ticks);
    lanes = List.copyOf(lanes);
    edges = List.copyOf(edges);
  }

  /// Whether a line is drawn so somewhere; see [RelationEdge.Kind#line()].
  public boolean has(String line) {
    return edges.stream().anyMatch(edge -> edge.kind().line().equals(line));
  }

  /// Whether an incident is in it that nobody has written up.
  public boolean hasUnwritten() {
    return lanes.stream()
        .flatMap(lane -> lane.nodes().stream())
        .anyMatch(node -> !node.isWritten());
  }
}
