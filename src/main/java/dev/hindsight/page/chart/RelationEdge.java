package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Relation;

/// The line between two incidents in a chart. Two incidents have at most one, of the strongest
/// kind.
///
/// @param from the incident that mentions the other, or is its recurrence
record RelationEdge(IncidentId from, IncidentId to, Kind kind) {

  /// The kinds of relations, the strongest first: what an author stated comes before what was
  /// found.
  enum Kind {
    SAME,
    NAMED,
    MENTIONED,
    RECURS,
    SIMILAR
  }

  /// The edge of a relation, seen from the incident that has it.
  static RelationEdge of(IncidentId here, Relation relation) {
    IncidentId other = relation.id();
    return switch (relation) {
      case Relation.SameAs _ -> new RelationEdge(here, other, Kind.SAME);
      case Relation.Declared _ -> new RelationEdge(here, other, Kind.NAMED);
      case Relation.DeclaredBy _ -> new RelationEdge(other, here, Kind.NAMED);
      case Relation.Mentions _ -> new RelationEdge(here, other, Kind.MENTIONED);
      case Relation.MentionedBy _ -> new RelationEdge(other, here, Kind.MENTIONED);
      case Relation.Recurs recurs when recurs.isEarlier() ->
          new RelationEdge(here, other, Kind.RECURS);
      case Relation.Recurs _ -> new RelationEdge(other, here, Kind.RECURS);
      case Relation.Similar _ -> new RelationEdge(here, other, Kind.SIMILAR);
    };
  }

  /// The stronger of two edges between the same incidents; the first of equals.
  static RelationEdge surer(RelationEdge first, RelationEdge second) {
    return second.kind.compareTo(first.kind) < 0 ? second : first;
  }
}
