package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Relation;

/// What joins two incidents in a chart. Two incidents have one bond at most, of the surest kind.
///
/// @param from the one that speaks of the other, or came back from it
record RelationEdge(IncidentId from, IncidentId to, Kind kind) {

  /// What kind of a bond it is, the surest first: what an author said comes before what was found.
  enum Kind {
    SAME,
    NAMED,
    MENTIONED,
    RECURS,
    SIMILAR
  }

  /// The bond that a relation is, seen from the incident that has it.
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

  /// The surer of two bonds of one pair; of equals the first.
  static RelationEdge surer(RelationEdge first, RelationEdge second) {
    return second.kind.compareTo(first.kind) < 0 ? second : first;
  }
}
