package dev.hindsight.model;

import java.util.List;
import java.util.Map;

/// What was published once and no longer exists, although others may link to it. Only addresses are
/// kept, because authors may have removed the text on purpose.
///
/// @param anchors removed anchors, by the key of the page's ID
/// @param incidents IDs that no report has any more, sorted
public record RetiredAddresses(Map<String, List<String>> anchors, List<IncidentId> incidents) {

  /// Nothing was published before.
  public static final RetiredAddresses NONE = new RetiredAddresses(Map.of(), List.of());

  public RetiredAddresses {
    anchors = Map.copyOf(anchors);
    incidents = List.copyOf(incidents);
  }
}
