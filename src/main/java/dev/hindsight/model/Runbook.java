package dev.hindsight.model;

import java.util.List;
import java.util.Optional;

/// A runbook: a document outside the site that tells what to do when a system fails.
///
/// @param path its file, as people know it: the folder of the configuration and the path below it
/// @param title its first heading, else the name of its file
/// @param url where it is read; empty where the configuration does not say
/// @param incidents that it names, by id or address, in its order, each once
/// @param systems that it speaks of, by their names in the knowledge base, each once
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
