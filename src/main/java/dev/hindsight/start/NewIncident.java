package dev.hindsight.start;

import dev.hindsight.model.IncidentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is known of an incident whose report is to be written.
///
/// @param systems none where nobody has said them
/// @param severity as the configuration's scale names it
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

  /// What a key of metadata is to say, by its meaning; empty where that is not known or not asked
  /// for.
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
