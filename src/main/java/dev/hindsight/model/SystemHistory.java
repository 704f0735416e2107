package dev.hindsight.model;

import java.util.List;

/// One system with all its incidents.
///
/// @param name shown for all spellings and aliases of the system
/// @param slug of its page
/// @param aliases other spellings that reports use, sorted
/// @param incidents newest first
public record SystemHistory(
    String name, String slug, List<String> aliases, List<Incident> incidents) {

  public SystemHistory {
    aliases = List.copyOf(aliases);
    incidents = List.copyOf(incidents);
  }

  /// The number of open action items of its incidents.
  public long openActions() {
    return incidents.stream().mapToLong(Incident::openActions).sum();
  }
}
