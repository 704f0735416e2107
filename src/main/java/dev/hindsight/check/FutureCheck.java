package dev.hindsight.check;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Moment;
import dev.hindsight.model.TextPosition;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks that no date is in the future. Tomorrow is allowed, because it has begun somewhere.
///
/// @param today in the time zone of the machine
record FutureCheck(LocalDate today) implements Checker.Check {
  static final ProblemKind FUTURE_DATE =
      ProblemKind.warning(
          "future-date",
          ProblemKind.Topic.TIME,
          """
          A date or timeline entry in the future.
          """);

  @Override
  public Stream<Problem> of(Incident incident) {
    if (!incident.isDateDerived() && isFuture(incident.date())) {
      TextPosition place =
          incident.places().containsKey("date")
              ? incident.place("date")
              : incident.place("started");
      return Stream.of(problem(incident, place, incident.date()));
    }
    return incident.timeline().stream()
        .filter(entry -> isFuture(entry.at()))
        .limit(1)
        .map((TimelineEntry entry) -> problem(incident, entry.place(), entry.at()));
  }

  private boolean isFuture(Optional<Moment> moment) {
    return moment.filter(known -> known.first().isAfter(today.plusDays(1))).isPresent();
  }

  private static Problem problem(Incident incident, TextPosition place, Optional<Moment> date) {
    return FUTURE_DATE.at(
        SourcePosition.of(incident.source(), place),
        date.orElseThrow().first() + " is in the future",
        "correct the date");
  }
}
