package dev.hindsight.page.view;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemHistory;
import java.util.Comparator;
import java.util.List;

/// The filters of the list of incidents.
///
/// @param severities in use, the worst first
/// @param years the latest first
public record IncidentFilterChoices(
    List<String> severities, List<String> systems, List<String> years, List<String> statuses) {

  public static IncidentFilterChoices of(KnowledgeBase knowledge) {
    List<Incident> incidents = knowledge.incidents();
    return new IncidentFilterChoices(
        incidents.stream()
            .flatMap(incident -> incident.severity().stream())
            .sorted(Comparator.comparingInt(Severity::rank))
            .map(Severity::name)
            .distinct()
            .toList(),
        knowledge.systems().stream()
            .filter(system -> !system.incidents().isEmpty())
            .map(SystemHistory::name)
            .toList(),
        incidents.stream()
            .flatMap(incident -> incident.date().stream())
            .map(date -> date.date().substring(0, 4))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList(),
        incidents.stream()
            .flatMap(incident -> incident.status().stream())
            .distinct()
            .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
            .toList());
  }
}
