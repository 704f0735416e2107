package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.chart.LaneChart.Content;
import dev.hindsight.page.chart.LaneChart.Style;
import dev.hindsight.page.message.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How the incidents of one system relate to each other.
///
/// @param list every relation in the chart, by the incident that states it
/// @param bonds the number of all relations
/// @param relating how many of its incidents relate to each other
/// @param hidden how many of these are not in the chart; `hiddenAlone` counts the others
public record SystemGraph(
    GraphLayout chart,
    List<RelationList> list,
    int bonds,
    int relating,
    int hidden,
    int hiddenAlone) {
  private static final int MOST = 200;

  /// Empty if no two incidents of the system relate.
  static Optional<SystemGraph> of(SystemHistory system, RelationGraph all, Messages messages) {
    List<RelationEdge> bonds = all.among(system.incidents());
    if (bonds.isEmpty()) {
      return Optional.empty();
    }
    Set<String> ends = new HashSet<>();
    for (RelationEdge edge : bonds) {
      ends.add(edge.from().key());
      ends.add(edge.to().key());
    }
    List<ChartIncident> relating = new ArrayList<>();
    List<ChartIncident> alone = new ArrayList<>();
    for (Incident incident : system.incidents()) {
      (ends.contains(incident.id().key()) ? relating : alone)
          .add(ChartIncident.of(incident, messages));
    }
    return Optional.of(draw(relating, alone, bonds, messages));
  }

  /// @param relating the newest first, like `alone`
  private static SystemGraph draw(
      List<ChartIncident> relating,
      List<ChartIncident> alone,
      List<RelationEdge> bonds,
      Messages messages) {
    Set<String> chosen = chosen(bonds);
    Map<String, ChartIncident> drawn = new LinkedHashMap<>();
    relating.stream()
        .filter(subject -> chosen.contains(subject.id().key()))
        .forEach(subject -> drawn.put(subject.id().key(), subject));
    List<ChartIncident> small = alone.stream().limit(MOST - drawn.size()).toList();
    List<RelationEdge> inside =
        bonds.stream()
            .filter(edge -> chosen.contains(edge.from().key()) && chosen.contains(edge.to().key()))
            .toList();
    return new SystemGraph(
        LaneChart.of(contents(List.copyOf(drawn.values()), small, messages), inside, messages),
        RelationList.of(inside, id -> drawn.get(id.key()), messages),
        bonds.size(),
        relating.size(),
        relating.size() - drawn.size(),
        alone.size() - small.size());
  }

  /// Both ends of the newest relations, so that no incident is shown without its relation.
  private static Set<String> chosen(List<RelationEdge> bonds) {
    Set<String> chosen = new HashSet<>();
    for (RelationEdge edge : bonds) {
      if (chosen.size() <= MOST - 2) {
        chosen.add(edge.from().key());
        chosen.add(edge.to().key());
      }
    }
    return chosen;
  }

  private static List<Content> contents(
      List<ChartIncident> relating, List<ChartIncident> alone, Messages messages) {
    return Stream.of(
            new Content(messages.text("chart.related"), Optional.empty(), relating, Style.THREADS),
            new Content(messages.text("chart.unrelated"), Optional.empty(), alone, Style.SMALL))
        .filter(content -> !content.subjects().isEmpty())
        .toList();
  }
}
