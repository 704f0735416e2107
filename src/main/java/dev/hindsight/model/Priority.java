package dev.hindsight.model;

/// The urgency of an action item, on the configured scale.
///
/// @param name its configured name, such as `high`; as written if it is unknown
/// @param rank 1 for the most urgent; unknown priorities rank last
public record Priority(String name, int rank) {}
