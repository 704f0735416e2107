package dev.hindsight.model;

import java.util.List;

/// One failure that came back: incidents of one system with a like cause, or that their authors
/// call a recurrence.
///
/// @param anchor its address on the page of insights; it depends on the oldest incident alone
/// @param incidents oldest first, two or more
/// @param systems that all of them affected, by name
/// @param terms the words that they share and few others have, the most telling first
/// @param stillOpen action items of earlier incidents that are still to be done, or were when it
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

  /// The newest of them.
  public Incident last() {
    return incidents.getLast();
  }
}
