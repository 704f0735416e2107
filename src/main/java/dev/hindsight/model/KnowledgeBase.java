package dev.hindsight.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All incidents and their relations. Linking creates it, and creates it again when the search
/// index has found similar incidents.
///
/// @param incidents newest first; those without a date last; then by ID
/// @param systems by name
/// @param unwritten missing reports, by ID
/// @param relations of each incident, by the key of its ID
/// @param ids the ID for each known spelling, alias or missing report, by key
/// @param systemsByKey the system for each spelling or alias, by [SystemName#key()]
/// @param incidentsByKey the incidents by the keys of their IDs
/// @param aliases other IDs of incidents that are not the ID of another report, sorted
/// @param recurrences the latest first
/// @param runbooks by path
/// @param recurrencesByKey recurrences by the keys of their incidents' IDs
/// @param runbooksByKey runbooks by the keys of the IDs that they mention
/// @param past what was published once and no longer exists
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

  /// A knowledge base with only IDs.
  ///
  /// @param ids the ID for each known spelling, by key
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

  /// The same with recurrences and similar incidents.
  ///
  /// @param relations of each incident, by the key of its ID
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

  /// An ID at the start of a word: the first `length` characters of the word mean `id`.
  public record RecognizedId(IncidentId id, int length) {}

  /// The incident with an ID; empty if it has no report.
  public Optional<Incident> incident(IncidentId id) {
    return Optional.ofNullable(incidentsByKey.get(id.key()));
  }

  /// The relations of one incident, strongest first, with one for each other incident.
  public List<Relation> relations(IncidentId id) {
    return relations.getOrDefault(id.key(), List.of());
  }

  /// The recurrence that includes an incident.
  public Optional<Recurrence> recurrence(IncidentId id) {
    return Optional.ofNullable(recurrencesByKey.get(id.key()));
  }

  /// The runbooks that mention an incident.
  public List<Runbook> runbooks(IncidentId id) {
    return runbooksByKey.getOrDefault(id.key(), List.of());
  }

  /// The system with a name. Every affected system of a report is known.
  public SystemHistory system(SystemName name) {
    return systemsByKey.get(name.key());
  }

  /// The longest known ID at the start of a word that ends at a separator: `INC-2026-04-10-crumple`
  /// is found before `INC-2026-04`. A date or a number alone is never an ID.
  public Optional<RecognizedId> recognize(String word) {
    for (int end = word.length(); end > 0; end = lastBreak(word, end)) {
      // Compute the key of each prefix, because lower case can be longer than upper case.
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
