package dev.hindsight.page.view;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.SystemHistory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The content of the home page.
///
/// @param affected systems, those with the most incidents in the last days first
/// @param until the day of the newest incident, where the last days end. A page does not know
///   today's date, and an old site would soon show nothing
/// @param again recurring incidents, the latest first
/// @param due open action items, the most urgent first
/// @param open how many are open
public record HomeView(
    List<Incident> latest,
    List<AffectedSystem> affected,
    Optional<LocalDate> until,
    List<RecurrenceView> again,
    List<ActionList.Row> due,
    long open) {

  private static final int LATEST = 8;
  private static final int AFFECTED = 8;
  private static final int AGAIN = 4;
  private static final int DUE = 6;

  /// The number of last days.
  private static final int DAYS = 90;

  /// @param recent the number of its incidents in the last days
  record AffectedSystem(SystemHistory system, long recent) {
    public int all() {
      return system.incidents().size();
    }
  }

  public static HomeView of(KnowledgeBase knowledge, ActionList actions) {
    Optional<LocalDate> until =
        knowledge.incidents().stream().flatMap(incident -> day(incident).stream()).findFirst();
    List<ActionList.Row> open = actions.rows().stream().filter(row -> row.item().isOpen()).toList();
    return new HomeView(
        knowledge.incidents().stream().limit(LATEST).toList(),
        knowledge.systems().stream()
            .filter(system -> !system.incidents().isEmpty())
            .map(system -> new AffectedSystem(system, recent(system, until)))
            .sorted(
                Comparator.comparingLong(AffectedSystem::recent)
                    .thenComparingInt(AffectedSystem::all)
                    .reversed())
            .limit(AFFECTED)
            .toList(),
        until,
        RecurrenceView.all(knowledge).stream().limit(AGAIN).toList(),
        open.stream().limit(DUE).toList(),
        open.size());
  }

  /// The number of incidents of the system with the most.
  public int most() {
    return affected.stream().mapToInt(AffectedSystem::all).max().orElse(1);
  }

  private static long recent(SystemHistory system, Optional<LocalDate> until) {
    return system.incidents().stream()
        .flatMap(incident -> day(incident).stream())
        .filter(day -> until.isPresent() && day.isAfter(until.get().minusDays(DAYS)))
        .count();
  }

  private static Optional<LocalDate> day(Incident incident) {
    return incident
        .date()
        .filter(date -> date.precision().compareTo(Moment.Precision.DAY) >= 0)
        .map(Moment::first);
  }
}
