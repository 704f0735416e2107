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

/// How long after its beginning an incident came to a state. Both ends are of one source, so that
/// no two statements of a report are mixed that may not mean the same.
///
/// @param source what says so
record TimeToState(Incident incident, long minutes, Source source) {
  /// An entry with one of these marks the beginning, the surest first.
  private static final List<String> BEGINNINGS = List.of("began", "critical");

  /// What an incident comes to.
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

  /// What says how long it took, the surest first.
  enum Source {
    /// Two moments of the metadata, both to the minute and in one zone.
    METADATA,
    /// The duration that the report states.
    DURATION,
    /// Two entries of the timeline: the first that is marked as the beginning, else as critical,
    /// and the first that is marked with the state.
    TIMELINE
  }

  /// Empty where the report does not say it to the minute.
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
