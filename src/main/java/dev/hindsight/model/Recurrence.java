package dev.hindsight.model;

import java.util.List;

/// A failure that came back: incidents of one system with a similar cause, or that their authors
/// call a recurrence.
///
/// @param anchor its anchor on the insights page, which depends only on the oldest incident
/// @param incidents oldest first, two or more
/// @param systems that all of them affected, by name
/// @param terms the words that they share and few others have, the most significant first
/// @param stillOpen action items of earlier incidents that are still open, or were when the failure
///   came back
public record Recurrence(
    String anchor,
    List<Incident> incidents,
    List<String> systems,
    List<String> terms,
    List<OpenAction> stillOpen) {

  public Recurrence {
    incidents = List.copyOf(incidents);
    systems = List.copyOf(systems);
    terms = List.copyOf(terms);
    stillOpen = List.copyOf(stillOpen);
  }

  /// The newest incident.
  public Incident last() {
    return incidents.getLast();
  }
}
