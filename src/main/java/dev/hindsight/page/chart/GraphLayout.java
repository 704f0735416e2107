package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.SystemHistory;
import java.util.List;
import java.util.Optional;

/// The layout of a chart of incidents over time. All numbers are pixels of the chart.
///
/// @param unlined the number of similar pairs without a line, because there are too many lines
/// @param hasUndated whether there is a column on the left for incidents without a date
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

  /// A horizontal strip of the chart, with its incidents by time.
  ///
  /// @param system whose incidents it contains; empty for incidents without a system
  /// @param y its top
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

  /// Whether any line has this style; see [RelationKind#line()].
  public boolean has(String line) {
    return edges.stream().anyMatch(edge -> edge.kind().line().equals(line));
  }

  /// Whether it contains an incident without a report.
  public boolean hasUnwritten() {
    return lanes.stream()
        .flatMap(lane -> lane.nodes().stream())
        .anyMatch(node -> !node.isWritten());
  }
}
