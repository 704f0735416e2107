package dev.hindsight.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A relation between two incidents, seen from the one whose page shows it.
public sealed interface Relation {

  /// The other incident.
  IncidentId id();

  /// The two reports are about the same incident, as one of them states.
  record SameAs(IncidentId id) implements Relation {}

  /// The two incidents are part of one [Recurrence].
  ///
  /// @param isEarlier whether the other came first
  record Recurs(IncidentId id, String anchor, boolean isEarlier) implements Relation {}

  /// The author of this report lists the other.
  record Declared(IncidentId id, Optional<String> reason, Html html, Optional<Moment> date)
      implements Relation {}

  /// The author of the other report lists this one.
  record DeclaredBy(IncidentId id, Optional<String> reason, Html html) implements Relation {}

  /// The text of this report mentions the other.
  record Mentions(IncidentId id, String sentence, String anchor) implements Relation {}

  /// The text of the other report mentions this one.
  record MentionedBy(IncidentId id, String sentence, String anchor) implements Relation {}

  /// Nobody has linked the two, but their content is similar.
  ///
  /// @param terms the words that both have and few others, the most significant first
  /// @param systems that both affected
  record Similar(IncidentId id, List<String> terms, List<String> systems) implements Relation {
    public Similar {
      terms = List.copyOf(terms);
      systems = List.copyOf(systems);
    }

    /// What the two share, words first.
    public List<String> shared() {
      return Stream.concat(terms.stream(), systems.stream()).toList();
    }
  }
}
