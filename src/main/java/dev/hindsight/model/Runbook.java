package dev.hindsight.model;

import java.util.List;
import java.util.Optional;

/// A runbook: a document outside the site that says what to do when a system fails.
///
/// @param path of its file, as people know it: the configured folder and the path below it
/// @param title its first heading, else its file name
/// @param url where to read it; empty if it is not configured
/// @param incidents that it mentions, by ID or address, in its order, each once
/// @param systems that it mentions, by their names in the knowledge base, each once
public record Runbook(
    String path,
    String title,
    Optional<String> url,
    List<IncidentId> incidents,
    List<String> systems) {

  public Runbook {
    incidents = List.copyOf(incidents);
    systems = List.copyOf(systems);
  }
}
