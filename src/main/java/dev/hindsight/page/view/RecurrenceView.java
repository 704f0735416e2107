package dev.hindsight.page.view;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Recurrence;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/// A recurrence as pages show it.
///
/// @param title the first system and the words that all titles share, else the title of the first
///   incident
/// @param times the oldest first
/// @param size the number of incidents, shown or not
public record RecurrenceView(
    Recurrence recurrence, String title, List<Occurrence> times, int size) {
  /// The page of one incident shows this many before and after it.
  private static final int AROUND = 5;

  /// One incident of a recurrence.
  ///
  /// @param days since the previous one; empty for the first, or if a day is unknown
  record Occurrence(Incident incident, Optional<Long> days) {}

  public static List<RecurrenceView> all(KnowledgeBase knowledge) {
    return knowledge.recurrences().stream().map(RecurrenceView::of).toList();
  }

  public static RecurrenceView of(Recurrence recurrence) {
    List<Occurrence> times = new ArrayList<>();
    Optional<Incident> before = Optional.empty();
    for (Incident incident : recurrence.incidents()) {
      times.add(new Occurrence(incident, before.flatMap(last -> days(last, incident))));
      before = Optional.of(incident);
    }
    return new RecurrenceView(recurrence, title(recurrence), times, times.size());
  }

  private static Optional<Long> days(Incident before, Incident after) {
    return day(before)
        .flatMap(
            first -> day(after).map(next -> ChronoUnit.DAYS.between(first.first(), next.first())));
  }

  private static Optional<Moment> day(Incident incident) {
    return incident.date().filter(date -> date.precision().compareTo(Moment.Precision.DAY) >= 0);
  }

  private static String title(Recurrence recurrence) {
    String what =
        recurrence.terms().isEmpty()
            ? recurrence.incidents().getFirst().title()
            : String.join(", ", recurrence.terms());
    return recurrence.systems().stream()
        .findFirst()
        .map(system -> system + ": " + what)
        .orElse(what);
  }

  /// The same recurrence with only the incidents around one of them.
  public RecurrenceView around(IncidentId id) {
    int at = 0;
    while (!times.get(at).incident().id().equals(id)) {
      at++;
    }
    return new RecurrenceView(
        recurrence,
        title,
        times.subList(Math.max(0, at - AROUND), Math.min(times.size(), at + AROUND + 1)),
        size);
  }

  /// The time between two incidents, in days.
  record Gap(long shortest, long longest) {

    /// The key of its message, whose arguments are the longest and the shortest time.
    public String key() {
      return shortest == longest ? "recurrence.apart" : "recurrence.apart-range";
    }
  }

  /// The shortest and the longest time between consecutive incidents; empty if none is known.
  public Optional<Gap> gap() {
    LongSummaryStatistics days =
        times.stream()
            .flatMap(time -> time.days().stream())
            .mapToLong(Long::longValue)
            .summaryStatistics();
    return days.getCount() == 0
        ? Optional.empty()
        : Optional.of(new Gap(days.getMin(), days.getMax()));
  }
}
