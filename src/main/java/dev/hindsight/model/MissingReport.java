package dev.hindsight.model;

import java.util.List;

/// An incident that reports speak of but nobody has written up.
///
/// @param references who speaks of it and why: [Relation.DeclaredBy] and [Relation.MentionedBy]
/// @param dates the dates that reports give it
public record MissingReport(IncidentId id, List<Relation> references, List<Moment> dates) {

  public MissingReport {
    references = List.copyOf(references);
    dates = List.copyOf(dates);
  }
}
