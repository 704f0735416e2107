package dev.hindsight.check;

import dev.hindsight.model.Incident;
import dev.hindsight.model.TextPosition;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Compares a stated duration with start and end if both are given to the minute, else with the
/// timeline: two entries must be that far apart. Times to repair or resolve are ignored, because
/// people count them from other points, and in hours of work.
final class DurationCheck implements Checker.Check {
  static final ProblemKind DIFFERENT_DURATION =
      ProblemKind.warning(
          "different-duration",
          ProblemKind.Topic.TIME,
          """
          The stated duration does not match the time from start to end, where both have minutes; or no two timeline entries are
          that far apart. A difference of up to a tenth plus five minutes is accepted, up to a third for whole hours. A time to
          repair or to resolve is not compared.
          """);

  private static final List<String> KEYS = List.of("duration", "impact-duration");

  /// Fewer entries prove nothing.
  private static final int FEWEST = 3;

  @Override
  public Stream<Problem> of(Incident incident) {
    Optional<TextPosition> place =
        KEYS.stream()
            .filter(incident.places()::containsKey)
            .findFirst()
            .map(incident.places()::get);
    if (incident.duration().isEmpty() || place.isEmpty()) {
      return Stream.empty();
    }
    long stated = incident.duration().getAsLong();
    OptionalLong between = incident.phases().minutes();
    Optional<String> found =
        between.isPresent()
            ? Optional.of(between.getAsLong())
                .filter(minutes -> Math.abs(minutes - stated) > tolerance(stated))
                .map(minutes -> "start and end are " + words(minutes) + " apart")
            : timeline(incident.timeline(), stated);
    return found.stream()
        .map(text ->
            DIFFERENT_DURATION.at(
                SourcePosition.of(incident.source(), place.get()),
                "the report states a duration of " + words(stated) + ", but " + text,
                "correct the one that is wrong"));
  }

  private static Optional<String> timeline(List<TimelineEntry> entries, long stated) {
    long[] minutes =
        entries.stream()
            .map(TimelineEntry::minutes)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .sorted()
            .toArray();
    if (minutes.length < FEWEST || stated == 0) {
      return Optional.empty();
    }
    long tolerance = tolerance(stated);
    for (long minute : minutes) {
      int at = Arrays.binarySearch(minutes, minute + stated - tolerance);
      int next = at >= 0 ? at : -at - 1;
      if (next < minutes.length && minutes[next] <= minute + stated + tolerance) {
        return Optional.empty();
      }
    }
    return Optional.of(
        "no two timeline entries are that far apart; the first and last are "
            + words(minutes[minutes.length - 1] - minutes[0]));
  }

  /// A tenth, but at least five minutes; a third if the duration is rounded to hours or days.
  private static long tolerance(long stated) {
    long share = stated % 60 == 0 ? 3 : 10;
    return Math.max(stated % 1440 == 0 ? 720 : 5, stated / share);
  }

  private static String words(long minutes) {
    String hours = minutes / 60 + " h";
    return minutes < 60
        ? minutes + " min"
        : minutes % 60 == 0 ? hours : hours + " " + minutes % 60 + " min";
  }
}
