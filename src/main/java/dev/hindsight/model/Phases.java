package dev.hindsight.model;

import java.util.Optional;

/// When an incident began, was noticed, was contained and was over, as far as its report says so.
public record Phases(
    Optional<Moment> started,
    Optional<Moment> detected,
    Optional<Moment> mitigated,
    Optional<Moment> resolved) {}
