package dev.hindsight.model;

import java.util.Optional;

/// How one incident relates to another, seen from the one whose page shows it.
public sealed interface Relation {

  /// The other incident.
  IncidentId id();

  /// The author of this report names the other.
  record Declared(IncidentId id, Optional<String> reason, Html html, Optional<Moment> date)
      implements Relation {}

  /// The author of the other report names this one.
  record DeclaredBy(IncidentId id, Optional<String> reason, Html html) implements Relation {}

  /// This report speaks of the other in its text.
  record Mentions(IncidentId id, String sentence, String anchor) implements Relation {}

  /// The other report speaks of this one in its text.
  record MentionedBy(IncidentId id, String sentence, String anchor) implements Relation {}
}
