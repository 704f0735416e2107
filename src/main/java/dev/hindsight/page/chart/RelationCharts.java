package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.chart.SystemPairs.SystemPair;
import dev.hindsight.page.message.Messages;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Charts of how reports relate: for the whole site, for a system, for a report.
public final class RelationCharts {
  /// With more incidents, the chart of the whole site shows systems instead.
  static final int MOST_INCIDENTS = 120;

  private final KnowledgeBase knowledge;
  private final Messages messages;
  private final RelationGraph graph;
  private final Neighborhood.Finder neighborhoods;

  /// @param knowledge with all relations
  /// @param messages of the site's language
  public RelationCharts(KnowledgeBase knowledge, Messages messages) {
    this.knowledge = knowledge;
    this.messages = messages;
    this.graph = RelationGraph.of(knowledge);
    this.neighborhoods = new Neighborhood.Finder(knowledge, messages);
  }

  /// The chart of the whole site.
  ///
  /// @param counts the number of relations of each kind
  /// @param strongest the systems that most often fail together
  /// @param chart of all incidents, unless there are too many
  /// @param overview of systems, if there are too many incidents
  /// @param list every relation in the chart, by the incident that states it
  public record Whole(
      int bonds,
      Map<RelationKind, Integer> counts,
      List<SystemPair> strongest,
      Optional<GraphLayout> chart,
      Optional<SystemOverview> overview,
      List<RelationList> list) {}

  /// The relations of all reports.
  public Whole whole() {
    SystemPairs pairs = SystemPairs.of(knowledge, graph);
    Map<RelationEdge.Kind, Integer> counts = new EnumMap<>(RelationEdge.Kind.class);
    graph.all().forEach(bond -> counts.merge(bond.kind(), 1, Integer::sum));
    Map<RelationKind, Integer> inOrder = new LinkedHashMap<>();
    counts.forEach((kind, count) -> inOrder.put(new RelationKind(kind, messages), count));
    boolean isSmall = knowledge.incidents().size() + knowledge.unwritten().size() <= MOST_INCIDENTS;
    return new Whole(
        graph.all().size(),
        inOrder,
        pairs.all().stream().limit(3).toList(),
        isSmall ? Optional.of(SwimLanes.of(knowledge, graph, messages)) : Optional.empty(),
        isSmall
            ? Optional.empty()
            : Optional.of(SystemOverview.of(knowledge, graph, pairs, messages)),
        isSmall ? RelationList.of(graph.all(), this::subject, messages) : List.of());
  }

  private ChartIncident subject(IncidentId written) {
    return knowledge
        .incident(written)
        .map(incident -> ChartIncident.of(incident, messages))
        .orElseThrow();
  }

  /// Empty if no two incidents of the system relate.
  public Optional<SystemGraph> of(SystemHistory system) {
    return SystemGraph.of(system, graph, messages);
  }

  /// Empty if an incident relates to no other.
  public Optional<Neighborhood> of(Incident incident) {
    return neighborhoods.of(incident);
  }
}
