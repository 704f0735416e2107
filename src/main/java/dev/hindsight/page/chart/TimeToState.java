package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.page.message.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// How long an incident took to reach a state. Both ends come from one source, because two
/// statements in a report may not mean the same.
///
/// @param source that states it
record TimeToState(Incident incident, long minutes, Source source) {
  /// Tags that mark the beginning, the most certain first.
  private static final List<String> BEGINNINGS = List.of("began", "critical");

  /// The states that an incident reaches.
  enum State {
    DETECTED("time-to-detect"),
    MITIGATED("time-to-mitigate"),
    RESOLVED("time-to-resolve");

    private final String message;

    State(String message) {
      this.message = message;
    }

    /// `Time to detect`
    String title(Messages messages) {
      return messages.text("insights-words." + message);
    }

    private String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What states the time, the most certain first.
  enum Source {
    /// Two times in metadata, both to the minute and in one zone.
    METADATA,
    /// The duration that the report states.
    DURATION,
    /// Two timeline entries: the first that is tagged as the beginning, else as critical, and the
    /// first that is tagged with the state.
    TIMELINE
  }

  /// Empty if the report does not state it to the minute.
  static Optional<TimeToState> until(State state, Incident incident) {
    Optional<TimeToState> stated =
        stated(state, incident.phases())
            .map(time -> new TimeToState(incident, time, Source.METADATA));
    if (stated.isEmpty() && state == State.RESOLVED && incident.duration().isPresent()) {
      return Optional.of(
          new TimeToState(incident, incident.duration().getAsLong(), Source.DURATION));
    }
    return stated.or(() ->
        tagged(state, incident.timeline())
            .map(time -> new TimeToState(incident, time, Source.TIMELINE)));
  }

  private static Optional<Long> stated(State state, Milestones phases) {
    Optional<Moment> end =
        switch (state) {
          case DETECTED -> phases.detected();
          case MITIGATED -> phases.mitigated();
          case RESOLVED -> phases.resolved();
        };
    return phases
        .started()
        .flatMap(start -> end.flatMap(moment -> between(start, moment)))
        .filter(minutes -> minutes >= 0);
  }

  private static Optional<Long> between(Moment start, Moment end) {
    if (start.time().isEmpty() || end.time().isEmpty() || !start.zone().equals(end.zone())) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.between(
                start.first().atTime(start.time().get()), end.first().atTime(end.time().get()))
            .toMinutes());
  }

  private static Optional<Long> tagged(State state, List<TimelineEntry> timeline) {
    OptionalLong start =
        BEGINNINGS.stream()
            .map(tag -> first(tag, timeline))
            .filter(OptionalLong::isPresent)
            .findFirst()
            .orElseGet(OptionalLong::empty);
    OptionalLong end = first(state.tag(), timeline);
    return start.isPresent() && end.isPresent() && end.getAsLong() >= start.getAsLong()
        ? Optional.of(end.getAsLong() - start.getAsLong())
        : Optional.empty();
  }

  private static OptionalLong first(String tag, List<TimelineEntry> timeline) {
    return timeline.stream()
        .filter(entry -> entry.tags().stream().anyMatch(one -> one.name().equalsIgnoreCase(tag)))
        .findFirst()
        .map(TimelineEntry::minutes)
        .orElseGet(OptionalLong::empty);
  }
}
