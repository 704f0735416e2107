package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.site.PublishedInventory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps the address of a report whose ID has changed while its file has not: the published ID
/// becomes an alias.
final class FormerIds {
  private FormerIds() {}

  static List<Incident> keep(List<Incident> incidents, PublishedInventory published) {
    Set<String> known =
        incidents.stream().flatMap(Incident::ids).map(IncidentId::key).collect(Collectors.toSet());
    Map<String, List<IncidentId>> bySource = new HashMap<>();
    published.pages().values().stream()
        .filter(page -> !page.isGone() && !page.source().isEmpty())
        .filter(page -> !known.contains(page.id().key()))
        .forEach(page ->
            bySource.put(
                page.source(), page.ids().filter(id -> !known.contains(id.key())).toList()));
    return bySource.isEmpty()
        ? incidents
        : incidents.stream()
            .map(one -> one.withAliases(bySource.getOrDefault(one.source(), List.of())))
            .toList();
  }
}
