package dev.hindsight.check;

import dev.hindsight.model.Block;
import dev.hindsight.model.Incident;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Section;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks that times are in order, and in the year of the incident.
///
/// An entry is compared with the one above it in the same list or table. A year is wrong if the
/// same day in the incident's own year is near the incident, because a timeline can begin a year
/// before.
final class TimelineCheck implements Checker.Check {
  static final ProblemKind BACKWARDS =
      ProblemKind.warning(
          "backwards-timeline",
          ProblemKind.Topic.TIME,
          """
          A timeline entry that is earlier than the one above it in the same list or table, or an end before the start. A clock
          that jumps back by more than eight hours counts as midnight.
          """);

  static final ProblemKind WRONG_YEAR =
      ProblemKind.warning(
          "wrong-year",
          ProblemKind.Topic.TIME,
          """
          A timeline entry in another year than the incident, although the same day in the incident's year would be close to it.
          """);

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

  /// The largest difference between two zones, in minutes.
  private static final long LARGEST_OFFSET = 26 * 60;

  /// How near, in days.
  private static final int NEAR = 15;

  @Override
  public Stream<Problem> of(Incident incident) {
    List<Problem> problems = new ArrayList<>();
    for (Section section : incident.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Timeline timeline) {
          entries(timeline.entries(), incident, problems);
        }
      }
    }
    Optional<Moment> started = incident.phases().started();
    Optional<Moment> resolved = incident.phases().resolved();
    if (started.isPresent() && resolved.isPresent() && isBefore(resolved.get(), started.get())) {
      problems.add(
          backwards(
              SourcePosition.of(incident.source(), incident.place("resolved")),
              resolved.get().toString(),
              started.get().toString()));
    }
    return problems.stream();
  }

  private static void entries(
      List<TimelineEntry> entries, Incident incident, List<Problem> problems) {
    Optional<TimelineEntry> last = Optional.empty();
    for (TimelineEntry entry : entries) {
      SourcePosition at = SourcePosition.of(incident.source(), entry.place());
      Optional<Integer> year = rightYear(entry, incident);
      if (year.isPresent()) {
        problems.add(
            WRONG_YEAR.at(
                at,
                "'" + entry.time() + "' is not in the year of the incident",
                "did you mean " + year.get() + "?"));
        continue;
      }
      if (last.isPresent() && isBefore(entry, last.get())) {
        problems.add(backwards(at, entry.time(), last.get().time()));
      }
      if (entry.minutes().isPresent() || entry.at().isPresent()) {
        last = Optional.of(entry);
      }
    }
  }

  /// The correct year of an entry, if it states a wrong one.
  private static Optional<Integer> rightYear(TimelineEntry entry, Incident incident) {
    if (incident.isDateDerived()
        || entry.at().isEmpty()
        || !YEAR.matcher(entry.time()).find()
        || incident.date().filter(date -> date.precision() != Moment.Precision.YEAR).isEmpty()) {
      return Optional.empty();
    }
    LocalDate own = incident.date().get().first();
    LocalDate day = entry.at().get().first();
    return Stream.of(own.getYear(), own.getYear() + 1, own.getYear() - 1)
        .filter(year -> year != day.getYear())
        .filter(year -> Math.abs(ChronoUnit.DAYS.between(own, day)) > 300)
        .filter(year -> Math.abs(ChronoUnit.DAYS.between(own, day.withYear(year))) <= NEAR)
        .findFirst();
  }

  private static Problem backwards(SourcePosition at, String found, String before) {
    return BACKWARDS.at(
        at,
        "'" + found + "' follows '" + before + "' but is earlier",
        "correct the time or add its date");
  }

  private static boolean isBefore(TimelineEntry entry, TimelineEntry above) {
    if (entry.minutes().isPresent() && above.minutes().isPresent()) {
      return entry.minutes().getAsLong() < above.minutes().getAsLong();
    }
    return entry.at().isPresent()
        && above.at().isPresent()
        && entry.at().get().first().isBefore(above.at().get().first());
  }

  private static boolean isBefore(Moment moment, Moment other) {
    OptionalLong minutes = other.minutesUntil(moment);
    if (minutes.isPresent()) {
      // If only one of them has a zone, their zones can differ.
      boolean isSure = moment.zone().isPresent() == other.zone().isPresent();
      return minutes.getAsLong() < (isSure ? 0 : -LARGEST_OFFSET);
    }
    // A month is not before a day in it.
    return !other.date().startsWith(moment.date())
        && !moment.date().startsWith(other.date())
        && moment.first().isBefore(other.first());
  }
}
