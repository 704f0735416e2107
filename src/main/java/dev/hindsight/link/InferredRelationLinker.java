package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Recurrence;
import dev.hindsight.model.Relation;
import dev.hindsight.model.Similarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adds inferred relations between incidents: recurrences and similar incidents. Never replaces a
/// relation that an author stated.
final class InferredRelationLinker {
  /// More would not be read.
  private static final int MOST_SIMILAR = 5;

  private final Map<String, List<Relation>> relations = new HashMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  private InferredRelationLinker(KnowledgeBase knowledge) {
    knowledge.relations().forEach((key, all) -> all.forEach(relation -> add(key, relation)));
  }

  static KnowledgeBase connect(KnowledgeBase knowledge, List<Similarity> similarities) {
    RecurrenceExclusions vetoes = new RecurrenceExclusions(knowledge);
    List<Recurrence> recurrences = new RecurrenceFinder(knowledge, vetoes).find(similarities);
    InferredRelationLinker connector = new InferredRelationLinker(knowledge);
    recurrences.forEach(connector::addNeighbors);
    Map<String, Integer> similar = new HashMap<>();
    for (Similarity similarity : similarities) {
      String key = similarity.one().key();
      if (!vetoes.areExcluded(similarity.one(), similarity.other())
          && similar.getOrDefault(key, 0) < MOST_SIMILAR
          && connector.add(
              key,
              new Relation.Similar(similarity.other(), similarity.terms(), similarity.systems()))) {
        similar.merge(key, 1, Integer::sum);
      }
    }
    return knowledge.with(connector.relations, recurrences);
  }

  /// Relates each occurrence to the one before and the one after. The insights page shows all.
  private void addNeighbors(Recurrence recurrence) {
    List<Incident> incidents = recurrence.incidents();
    for (int i = 1; i < incidents.size(); i++) {
      IncidentId earlier = incidents.get(i - 1).id();
      IncidentId later = incidents.get(i).id();
      add(later.key(), new Relation.Recurs(earlier, recurrence.anchor(), true));
      add(earlier.key(), new Relation.Recurs(later, recurrence.anchor(), false));
    }
  }

  private boolean add(String key, Relation relation) {
    boolean isNew = known.computeIfAbsent(key, _ -> new HashSet<>()).add(relation.id().key());
    if (isNew) {
      relations.computeIfAbsent(key, _ -> new ArrayList<>()).add(relation);
    }
    return isNew;
  }
}
