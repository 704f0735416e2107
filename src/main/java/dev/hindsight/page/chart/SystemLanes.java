package dev.hindsight.page.chart;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.message.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The systems with the most incidents, each in a lane with its incidents over time: a mark for
/// each incident, or a bar for each quarter if there are many.
///
/// @param systems that have a lane, the most incidents first
/// @param more how many more systems have incidents
/// @param messages for its labels
public record SystemLanes(
    List<SystemHistory> systems,
    int more,
    Optional<GraphLayout> chart,
    Optional<SystemOverview> overview,
    Messages messages) {
  private static final int MOST_LANES = 12;
  private static final int MOST_MARKS = 400;

  static final Comparator<SystemHistory> MOST_INCIDENTS =
      Comparator.comparingInt((SystemHistory system) -> system.incidents().size()).reversed();

  public static SystemLanes of(KnowledgeBase knowledge, Messages messages) {
    List<SystemHistory> all =
        knowledge.systems().stream()
            .filter(system -> !system.incidents().isEmpty())
            .sorted(MOST_INCIDENTS)
            .toList();
    List<SystemHistory> systems = all.stream().limit(MOST_LANES).toList();
    int marks = systems.stream().mapToInt(system -> system.incidents().size()).sum();
    boolean isSmall = marks <= MOST_MARKS;
    return new SystemLanes(
        systems,
        all.size() - systems.size(),
        isSmall && !systems.isEmpty() ? Optional.of(chart(systems, messages)) : Optional.empty(),
        isSmall ? Optional.empty() : Optional.of(SystemOverview.bars(knowledge, systems, messages)),
        messages);
  }

  private static GraphLayout chart(List<SystemHistory> systems, Messages messages) {
    return LaneChart.of(
        systems.stream()
            .map(system ->
                new LaneChart.Content(
                    system.name(),
                    Optional.of(system),
                    system.incidents().stream()
                        .map(incident -> ChartIncident.of(incident, messages))
                        .toList(),
                    LaneChart.Style.MARKS))
            .toList(),
        List.of(),
        messages);
  }

  /// A sentence about the system with the most incidents. Needs at least one system.
  public String most() {
    return systems.stream()
        .map(system -> new Peak(system.name(), system.incidents().size()))
        .reduce(Peak::or)
        .orElseThrow()
        .words(messages);
  }
}
