package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import dev.hindsight.page.message.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The relations of one incident, for readers who use the list instead of the chart.
///
/// @param bonds the relations that start at it
record RelationList(ChartIncident from, List<Bond> bonds) {
  /// @param kind how the first incident relates to the other
  record Bond(IncidentId from, IncidentId to, RelationKind kind) {}

  RelationList {
    bonds = List.copyOf(bonds);
  }

  /// Relations, grouped by the incident that states them.
  static List<RelationList> of(
      List<RelationEdge> bonds, Function<IncidentId, ChartIncident> subjects, Messages messages) {
    Map<String, List<RelationEdge>> byKey = new LinkedHashMap<>();
    bonds.forEach(
        bond -> byKey.computeIfAbsent(bond.from().key(), _ -> new ArrayList<>()).add(bond));
    return byKey.values().stream()
        .map(own ->
            new RelationList(
                subjects.apply(own.getFirst().from()),
                own.stream()
                    .map(edge ->
                        new Bond(edge.from(), edge.to(), new RelationKind(edge.kind(), messages)))
                    .toList()))
        .toList();
  }
}
