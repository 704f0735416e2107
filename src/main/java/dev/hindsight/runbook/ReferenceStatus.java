package dev.hindsight.runbook;

import dev.hindsight.model.IncidentId;
import java.util.Optional;

/// Whether the target of a reference exists.
sealed interface ReferenceStatus {

  /// It exists.
  ///
  /// @param incident whose page it is, if any
  record Exists(Optional<IncidentId> incident) implements ReferenceStatus {}

  /// It exists under another name.
  ///
  /// @param to the replacement: an ID, or a path with its fragment
  record Renamed(String to, Optional<IncidentId> incident) implements ReferenceStatus {}

  /// The incident has no report.
  record Unwritten(IncidentId id) implements ReferenceStatus {}

  /// It never existed, or no longer exists.
  ///
  /// @param nearest the most similar existing target
  /// @param incident whose page exists, if only the anchor does not
  record Dead(Optional<String> nearest, Optional<IncidentId> incident) implements ReferenceStatus {}
}
