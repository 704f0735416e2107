package dev.hindsight.page;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.MissingReport;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Recurrence;
import dev.hindsight.model.Relation;
import dev.hindsight.model.Runbook;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.store.Digest;
import dev.hindsight.site.store.RecordCodec;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Digests of everything that the files of an incident are made of: its page, its data and its
/// small page. If another report is shown there, its whole content counts, so no one has to track
/// which part is shown.
///
/// Anything that is added to these files must be added here. If not, the tests with random edits
/// fail.
final class IncidentKeys {
  private final KnowledgeBase knowledge;
  private final Map<String, LocalDate> changes;
  private final String everywhere;

  /// Digests of incidents by their keys, and of recurrences by their anchors.
  private final Map<String, String> incidents;

  private final Map<String, String> recurrences = new HashMap<>();
  private final Map<String, MissingReport> unwritten = new HashMap<>();

  /// @param changes the last change of each report, by path
  IncidentKeys(KnowledgeBase knowledge, LastPages last, Map<String, LocalDate> changes) {
    this.knowledge = knowledge;
    this.changes = changes;
    this.everywhere =
        key(
            Everywhere.class,
            new Everywhere(
                last.common(),
                knowledge.incidents().size(),
                knowledge.systems().size(),
                knowledge.ids()));
    this.incidents = last.digests();
    knowledge.recurrences().forEach(again -> recurrences.put(again.anchor(), key(again)));
    knowledge.unwritten().forEach(missing -> unwritten.put(missing.id().key(), missing));
  }

  /// What all pages show.
  ///
  /// @param ids the words that can become links to reports
  private record Everywhere(
      String common, int incidents, int systems, Map<String, IncidentId> ids) {}

  /// A recurrence.
  private record Again(
      String anchor, List<String> systems, List<String> terms, List<String> incidents) {}

  /// What the page of one incident shows.
  ///
  /// @param neighbors the previous and the next incident
  /// @param related and linked: the incidents that it relates to and that it links to
  /// @param names of its systems, and their addresses
  private record Shown(
      String everywhere,
      String own,
      List<String> neighbors,
      List<Relation> relations,
      List<String> related,
      List<Moment> unwritten,
      List<String> linked,
      Optional<String> recurrence,
      List<String> names,
      List<Runbook> runbooks,
      Optional<LocalDate> changed) {}

  /// @param place its index among all incidents
  String of(int place) {
    List<Incident> all = knowledge.incidents();
    Incident incident = all.get(place);
    List<Relation> relations = knowledge.relations(incident.id());
    return key(
        Shown.class,
        new Shown(
            everywhere,
            own(incident),
            List.of(
                place > 0 ? own(all.get(place - 1)) : "",
                place + 1 < all.size() ? own(all.get(place + 1)) : ""),
            relations,
            relations.stream().map(relation -> own(relation.id())).toList(),
            relations.stream()
                .map(relation -> unwritten.get(relation.id().key()))
                .flatMap(missing -> missing == null ? Stream.of() : missing.dates().stream())
                .toList(),
            incident.links().stream()
                .map(link -> knowledge.ids().get(link.path().toLowerCase(Locale.ROOT)))
                .map(id -> id == null ? "" : own(id))
                .toList(),
            knowledge.recurrence(incident.id()).map(Recurrence::anchor).map(recurrences::get),
            incident.systems().stream().map(this::system).toList(),
            knowledge.runbooks(incident.id()),
            Optional.ofNullable(changes.get(incident.source()))));
  }

  /// Everything that a key covers.
  static List<String> files(Incident incident) {
    String page = Addresses.page(incident.id());
    return List.of(
        page,
        Addresses.embedded(page),
        Addresses.data(incident.id()),
        Addresses.script(incident.id()));
  }

  private String own(Incident incident) {
    return own(incident.id());
  }

  private String own(IncidentId id) {
    return incidents.getOrDefault(id.key(), "");
  }

  private String key(Recurrence again) {
    return key(
        Again.class,
        new Again(
            again.anchor(),
            again.systems(),
            again.terms(),
            again.incidents().stream().map(this::own).toList()));
  }

  private String system(SystemName name) {
    var history = knowledge.system(name);
    return history.slug() + " " + history.name();
  }

  private static <T extends Record> String key(Class<T> type, T value) {
    return Digest.quick(RecordCodec.write(type, value));
  }
}
