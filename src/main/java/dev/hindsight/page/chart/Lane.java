package dev.hindsight.page.chart;

import dev.hindsight.model.SystemHistory;
import java.util.List;
import java.util.Optional;

/// A part of a chart from its left to its right, with its incidents in the order of time.
///
/// @param system what it is the lane of; empty where it holds something else
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
