package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All relations of a knowledge base, in the order of its incidents.
///
/// @param byKey the relations of each incident, at either end, by the key of its ID
record RelationGraph(List<RelationEdge> all, Map<String, List<RelationEdge>> byKey) {

  RelationGraph {
    all = List.copyOf(all);
    byKey = Map.copyOf(byKey);
  }

  /// Two incidents, in either order.
  private record Pair(String low, String high) {
    static Pair of(RelationEdge edge) {
      String from = edge.from().key();
      String to = edge.to().key();
      return from.compareTo(to) < 0 ? new Pair(from, to) : new Pair(to, from);
    }
  }

  /// A relation can be known at one end only: similarity need not be mutual.
  static RelationGraph of(KnowledgeBase knowledge) {
    Map<Pair, RelationEdge> found = new LinkedHashMap<>();
    for (Incident incident : knowledge.incidents()) {
      for (Relation relation : knowledge.relations(incident.id())) {
        RelationEdge edge = RelationEdge.of(incident.id(), relation);
        if (!edge.from().key().equals(edge.to().key())) {
          found.merge(Pair.of(edge), edge, RelationEdge::surer);
        }
      }
    }
    return of(found.values().stream().toList());
  }

  /// @param all each pair once
  static RelationGraph of(List<RelationEdge> all) {
    Map<String, List<RelationEdge>> byKey = new HashMap<>();
    for (RelationEdge edge : all) {
      byKey.computeIfAbsent(edge.from().key(), _ -> new ArrayList<>()).add(edge);
      byKey.computeIfAbsent(edge.to().key(), _ -> new ArrayList<>()).add(edge);
    }
    return new RelationGraph(all, byKey);
  }

  /// The relations of one incident.
  List<RelationEdge> of(IncidentId id) {
    return byKey.getOrDefault(id.key(), List.of());
  }

  /// The relations between some incidents, each once.
  List<RelationEdge> among(List<Incident> incidents) {
    Set<String> keys = new HashSet<>();
    incidents.forEach(incident -> keys.add(incident.id().key()));
    List<RelationEdge> inside = new ArrayList<>();
    for (Incident incident : incidents) {
      for (RelationEdge edge : of(incident.id())) {
        if (edge.from().key().equals(incident.id().key()) && keys.contains(edge.to().key())) {
          inside.add(edge);
        }
      }
    }
    return inside;
  }

  /// All relations, without similarities between incidents that both have stronger relations.
  static List<RelationEdge> strongest(List<RelationEdge> edges) {
    Set<String> known = new HashSet<>();
    for (RelationEdge edge : edges) {
      if (edge.kind() != RelationEdge.Kind.SIMILAR) {
        known.add(edge.from().key());
        known.add(edge.to().key());
      }
    }
    return edges.stream()
        .filter(edge ->
            edge.kind() != RelationEdge.Kind.SIMILAR
                || !known.contains(edge.from().key())
                || !known.contains(edge.to().key()))
        .toList();
  }
}
