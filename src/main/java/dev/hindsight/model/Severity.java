package dev.hindsight.model;

/// The severity of an incident, on the configured scale.
///
/// @param name its configured name, such as `SEV2`; as written if it is unknown
/// @param rank 1 for the worst; unknown severities rank last
/// @param written as written, with everything that the report adds
public record Severity(String name, int rank, String written) {

  /// Whether the report uses other words than the scale.
  public boolean isReworded() {
    return !name.equals(written);
  }
}
