package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.RelatedIncident;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Pairs of incidents that cannot be occurrences of one recurring incident, because an author says
/// that they are unrelated or duplicates.
final class RecurrenceExclusions {
  private final Map<String, Set<String>> apart = new HashMap<>();

  RecurrenceExclusions(KnowledgeBase knowledge) {
    for (Incident incident : knowledge.incidents()) {
      Stream.concat(incident.ties().notRelated().stream(), incident.ties().sameAs().stream())
          .map(RelatedIncident::id)
          .flatMap(id -> knowledge.recognize(id.value()).stream())
          .map(found -> found.id().key())
          .filter(key -> !key.equals(incident.id().key()))
          .forEach(key -> {
            apart.computeIfAbsent(key, _ -> new HashSet<>()).add(incident.id().key());
            apart.computeIfAbsent(incident.id().key(), _ -> new HashSet<>()).add(key);
          });
    }
  }

  boolean areExcluded(IncidentId one, IncidentId other) {
    return of(one.key()).contains(other.key());
  }

  /// The keys of all incidents that one is excluded from.
  Set<String> of(String key) {
    return apart.getOrDefault(key, Set.of());
  }
}
