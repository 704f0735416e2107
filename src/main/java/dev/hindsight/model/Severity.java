package dev.hindsight.model;

/// How bad an incident was, on the configured scale.
///
/// @param name the scale's own name for it, `SEV2`; as written where it is not on the scale
/// @param rank 1 for the worst; a severity off the scale ranks behind all others
/// @param written what the report says, with all that it adds
public record Severity(String name, int rank, String written) {

  /// Whether the report says it in other words than the scale.
  public boolean isReworded() {
    return !name.equals(written);
  }
}
