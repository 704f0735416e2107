package dev.hindsight.model;

import java.util.List;
import java.util.Map;

/// What was published once and is no more, though others may link to it.
///
/// @param anchors the addresses within a page that nothing has any more, with what stood there, by
///   the key of the page's id
/// @param incidents those that have no report any more, by id
public record Past(Map<String, Map<String, String>> anchors, List<Gone> incidents) {

  /// Nothing was published before.
  public static final Past NONE = new Past(Map.of(), List.of());

  public Past {
    anchors = Map.copyOf(anchors);
    incidents = List.copyOf(incidents);
  }

  /// An incident whose report is gone.
  ///
  /// @param source where its report was
  public record Gone(IncidentId id, String title, String source) {}
}
