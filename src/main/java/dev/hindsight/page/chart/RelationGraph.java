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

/// All bonds of a knowledge base, in the order of its incidents.
///
/// @param byKey the bonds of each incident, at whichever end it stands, by the key of its id
record RelationGraph(List<RelationEdge> all, Map<String, List<RelationEdge>> byKey) {

  RelationGraph {
    all = List.copyOf(all);
    byKey = Map.copyOf(byKey);
  }

  /// Two incidents, without regard to which comes first.
  private record Pair(String low, String high) {
    static Pair of(RelationEdge bond) {
      String from = bond.from().key();
      String to = bond.to().key();
      return from.compareTo(to) < 0 ? new Pair(from, to) : new Pair(to, from);
    }
  }

  /// A relation is known at both ends, or at one alone: what is alike need not be so mutually.
  static RelationGraph of(KnowledgeBase knowledge) {
    Map<Pair, RelationEdge> found = new LinkedHashMap<>();
    for (Incident incident : knowledge.incidents()) {
      for (Relation relation : knowledge.relations(incident.id())) {
        RelationEdge bond = RelationEdge.of(incident.id(), relation);
        if (!bond.from().key().equals(bond.to().key())) {
          found.merge(Pair.of(bond), bond, RelationEdge::surer);
        }
      }
    }
    return of(found.values().stream().toList());
  }

  /// @param all each pair once
  static RelationGraph of(List<RelationEdge> all) {
    Map<String, List<RelationEdge>> byKey = new HashMap<>();
    for (RelationEdge bond : all) {
      byKey.computeIfAbsent(bond.from().key(), _ -> new ArrayList<>()).add(bond);
      byKey.computeIfAbsent(bond.to().key(), _ -> new ArrayList<>()).add(bond);
    }
    return new RelationGraph(all, byKey);
  }

  /// The bonds of one incident.
  List<RelationEdge> of(IncidentId id) {
    return byKey.getOrDefault(id.key(), List.of());
  }

  /// The bonds that have both ends among some incidents, each once.
  List<RelationEdge> among(List<Incident> incidents) {
    Set<String> keys = new HashSet<>();
    incidents.forEach(incident -> keys.add(incident.id().key()));
    List<RelationEdge> inside = new ArrayList<>();
    for (Incident incident : incidents) {
      for (RelationEdge bond : of(incident.id())) {
        if (bond.from().key().equals(incident.id().key()) && keys.contains(bond.to().key())) {
          inside.add(bond);
        }
      }
    }
    return inside;
  }

  /// Those that an author or a recurrence makes, and those of what is only alike that are the
  /// surest that one of their ends has.
  static List<RelationEdge> telling(List<RelationEdge> bonds) {
    Set<String> known = new HashSet<>();
    for (RelationEdge bond : bonds) {
      if (bond.kind() != RelationEdge.Kind.SIMILAR) {
        known.add(bond.from().key());
        known.add(bond.to().key());
      }
    }
    return bonds.stream()
        .filter(bond ->
            bond.kind() != RelationEdge.Kind.SIMILAR
                || !known.contains(bond.from().key())
                || !known.contains(bond.to().key()))
        .toList();
  }
}
