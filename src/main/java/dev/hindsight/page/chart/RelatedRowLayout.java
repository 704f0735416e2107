package dev.hindsight.page.chart;

import dev.hindsight.page.chart.RowLayout.Mark;
import dev.hindsight.page.chart.RowLayout.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Places related incidents beside each other, like the stops of a line. A group takes the first
/// rows that are free from its oldest to its newest incident.
final class RelatedRowLayout {
  private static final double BETWEEN_GROUPS = 12;

  /// Rows that a group may use to have space for labels.
  private static final int LABELED = 3;

  private final Map<String, String> parents = new HashMap<>();

  private RelatedRowLayout() {}

  /// @param marks from left to right
  static List<Place> stack(List<Mark> marks, List<RelationEdge> bonds, double gap) {
    RelatedRowLayout threads = new RelatedRowLayout();
    marks.forEach(mark -> threads.parents.put(key(mark), key(mark)));
    // Similar incidents do not form a group: within one system, many are similar.
    bonds.stream().filter(edge -> edge.kind() != RelationEdge.Kind.SIMILAR).forEach(threads::join);
    Map<String, List<Mark>> groups = new LinkedHashMap<>();
    marks.forEach(
        mark -> groups.computeIfAbsent(threads.root(key(mark)), _ -> new ArrayList<>()).add(mark));
    return pack(groups.values(), gap);
  }

  private static String key(Mark mark) {
    return mark.subject().id().key();
  }

  private void join(RelationEdge edge) {
    String from = root(edge.from().key());
    String to = root(edge.to().key());
    if (from != null && to != null) {
      parents.put(from, to);
    }
  }

  /// The incident that represents the group; null for an incident that is not in the chart.
  private String root(String key) {
    String parent = parents.get(key);
    while (parent != null && !parent.equals(key)) {
      String above = parents.get(parent);
      parents.put(key, above);
      key = parent;
      parent = above;
    }
    return parent;
  }

  private static List<Place> pack(Collection<List<Mark>> groups, double gap) {
    List<Double> free = new ArrayList<>();
    List<Place> all = new ArrayList<>();
    for (List<Mark> group : groups) {
      List<Place> places = RowLayout.stack(group, gap, LABELED);
      int rows = 1 + places.stream().mapToInt(Place::row).max().orElse(0);
      int row = firstFree(free, rows, begin(group, gap));
      while (free.size() < row + rows) {
        free.add(Double.NEGATIVE_INFINITY);
      }
      for (int i = row; i < row + rows; i++) {
        free.set(i, end(group));
      }
      places.forEach(place -> all.add(place.below(row)));
    }
    all.sort(
        Comparator.comparingDouble(Place::x)
            .thenComparingInt(Place::row)
            .thenComparing(place -> place.subject().id()));
    return all;
  }

  private static int firstFree(List<Double> free, int rows, double from) {
    int row = 0;
    for (int clear = 0; row + clear < free.size() && clear < rows; ) {
      if (free.get(row + clear) <= from) {
        clear++;
      } else {
        row += clear + 1;
        clear = 0;
      }
    }
    return row;
  }

  private static double begin(List<Mark> group, double gap) {
    return group.stream()
        .mapToDouble(mark ->
            mark.hasLabelBefore()
                ? mark.x() - IncidentMark.TO_LABEL - mark.label()
                : mark.x() - gap / 2)
        .min()
        .orElse(0);
  }

  private static double end(List<Mark> group) {
    return group.stream()
            .mapToDouble(mark ->
                mark.hasLabelBefore() ? mark.x() : mark.x() + IncidentMark.TO_LABEL + mark.label())
            .max()
            .orElse(0)
        + BETWEEN_GROUPS;
  }
}
