package dev.hindsight.model;

import java.util.List;

/// Relations that an author declares in metadata, besides related incidents.
///
/// @param sameAs reports of the same incident
/// @param recurrenceOf earlier incidents that this one repeats
/// @param notRelated incidents that it only looks like
public record DeclaredRelations(
    List<RelatedIncident> sameAs,
    List<RelatedIncident> recurrenceOf,
    List<RelatedIncident> notRelated) {

  /// No relations.
  public static final DeclaredRelations NONE =
      new DeclaredRelations(List.of(), List.of(), List.of());

  public DeclaredRelations {
    sameAs = List.copyOf(sameAs);
    recurrenceOf = List.copyOf(recurrenceOf);
    notRelated = List.copyOf(notRelated);
  }
}
