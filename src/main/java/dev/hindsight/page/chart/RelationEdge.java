package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Relation;

/// What joins two incidents in a chart. Two incidents have one bond at most, of the surest kind.
///
/// @param from the one that speaks of the other, or came back from it
record RelationEdge(IncidentId from, IncidentId to, Kind kind) {

  /// What kind of a bond it is, the surest first: what an author said comes before what was found.
  enum Kind {
    SAME("is the same incident as"),
    NAMED("names"),
    MENTIONED("mentions"),
    RECURS("came back from"),
    SIMILAR("is like");

    private final String verb;

    Kind(String verb) {
      this.verb = verb;
    }

    /// How its line is drawn: `strong` where one failure is told of twice or came back, `said`
    /// where an author joined the two, `like` where nobody did.
    public String line() {
      return switch (this) {
        case SAME, RECURS -> "strong";
        case NAMED, MENTIONED -> "said";
        case SIMILAR -> "like";
      };
    }

    /// As in `INC-2024-0112 names INC-2024-0089`.
    public String verb() {
      return verb;
    }
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
