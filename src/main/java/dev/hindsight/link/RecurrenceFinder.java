package dev.hindsight.link;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.OpenAction;
import dev.hindsight.model.Recurrence;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.Relation;
import dev.hindsight.model.Similarity;
import dev.hindsight.site.Addresses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds recurring incidents: those that an author calls a recurrence, and those that share a
/// system and are so similar that they probably have the same cause.
final class RecurrenceFinder {
  /// The minimum similarity of two incidents of the same system, see [Similarity#score()].
  static final double SAME_CAUSE = 0.27;

  /// Matches reasons that call one incident a recurrence of the other.
  private static final Pattern REPEATS =
      Pattern.compile(
          "(?i)\\b(?:recurrence|re-?occurrence|recurred|reoccurred|repeat(?:ed)? of|happened again"
              + "|(?:the )?same (?:root )?cause|same (?:failure|fault|bug|defect))\\b");

  private static final Pattern DENIES =
      Pattern.compile("(?i)\\b(?:not?|isn't|wasn't|never|unlike|different|other than)\\b");

  private static final int TERMS = 4;

  /// Authors usually write up a recurrence after the earlier incident.
  private static final int UNDATED = 9999;

  private static final Comparator<Incident> OLDEST_FIRST =
      Comparator.comparing((Incident incident) -> incident.date().orElse(Moment.year(UNDATED)))
          .thenComparing(Incident::id);

  private final KnowledgeBase knowledge;
  private final RecurrenceExclusions vetoes;

  /// The incidents, oldest first.
  private final List<Incident> incidents;

  private final Map<String, Integer> places = new HashMap<>();

  /// Each incident points to an earlier one of its family, and the first one to itself.
  private final int[] earlier;

  /// The keys of all incidents of a family, by the index of its first incident.
  private final Map<Integer, Set<String>> families = new HashMap<>();

  private final Map<Integer, List<Similarity>> reasons = new HashMap<>();

  RecurrenceFinder(KnowledgeBase knowledge, RecurrenceExclusions vetoes) {
    this.knowledge = knowledge;
    this.vetoes = vetoes;
    this.incidents = knowledge.incidents().stream().sorted(OLDEST_FIRST).toList();
    this.earlier = new int[incidents.size()];
    for (int i = 0; i < earlier.length; i++) {
      earlier[i] = i;
      places.put(incidents.get(i).id().key(), i);
    }
  }

  /// The recurring incidents, latest first.
  List<Recurrence> find(Collection<Similarity> similarities) {
    for (Incident incident : incidents) {
      declared(incident).forEach(other -> join(incident.id(), other));
    }
    // Most similar first, so that exclusions separate the least similar.
    List<Similarity> strongest =
        similarities.stream()
            .sorted(Comparator.comparingDouble((Similarity similarity) -> -similarity.score()))
            .toList();
    for (Similarity similarity : strongest) {
      if (similarity.score() >= SAME_CAUSE && !similarity.systems().isEmpty()) {
        join(similarity.one(), similarity.other())
            .ifPresent(
                place -> reasons.computeIfAbsent(place, _ -> new ArrayList<>()).add(similarity));
      }
    }
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < earlier.length; i++) {
      members.computeIfAbsent(first(i), _ -> new ArrayList<>()).add(i);
    }
    return members.values().stream()
        .filter(family -> family.size() > 1)
        .sorted(Comparator.comparing((List<Integer> family) -> family.getLast()).reversed())
        .map(this::recurrence)
        .toList();
  }

  private List<IncidentId> declared(Incident incident) {
    List<IncidentId> earlierOnes = new ArrayList<>();
    for (RelatedIncident repeated : incident.ties().recurrenceOf()) {
      knowledge.recognize(repeated.id().value()).ifPresent(found -> earlierOnes.add(found.id()));
    }
    for (Relation relation : knowledge.relations(incident.id())) {
      if (relation instanceof Relation.Declared declared
          && declared.reason().filter(RecurrenceFinder::repeats).isPresent()) {
        earlierOnes.add(declared.id());
      }
    }
    return earlierOnes;
  }

  private static boolean repeats(String reason) {
    return REPEATS.matcher(reason).find() && !DENIES.matcher(reason).find();
  }

  /// Merges the families of two incidents, unless incidents of one are excluded from incidents of
  /// the other.
  ///
  /// @return the index of the later of the two
  private Optional<Integer> join(IncidentId one, IncidentId other) {
    Integer a = places.get(one.key());
    Integer b = places.get(other.key());
    if (a == null || b == null) {
      return Optional.empty();
    }
    int older = Math.min(first(a), first(b));
    int newer = Math.max(first(a), first(b));
    if (older != newer) {
      Set<String> whole = family(older);
      Set<String> joined = family(newer);
      Set<String> smaller = whole.size() < joined.size() ? whole : joined;
      Set<String> larger = smaller == whole ? joined : whole;
      if (smaller.stream().flatMap(key -> vetoes.of(key).stream()).anyMatch(larger::contains)) {
        return Optional.empty();
      }
      larger.addAll(smaller);
      families.put(older, larger);
      families.remove(newer);
      earlier[newer] = older;
    }
    return Optional.of(Math.max(a, b));
  }

  private Set<String> family(int first) {
    return families.computeIfAbsent(
        first, _ -> new HashSet<>(Set.of(incidents.get(first).id().key())));
  }

  private int first(int place) {
    int first = place;
    while (earlier[first] != first) {
      earlier[first] = earlier[earlier[first]];
      first = earlier[first];
    }
    return first;
  }

  private Recurrence recurrence(List<Integer> members) {
    List<Incident> family = members.stream().map(incidents::get).toList();
    return new Recurrence(
        anchor(family.getFirst()),
        family,
        sharedSystems(family),
        terms(members),
        family.stream()
            .limit(family.size() - 1)
            .flatMap(incident ->
                incident.actionItems().stream()
                    .filter(ActionItem::isOpen)
                    .map(item -> new OpenAction(incident, item)))
            .toList());
  }

  /// Derived from the address of its page, so that it is unique.
  private static String anchor(Incident first) {
    String page = Addresses.page(first.id());
    return "recurrence-"
        + page.substring(page.indexOf('/') + 1, page.lastIndexOf('.')).toLowerCase(Locale.ROOT);
  }

  private List<String> sharedSystems(List<Incident> family) {
    List<String> shared = new ArrayList<>(systems(family.getFirst()));
    family.forEach(incident -> shared.retainAll(systems(incident)));
    return shared;
  }

  private List<String> systems(Incident incident) {
    return incident.systems().stream()
        .map(name -> knowledge.system(name).name())
        .distinct()
        .toList();
  }

  /// The words that most incidents of the family share.
  private List<String> terms(List<Integer> members) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    members.forEach(member ->
        reasons
            .getOrDefault(member, List.of())
            .forEach(similarity ->
                similarity.terms().forEach(term -> counts.merge(term, 1, Integer::sum))));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(TERMS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
