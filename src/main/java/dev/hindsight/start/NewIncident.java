package dev.hindsight.start;

import dev.hindsight.model.IncidentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is known about an incident whose report is to be written.
///
/// @param systems empty if unknown
/// @param severity the configured name
/// @param scale the names of all severities, the worst first
record NewIncident(
    IncidentId id,
    String title,
    LocalDate date,
    Optional<String> severity,
    List<String> systems,
    List<String> authors,
    List<String> scale) {

  NewIncident {
    systems = List.copyOf(systems);
    authors = List.copyOf(authors);
    scale = List.copyOf(scale);
  }

  /// The value for a metadata key, by the key's meaning; empty if it is unknown or was not
  /// requested.
  List<String> of(String meaning) {
    return switch (meaning) {
      case "id" -> List.of(id.value());
      case "title" -> List.of(title);
      case "date" -> List.of(date.toString());
      case "severity" -> severity.stream().toList();
      case "systems" -> systems;
      case "authors" -> authors;
      default -> List.of();
    };
  }
}
