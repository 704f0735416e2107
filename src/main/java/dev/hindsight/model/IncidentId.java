package dev.hindsight.model;

import java.text.Normalizer;
import java.util.Locale;

/// The ID of an incident, as its author wrote it: `INC-2024-0112`.
///
/// Spellings that differ only in case are one ID: compare and look up by [#key()].
public record IncidentId(String value) implements Comparable<IncidentId> {

  /// @throws IllegalArgumentException if the ID is blank
  public IncidentId {
    value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an incident id cannot be blank");
    }
  }

  /// The same for every spelling of this ID.
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(IncidentId other) {
    int byKey = key().compareTo(other.key());
    return byKey != 0 ? byKey : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
