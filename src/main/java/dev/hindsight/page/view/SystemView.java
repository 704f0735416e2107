package dev.hindsight.page.view;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.OpenAction;
import dev.hindsight.model.Recurrence;
import dev.hindsight.model.Runbook;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.SystemConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a system's page shows besides its incidents.
///
/// @param known its configuration
/// @param actions open action items of its incidents, the newest incident first
/// @param companions systems that failed with it, the most frequent first
/// @param runbooks that mention it
public record SystemView(
    SystemHistory system,
    Optional<SystemConfig> known,
    List<OpenAction> actions,
    List<Recurrence> recurrences,
    List<Companion> companions,
    List<Runbook> runbooks) {

  /// An incident with more systems says little about any two of them.
  private static final int MOST_AT_ONCE = 30;

  private static final Comparator<Companion> MOST_FREQUENT =
      Comparator.comparingInt(Companion::count)
          .reversed()
          .thenComparing(with -> with.system().slug());

  /// A system that failed with another.
  ///
  /// @param count the number of incidents that affected both
  record Companion(SystemHistory system, int count) {}

  /// The view of every system, in the order of the knowledge base.
  public static List<SystemView> all(KnowledgeBase knowledge, SiteConfig config) {
    Map<String, List<Companion>> companions = companions(knowledge);
    Map<String, List<Recurrence>> recurrences =
        bySystem(knowledge.recurrences(), Recurrence::systems);
    Map<String, List<Runbook>> runbooks = bySystem(knowledge.runbooks(), Runbook::systems);
    return knowledge.systems().stream()
        .map(system ->
            new SystemView(
                system,
                config.system(system.name()),
                actions(system),
                recurrences.getOrDefault(system.name(), List.of()),
                companions.getOrDefault(system.slug(), List.of()),
                runbooks.getOrDefault(system.name(), List.of())))
        .toList();
  }

  private static <T> Map<String, List<T>> bySystem(List<T> all, Function<T, List<String>> systems) {
    Map<String, List<T>> bySystem = new HashMap<>();
    all.forEach(one ->
        systems.apply(one).stream()
            .distinct()
            .forEach(name -> bySystem.computeIfAbsent(name, _ -> new ArrayList<>()).add(one)));
    return bySystem;
  }

  private static List<OpenAction> actions(SystemHistory system) {
    return system.incidents().stream()
        .flatMap(incident ->
            incident.actionItems().stream()
                .filter(ActionItem::isOpen)
                .map(item -> new OpenAction(incident, item)))
        .toList();
  }

  private static Map<String, List<Companion>> companions(KnowledgeBase knowledge) {
    Map<String, SystemHistory> bySlug = new HashMap<>();
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    knowledge.systems().forEach(system -> bySlug.put(system.slug(), system));
    for (Incident incident : knowledge.incidents()) {
      List<String> slugs =
          incident.systems().stream()
              .map(name -> knowledge.system(name).slug())
              .distinct()
              .toList();
      if (slugs.size() <= MOST_AT_ONCE) {
        slugs.forEach(one ->
            slugs.stream()
                .filter(other -> !other.equals(one))
                .forEach(other ->
                    counts
                        .computeIfAbsent(one, _ -> new HashMap<>())
                        .merge(other, 1, Integer::sum)));
      }
    }
    Map<String, List<Companion>> companions = new HashMap<>();
    counts.forEach((slug, others) ->
        companions.put(
            slug,
            others.entrySet().stream()
                .map(other -> new Companion(bySlug.get(other.getKey()), other.getValue()))
                .sorted(MOST_FREQUENT)
                .toList()));
    return companions;
  }

  /// A system as data: `systems/<slug>.json`. The names of its components are a published format.
  public SystemData data() {
    return new SystemData(
        system.name(),
        system.slug(),
        Addresses.systemPage(system.slug()),
        system.aliases(),
        known.flatMap(SystemConfig::owner).orElse(null),
        known.flatMap(SystemConfig::tier).orElse(null),
        known.flatMap(SystemConfig::runbook).orElse(null),
        system.incidents().stream().map(SystemView::entry).toList(),
        actions.stream()
            .map(action ->
                new ActionEntry(
                    action.incident().id().value(),
                    action.item().text(),
                    action.item().owner().orElse(null),
                    Addresses.page(action.incident().id()) + "#" + action.item().anchor()))
            .toList(),
        recurrences.stream()
            .map(again -> again.incidents().stream().map(one -> one.id().value()).toList())
            .toList(),
        companions.stream()
            .map(with ->
                new CompanionEntry(with.system().name(), with.system().slug(), with.count()))
            .toList());
  }

  private static IncidentEntry entry(Incident incident) {
    return new IncidentEntry(
        incident.id().value(),
        incident.title(),
        incident.date().map(Moment::date).orElse(null),
        incident.severity().map(Severity::name).orElse(null),
        incident.status().orElse(null),
        incident.fix().orElse(null),
        Addresses.page(incident.id()));
  }

  /// The content of `systems/<slug>.json`.
  ///
  /// @param recurrences the IDs of each, the oldest first
  record SystemData(
      String name,
      String slug,
      String url,
      List<String> aliases,
      String owner,
      String tier,
      String runbook,
      List<IncidentEntry> incidents,
      List<ActionEntry> openActions,
      List<List<String>> recurrences,
      List<CompanionEntry> failsWith) {}

  /// An incident of a system, the newest first.
  record IncidentEntry(
      String id,
      String title,
      String date,
      String severity,
      String status,
      String fix,
      String url) {}

  /// An open action item.
  record ActionEntry(String incident, String text, String owner, String url) {}

  /// A system that failed with it, in this many incidents.
  record CompanionEntry(String name, String slug, int incidents) {}
}
