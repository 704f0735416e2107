package dev.hindsight.model;

import java.util.Optional;
import java.util.OptionalLong;

/// When an incident began, was detected, was mitigated and was resolved, as far as stated.
public record Milestones(
    Optional<Moment> started,
    Optional<Moment> detected,
    Optional<Moment> mitigated,
    Optional<Moment> resolved) {

  /// The minutes from start to end, if both are given to the minute.
  public OptionalLong minutes() {
    OptionalLong minutes =
        started.isPresent() && resolved.isPresent()
            ? started.get().minutesUntil(resolved.get())
            : OptionalLong.empty();
    return minutes.isPresent() && minutes.getAsLong() < 0 ? OptionalLong.empty() : minutes;
  }
}
