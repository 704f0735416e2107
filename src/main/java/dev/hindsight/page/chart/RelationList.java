package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What one incident says of others, for those who read a chart as a list.
///
/// @param bonds those that go out from it
record RelationList(ChartIncident from, List<RelationEdge> bonds) {
  RelationList {
    bonds = List.copyOf(bonds);
  }

  /// Bonds by the incident that speaks, in their order.
  static List<RelationList> of(
      List<RelationEdge> bonds, Function<IncidentId, ChartIncident> subjects) {
    Map<String, List<RelationEdge>> byKey = new LinkedHashMap<>();
    bonds.forEach(
        bond -> byKey.computeIfAbsent(bond.from().key(), _ -> new ArrayList<>()).add(bond));
    return byKey.values().stream()
        .map(own -> new RelationList(subjects.apply(own.getFirst().from()), own))
        .toList();
  }
}
