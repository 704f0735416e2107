package dev.hindsight.runbook;

import dev.hindsight.model.IncidentId;
import java.util.Optional;

/// What became of what a runbook refers to.
sealed interface ReferenceStatus {

  /// It is there.
  ///
  /// @param incident that it is about, if it is about one
  record Exists(Optional<IncidentId> incident) implements ReferenceStatus {}

  /// It is there under another name.
  ///
  /// @param to what to write in its place: an id, or a path with its fragment
  record Renamed(String to, Optional<IncidentId> incident) implements ReferenceStatus {}

  /// Nobody has written it up.
  record Unwritten(IncidentId id) implements ReferenceStatus {}

  /// It never was there, or is there no more.
  ///
  /// @param nearest what is there and looks most like it
  /// @param incident whose page is there, where only the place within it is not
  record Dead(Optional<String> nearest, Optional<IncidentId> incident) implements ReferenceStatus {}
}
