package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which systems fail together: they share incidents, or their incidents relate to each other.
///
/// @param all the strongest first
/// @param bySlug the pairs of each system, the strongest first
record SystemPairs(List<SystemPair> all, Map<String, List<SystemPair>> bySlug) {
  /// A report that names more systems says little about any two of them. The limit also keeps the
  /// work nearly linear.
  private static final int MOST_SYSTEMS = 12;

  private static final Comparator<SystemPair> STRONGEST =
      Comparator.comparingInt(SystemPair::weight)
          .reversed()
          .thenComparing(pair -> pair.one().slug())
          .thenComparing(pair -> pair.other().slug());

  /// Two systems; `one` comes first by address.
  ///
  /// @param shared incidents that affected both
  /// @param related pairs of incidents that relate, one of each system
  record SystemPair(SystemHistory one, SystemHistory other, int shared, int related) {
    public int weight() {
      return shared + related;
    }

    /// The system of the pair that is not `system`.
    public SystemHistory besides(SystemHistory system) {
      return one.slug().equals(system.slug()) ? other : one;
    }
  }

  static SystemPairs of(KnowledgeBase knowledge, RelationGraph bonds) {
    Counts counts = new Counts(knowledge);
    for (Incident incident : knowledge.incidents()) {
      counts.add(incident);
    }
    bonds.all().forEach(counts::add);
    List<SystemPair> all = counts.pairs().stream().sorted(STRONGEST).toList();
    Map<String, List<SystemPair>> bySlug = new HashMap<>();
    for (SystemPair pair : all) {
      bySlug.computeIfAbsent(pair.one().slug(), _ -> new ArrayList<>()).add(pair);
      bySlug.computeIfAbsent(pair.other().slug(), _ -> new ArrayList<>()).add(pair);
    }
    return new SystemPairs(all, bySlug);
  }

  /// The systems of an incident under the names that the site uses, each once.
  static List<SystemHistory> systems(Incident incident, KnowledgeBase knowledge) {
    Map<String, SystemHistory> systems = new LinkedHashMap<>();
    incident.systems().stream()
        .map(knowledge::system)
        .forEach(system -> systems.putIfAbsent(system.slug(), system));
    return List.copyOf(systems.values());
  }

  List<SystemPair> of(SystemHistory system) {
    return bySlug.getOrDefault(system.slug(), List.of());
  }

  /// Counts by the indexes of systems, which are quicker to compare than names.
  private static final class Counts {
    private final KnowledgeBase knowledge;
    private final List<SystemHistory> systems;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, int[]> byIncident = new HashMap<>();

    /// For each pair of indexes, how many incidents they share and how many relate.
    private final Map<Long, int[]> counts = new HashMap<>();

    Counts(KnowledgeBase knowledge) {
      this.knowledge = knowledge;
      this.systems =
          knowledge.systems().stream().sorted(Comparator.comparing(SystemHistory::slug)).toList();
      systems.forEach(system -> places.put(system.slug(), places.size()));
    }

    void add(Incident incident) {
      int[] own =
          systems(incident, knowledge).stream()
              .limit(MOST_SYSTEMS)
              .mapToInt(system -> places.get(system.slug()))
              .toArray();
      byIncident.put(incident.id().key(), own);
      count(own, own, 0);
    }

    void add(RelationEdge edge) {
      int[] from = byIncident.get(edge.from().key());
      int[] to = byIncident.get(edge.to().key());
      if (from != null && to != null) {
        count(from, to, 1);
      }
    }

    /// Counts each pair of incidents once, even if both incidents have both systems.
    private void count(int[] from, int[] to, int which) {
      for (int a : from) {
        for (int b : to) {
          boolean isSeenAgain = a > b && has(from, b) && has(to, a);
          if (a != b && !isSeenAgain) {
            long pair = (long) Math.min(a, b) * systems.size() + Math.max(a, b);
            counts.computeIfAbsent(pair, _ -> new int[2])[which]++;
          }
        }
      }
    }

    private static boolean has(int[] places, int place) {
      for (int other : places) {
        if (other == place) {
          return true;
        }
      }
      return false;
    }

    /// The pairs, in no order.
    List<SystemPair> pairs() {
      List<SystemPair> pairs = new ArrayList<>();
      counts.forEach((pair, count) -> {
        SystemHistory one = systems.get((int) (pair / systems.size()));
        SystemHistory other = systems.get((int) (pair % systems.size()));
        pairs.add(new SystemPair(one, other, count[0], count[1]));
      });
      return pairs;
    }
  }
}
