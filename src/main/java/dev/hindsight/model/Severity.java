package dev.hindsight.model;

/// How bad an incident was, on the configured scale.
///
/// @param name the scale's own name for it, `SEV2`; as written where it is not on the scale
/// @param rank 1 for the worst; a severity off the scale ranks behind all others
public record Severity(String name, int rank) {}
