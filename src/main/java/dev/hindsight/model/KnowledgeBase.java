package dev.hindsight.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All incidents and what connects them. Ask it questions; linking makes it, and makes it again
/// with what only the search index can tell.
///
/// @param incidents newest first; without a date last; then by id
/// @param systems by name
/// @param unwritten by id
/// @param relations of each incident, by the key of its id
/// @param ids what each known spelling, alias or unwritten id stands for, by key
/// @param systemsByKey which system each spelling or alias stands for, by [SystemName#key()]
/// @param incidentsByKey the incidents by the keys of their ids
/// @param aliases other ids of incidents that no report has for its own, sorted
/// @param recurrences what came back, the latest first
/// @param runbooks by path
/// @param recurrencesByKey the same by the keys of the ids of their incidents
/// @param runbooksByKey the same by the keys of the ids that they name
/// @param past what was published once and is no more
public record KnowledgeBase(
    List<Incident> incidents,
    List<SystemHistory> systems,
    List<MissingReport> unwritten,
    Map<String, List<Relation>> relations,
    Map<String, IncidentId> ids,
    Map<String, SystemHistory> systemsByKey,
    Map<String, Incident> incidentsByKey,
    List<IncidentId> aliases,
    List<Recurrence> recurrences,
    List<Runbook> runbooks,
    Map<String, Recurrence> recurrencesByKey,
    Map<String, List<Runbook>> runbooksByKey,
    RetiredAddresses past) {

  public KnowledgeBase {
    incidents = List.copyOf(incidents);
    systems = List.copyOf(systems);
    unwritten = List.copyOf(unwritten);
    relations = Map.copyOf(relations);
    ids = Map.copyOf(ids);
    systemsByKey = Map.copyOf(systemsByKey);
    incidentsByKey = Map.copyOf(incidentsByKey);
    aliases = List.copyOf(aliases);
    recurrences = List.copyOf(recurrences);
    runbooks = List.copyOf(runbooks);
    recurrencesByKey = Map.copyOf(recurrencesByKey);
    runbooksByKey = Map.copyOf(runbooksByKey);
  }

  /// Knows ids and nothing else.
  ///
  /// @param ids what each known spelling stands for, by key
  public static KnowledgeBase ofIds(Map<String, IncidentId> ids) {
    return new KnowledgeBase(
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        ids,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        RetiredAddresses.NONE);
  }

  /// The same with what came back and what is alike.
  ///
  /// @param relations of each incident, by the key of its id
  public KnowledgeBase with(Map<String, List<Relation>> relations, List<Recurrence> recurrences) {
    return with(relations, recurrences, runbooks);
  }

  /// The same with runbooks.
  public KnowledgeBase with(List<Runbook> runbooks) {
    return with(relations, recurrences, runbooks);
  }

  private KnowledgeBase with(
      Map<String, List<Relation>> relations, List<Recurrence> recurrences, List<Runbook> runbooks) {
    Map<String, Recurrence> again = new HashMap<>();
    recurrences.forEach(
        one -> one.incidents().forEach(incident -> again.put(incident.id().key(), one)));
    Map<String, List<Runbook>> naming = new HashMap<>();
    runbooks.forEach(runbook ->
        runbook
            .incidents()
            .forEach(id -> naming.computeIfAbsent(id.key(), _ -> new ArrayList<>()).add(runbook)));
    return new KnowledgeBase(
        incidents,
        systems,
        unwritten,
        relations,
        ids,
        systemsByKey,
        incidentsByKey,
        aliases,
        recurrences,
        runbooks,
        again,
        naming,
        past);
  }

  /// A part of a word that is an id: the first `length` characters of the word name `id`.
  public record RecognizedId(IncidentId id, int length) {}

  /// The incident of an id; empty where nobody has written it up.
  public Optional<Incident> incident(IncidentId id) {
    return Optional.ofNullable(incidentsByKey.get(id.key()));
  }

  /// The relations of one incident, the surest first; one for each other incident.
  public List<Relation> relations(IncidentId id) {
    return relations.getOrDefault(id.key(), List.of());
  }

  /// What came back, of which an incident is one time.
  public Optional<Recurrence> recurrence(IncidentId id) {
    return Optional.ofNullable(recurrencesByKey.get(id.key()));
  }

  /// The runbooks that name an incident.
  public List<Runbook> runbooks(IncidentId id) {
    return runbooksByKey.getOrDefault(id.key(), List.of());
  }

  /// The system that a name stands for; every affected system of a report is known.
  public SystemHistory system(SystemName name) {
    return systemsByKey.get(name.key());
  }

  /// The longest known id that a word begins with and that ends where a part of the word ends:
  /// `INC-2026-04-10-crumple` is found before `INC-2026-04`. A word that is only a date or a number
  /// names nothing.
  public Optional<RecognizedId> recognize(String word) {
    for (int end = word.length(); end > 0; end = lastBreak(word, end)) {
      // The key of each beginning is made anew: lower case may be longer than upper case.
      IncidentId id = ids.get(new IncidentId(word.substring(0, end)).key());
      if (id != null && word.chars().limit(end).anyMatch(Character::isLetter)) {
        return Optional.of(new RecognizedId(id, end));
      }
    }
    return Optional.empty();
  }

  private static int lastBreak(String word, int before) {
    int end = before - 1;
    while (end > 0 && Character.isLetterOrDigit(word.charAt(end))) {
      end--;
    }
    return end;
  }
}
