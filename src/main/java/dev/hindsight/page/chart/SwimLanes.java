package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.MissingReport;
import dev.hindsight.model.Relation;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.chart.LaneChart.Content;
import dev.hindsight.page.message.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All incidents in lanes, one for each system with the most incidents that relate to others. An
/// incident is in the lane of its first system that has one.
final class SwimLanes {
  /// More lanes than fit on a screen show no pattern.
  private static final int MOST_LANES = 14;

  // Keys of lanes that cannot be the address of a system, with their messages.
  private static final String OTHER = "chart.other-systems";
  private static final String NONE = "chart.no-system";

  private final KnowledgeBase knowledge;
  private final RelationGraph graph;
  private final Messages messages;
  private final Map<String, List<ChartIncident>> lanes = new LinkedHashMap<>();
  private final Map<String, SystemHistory> systems = new HashMap<>();
  private final Map<String, String> laneOf = new HashMap<>();

  private SwimLanes(KnowledgeBase knowledge, RelationGraph graph, Messages messages) {
    this.knowledge = knowledge;
    this.graph = graph;
    this.messages = messages;
  }

  static GraphLayout of(KnowledgeBase knowledge, RelationGraph graph, Messages messages) {
    SwimLanes swim = new SwimLanes(knowledge, graph, messages);
    swim.chooseLanes();
    knowledge.incidents().forEach(swim::add);
    knowledge.unwritten().forEach(swim::add);
    return LaneChart.of(swim.contents(), graph.all(), messages);
  }

  private void chooseLanes() {
    Map<String, Integer> related = new HashMap<>();
    for (Incident incident : knowledge.incidents()) {
      if (!graph.of(incident.id()).isEmpty()) {
        SystemPairs.systems(incident, knowledge)
            .forEach(system -> related.merge(system.slug(), 1, Integer::sum));
      }
    }
    knowledge.systems().stream()
        .filter(system -> !system.incidents().isEmpty())
        .sorted(
            Comparator.comparing((SystemHistory system) -> related.getOrDefault(system.slug(), 0))
                .thenComparing(system -> system.incidents().size())
                .reversed())
        .limit(MOST_LANES)
        .forEach(system -> {
          systems.put(system.slug(), system);
          lanes.put(system.slug(), new ArrayList<>());
        });
    lanes.put(OTHER, new ArrayList<>());
    lanes.put(NONE, new ArrayList<>());
  }

  private void add(Incident incident) {
    List<SystemHistory> named = SystemPairs.systems(incident, knowledge);
    String lane =
        named.stream()
            .map(SystemHistory::slug)
            .filter(systems::containsKey)
            .findFirst()
            .orElse(named.isEmpty() ? NONE : OTHER);
    laneOf.put(incident.id().key(), lane);
    lanes.get(lane).add(ChartIncident.of(incident, messages));
  }

  /// Places an incident without a report beside the first that mentions it.
  private void add(MissingReport missing) {
    String lane =
        missing.references().stream()
            .map(Relation::id)
            .map(id -> laneOf.get(id.key()))
            .findFirst()
            .orElse(NONE);
    lanes.get(lane).add(ChartIncident.of(missing, messages));
  }

  /// The lane with the most related incidents comes first, the lane for all other systems last.
  private List<Content> contents() {
    return lanes.entrySet().stream()
        .filter(lane -> !lane.getValue().isEmpty())
        .sorted(
            Comparator.comparing((Map.Entry<String, List<ChartIncident>> lane) ->
                    !systems.containsKey(lane.getKey()))
                .thenComparing(lane -> -related(lane.getValue()))
                .thenComparing(lane -> -lane.getValue().size()))
        .map(lane -> content(lane.getKey(), lane.getValue()))
        .toList();
  }

  private long related(List<ChartIncident> subjects) {
    return subjects.stream().filter(subject -> !graph.of(subject.id()).isEmpty()).count();
  }

  private Content content(String lane, List<ChartIncident> subjects) {
    Optional<SystemHistory> system = Optional.ofNullable(systems.get(lane));
    String name = system.map(SystemHistory::name).orElseGet(() -> messages.text(lane));
    return new Content(name, system, subjects, LaneChart.Style.LANE);
  }
}
