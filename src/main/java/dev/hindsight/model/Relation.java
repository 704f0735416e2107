package dev.hindsight.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How one incident relates to another, seen from the one whose page shows it.
public sealed interface Relation {

  /// The other incident.
  IncidentId id();

  /// This report and the other tell of one incident: one of them says so.
  record SameAs(IncidentId id) implements Relation {}

  /// Both are of one [Recurrence]: the same system failed for a like cause.
  ///
  /// @param isEarlier whether the other came first
  record Recurs(IncidentId id, String anchor, boolean isEarlier) implements Relation {}

  /// The author of this report names the other.
  record Declared(IncidentId id, Optional<String> reason, Html html, Optional<Moment> date)
      implements Relation {}

  /// The author of the other report names this one.
  record DeclaredBy(IncidentId id, Optional<String> reason, Html html) implements Relation {}

  /// This report speaks of the other in its text.
  record Mentions(IncidentId id, String sentence, String anchor) implements Relation {}

  /// The other report speaks of this one in its text.
  record MentionedBy(IncidentId id, String sentence, String anchor) implements Relation {}

  /// Nobody has connected the two, but they speak of the same.
  ///
  /// @param terms the words that both have and few others, the most telling first
  /// @param systems that both affected
  record Similar(IncidentId id, List<String> terms, List<String> systems) implements Relation {
    public Similar {
      terms = List.copyOf(terms);
      systems = List.copyOf(systems);
    }

    /// What both have, the words first.
    public List<String> shared() {
      return Stream.concat(terms.stream(), systems.stream()).toList();
    }
  }
}
