package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import dev.hindsight.page.message.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What one incident says of others, for those who read a chart as a list.
///
/// @param bonds those that go out from it
record RelationList(ChartIncident from, List<Bond> bonds) {
  /// @param kind how the first is related to the other
  record Bond(IncidentId from, IncidentId to, RelationKind kind) {}

  RelationList {
    bonds = List.copyOf(bonds);
  }

  /// Bonds by the incident that speaks, in their order.
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
