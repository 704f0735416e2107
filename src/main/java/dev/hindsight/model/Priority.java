package dev.hindsight.model;

/// How soon an action item is wanted, on the configured scale.
///
/// @param name the scale's own name for it, `high`; as written where it is not on the scale
/// @param rank 1 for the most pressing; a priority off the scale ranks behind all others
public record Priority(String name, int rank) {}
