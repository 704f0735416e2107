package dev.hindsight.model;

import java.util.List;

/// An incident that reports mention but that has no report.
///
/// @param references who mentions it and why: [Relation.DeclaredBy] and [Relation.MentionedBy]
/// @param dates that reports state for it
public record MissingReport(IncidentId id, List<Relation> references, List<Moment> dates) {

  public MissingReport {
    references = List.copyOf(references);
    dates = List.copyOf(dates);
  }
}
