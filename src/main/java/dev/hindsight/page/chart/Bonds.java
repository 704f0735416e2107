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
record Bonds(List<Bond> all, Map<String, List<Bond>> byKey) {

  Bonds {
    all = List.copyOf(all);
    byKey = Map.copyOf(byKey);
  }

  /// Two incidents, without regard to which comes first.
  private record Pair(String low, String high) {
    static Pair of(Bond bond) {
      String from = bond.from().key();
      String to = bond.to().key();
      return from.compareTo(to) < 0 ? new Pair(from, to) : new Pair(to, from);
    }
  }

  /// A relation is known at both ends, or at one alone: what is alike need not be so mutually.
  static Bonds of(KnowledgeBase knowledge) {
    Map<Pair, Bond> found = new LinkedHashMap<>();
    for (Incident incident : knowledge.incidents()) {
      for (Relation relation : knowledge.relations(incident.id())) {
        Bond bond = Bond.of(incident.id(), relation);
        if (!bond.from().key().equals(bond.to().key())) {
          found.merge(Pair.of(bond), bond, Bond::surer);
        }
      }
    }
    return of(found.values().stream().toList());
  }

  /// @param all each pair once
  static Bonds of(List<Bond> all) {
    Map<String, List<Bond>> byKey = new HashMap<>();
    for (Bond bond : all) {
      byKey.computeIfAbsent(bond.from().key(), _ -> new ArrayList<>()).add(bond);
      byKey.computeIfAbsent(bond.to().key(), _ -> new ArrayList<>()).add(bond);
    }
    return new Bonds(all, byKey);
  }

  /// The bonds of one incident.
  List<Bond> of(IncidentId id) {
    return byKey.getOrDefault(id.key(), List.of());
  }

  /// The bonds that have both ends among some incidents, each once.
  List<Bond> among(List<Incident> incidents) {
    Set<String> keys = new HashSet<>();
    incidents.forEach(incident -> keys.add(incident.id().key()));
    List<Bond> inside = new ArrayList<>();
    for (Incident incident : incidents) {
      for (Bond bond : of(incident.id())) {
        if (bond.from().key().equals(incident.id().key()) && keys.contains(bond.to().key())) {
          inside.add(bond);
        }
      }
    }
    return inside;
  }

  /// Those that an author or a recurrence makes, and those of what is only alike that are the
  /// surest that one of their ends has.
  static List<Bond> telling(List<Bond> bonds) {
    Set<String> known = new HashSet<>();
    for (Bond bond : bonds) {
      if (bond.kind() != Bond.Kind.SIMILAR) {
        known.add(bond.from().key());
        known.add(bond.to().key());
      }
    }
    return bonds.stream()
        .filter(bond ->
            bond.kind() != Bond.Kind.SIMILAR
                || !known.contains(bond.from().key())
                || !known.contains(bond.to().key()))
        .toList();
  }
}
