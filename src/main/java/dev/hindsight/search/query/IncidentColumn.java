package dev.hindsight.search.query;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/// A property of incidents that results are filtered, counted or sorted by.
public enum IncidentColumn {
  ID((incident, _) -> List.of(incident.id().value())),
  DATE((incident, _) -> list(incident.date().map(Moment::date))),
  YEAR((incident, _) -> list(incident.date().map(date -> date.date().substring(0, 4)))),
  SEVERITY((incident, _) -> list(incident.severity().map(Severity::name))),
  STATUS((incident, _) -> list(incident.status())),
  SYSTEM(IncidentColumn::systems),
  TAG((incident, _) -> incident.tags()),
  OWNER((incident, _) -> owners(incident)),
  /// Whether there are open action items.
  OPEN((incident, _) -> incident.openActions() > 0 ? List.of("yes") : List.of()),
  /// How long it lasted.
  MINUTES((incident, _) ->
      incident.duration().isPresent()
          ? List.of(Long.toString(incident.duration().getAsLong()))
          : List.of());

  private final BiFunction<Incident, KnowledgeBase, List<String>> values;

  IncidentColumn(BiFunction<Incident, KnowledgeBase, List<String>> values) {
    this.values = values;
  }

  /// Finds a column by its name.
  static IncidentColumn of(String id) {
    return Arrays.stream(values())
        .filter(column -> column.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// Its name in the index.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The values of an incident. Systems have the names that the whole site uses.
  public List<String> values(Incident incident, KnowledgeBase knowledge) {
    return values.apply(incident, knowledge);
  }

  private static List<String> list(Optional<String> value) {
    return value.map(List::of).orElse(List.of());
  }

  private static List<String> systems(Incident incident, KnowledgeBase knowledge) {
    return incident.systems().stream()
        .map(name -> knowledge.system(name).name())
        .distinct()
        .toList();
  }

  private static List<String> owners(Incident incident) {
    return incident.actionItems().stream()
        .map(ActionItem::owner)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
