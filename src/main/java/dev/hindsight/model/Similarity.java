package dev.hindsight.model;

import java.util.List;

/// The similarity of one incident to another.
///
/// @param score 0 for nothing in common, 1 for the same words
/// @param terms the words that both have and few others, the most significant first
/// @param systems that both affected
public record Similarity(
    IncidentId one, IncidentId other, double score, List<String> terms, List<String> systems) {

  public Similarity {
    terms = List.copyOf(terms);
    systems = List.copyOf(systems);
  }
}
