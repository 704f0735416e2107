package dev.hindsight.model;

import java.util.List;

/// One system with everything that happened to it.
///
/// @param name the name that all spellings and aliases of the system are shown under
/// @param slug its address among the systems
/// @param aliases other spellings that reports use, sorted
/// @param incidents newest first
public record SystemHistory(
    String name, String slug, List<String> aliases, List<Incident> incidents) {

  public SystemHistory {
    aliases = List.copyOf(aliases);
    incidents = List.copyOf(incidents);
  }

  /// How many action items of its incidents are still to be done.
  public long openActions() {
    return incidents.stream().mapToLong(Incident::openActions).sum();
  }
}
