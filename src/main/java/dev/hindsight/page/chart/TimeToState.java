package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.TimelineStart;
import dev.hindsight.page.message.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// How long an incident took to reach a state. It is counted from the same start as on the page of
/// the incident.
///
/// @param source that states it
record TimeToState(Incident incident, long minutes, Source source) {
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
    /// Two times in metadata, both to the minute.
    METADATA,
    /// The duration that the report states.
    DURATION,
    /// The first timeline entry that is tagged with the state, counted from the [TimelineStart].
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
        tagged(state, incident).map(time -> new TimeToState(incident, time, Source.TIMELINE)));
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
        .flatMap(start -> end.flatMap(moment -> boxed(start.minutesUntil(moment))))
        .filter(minutes -> minutes >= 0);
  }

  private static Optional<Long> boxed(OptionalLong minutes) {
    return minutes.isPresent() ? Optional.of(minutes.getAsLong()) : Optional.empty();
  }

  private static Optional<Long> tagged(State state, Incident incident) {
    OptionalLong start = TimelineStart.of(incident);
    OptionalLong end = TimelineStart.tagged(state.tag(), incident.timeline());
    return start.isPresent() && end.isPresent() && end.getAsLong() >= start.getAsLong()
        ? Optional.of(end.getAsLong() - start.getAsLong())
        : Optional.empty();
  }
}
