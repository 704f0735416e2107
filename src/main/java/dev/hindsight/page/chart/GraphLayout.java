package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.SystemHistory;
import java.util.List;
import java.util.Optional;

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

  /// The line between two marks.
  record EdgeLine(IncidentId from, IncidentId to, RelationKind kind, String path) {}

  /// A strip of the chart from its left to its right, with its incidents in the order of time.
  ///
  /// @param system whose incidents it has; empty where it has those of no system
  /// @param y its upper end
  record Lane(
      String name,
      Optional<SystemHistory> system,
      double y,
      double height,
      List<IncidentMark> nodes) {
    Lane {
      nodes = List.copyOf(nodes);
    }
  }

  GraphLayout {
    ticks = List.copyOf(ticks);
    lanes = List.copyOf(lanes);
    edges = List.copyOf(edges);
  }

  /// Whether a line is drawn so somewhere; see [RelationKind#line()].
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
