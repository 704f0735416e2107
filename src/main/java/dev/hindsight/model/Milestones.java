package dev.hindsight.model;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/// When an incident began, was detected, was mitigated and was resolved, as far as stated.
public record Milestones(
    Optional<Moment> started,
    Optional<Moment> detected,
    Optional<Moment> mitigated,
    Optional<Moment> resolved) {

  /// The minutes from start to end, if both are given to the minute and in one zone.
  public OptionalLong minutes() {
    if (started.isEmpty()
        || resolved.isEmpty()
        || started.get().time().isEmpty()
        || resolved.get().time().isEmpty()
        || !started.get().zone().equals(resolved.get().zone())) {
      return OptionalLong.empty();
    }
    long minutes = Duration.between(local(started.get()), local(resolved.get())).toMinutes();
    return minutes < 0 ? OptionalLong.empty() : OptionalLong.of(minutes);
  }

  private static LocalDateTime local(Moment moment) {
    return moment.first().atTime(moment.time().orElseThrow());
  }
}
