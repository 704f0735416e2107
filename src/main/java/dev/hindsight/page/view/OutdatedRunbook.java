package dev.hindsight.page.view;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Runbook;
import dev.hindsight.model.SystemHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A runbook that mentions a system but not its latest incident.
public record OutdatedRunbook(Runbook runbook, SystemHistory system, Incident latest) {

  /// All outdated runbooks, in the order of runbooks.
  public static List<OutdatedRunbook> all(KnowledgeBase knowledge) {
    Map<String, SystemHistory> byName = new HashMap<>();
    knowledge.systems().forEach(system -> byName.put(system.name(), system));
    return knowledge.runbooks().stream()
        .flatMap(runbook ->
            runbook.systems().stream()
                .map(byName::get)
                .filter(system -> system != null && !system.incidents().isEmpty())
                .map(system -> new OutdatedRunbook(runbook, system, system.incidents().getFirst()))
                .filter(gap -> !runbook.incidents().contains(gap.latest().id())))
        .toList();
  }
}
