package dev.hindsight.model;

import java.util.List;
import java.util.Map;

/// What was published once and is no more, though others may link to it. Only addresses are kept:
/// what an author has taken out is not to be read on.
///
/// @param anchors the addresses within a page that nothing has any more, by the key of the page's
///   id
/// @param incidents ids that no report has any more, sorted
public record RetiredAddresses(Map<String, List<String>> anchors, List<IncidentId> incidents) {

  /// Nothing was published before.
  public static final RetiredAddresses NONE = new RetiredAddresses(Map.of(), List.of());

  public RetiredAddresses {
    anchors = Map.copyOf(anchors);
    incidents = List.copyOf(incidents);
  }
}
