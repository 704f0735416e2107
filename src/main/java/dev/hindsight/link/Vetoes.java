package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.RelatedIncident;
import java.util.HashSet;
import java.util.Set;

/// Which incidents are said to have nothing to do with each other, by the author of either.
final class Vetoes {
  private final Set<Set<String>> apart = new HashSet<>();

  Vetoes(KnowledgeBase knowledge) {
    for (Incident incident : knowledge.incidents()) {
      for (RelatedIncident other : incident.ties().notRelated()) {
        knowledge
            .recognise(other.id().value())
            .map(KnowledgeBase.Recognised::id)
            .filter(id -> !id.key().equals(incident.id().key()))
            .ifPresent(id -> apart.add(Set.of(incident.id().key(), id.key())));
      }
    }
  }

  boolean areApart(IncidentId one, IncidentId other) {
    return apart.contains(Set.of(one.key(), other.key()));
  }
}
