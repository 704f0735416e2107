package dev.hindsight.page;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Addresses;
import java.util.List;
import java.util.stream.Stream;

/// All incidents in short: `incidents.json`, against which runbooks and scripts check their links.
/// The names of its components are a published format.
record Inventory(List<Entry> incidents, List<Missing> unwritten) {

  /// One incident with every address within its page.
  record Entry(
      String id,
      List<String> aliases,
      String title,
      String date,
      String severity,
      String status,
      List<IncidentData.SystemData> systems,
      String url,
      List<String> anchors,
      List<IncidentData.RelationData> related) {}

  /// An id that is spoken of but has no report.
  record Missing(String id, String url) {}

  static Inventory of(KnowledgeBase knowledge, List<IncidentData> data) {
    return new Inventory(
        Stream.iterate(0, i -> i < data.size(), i -> i + 1)
            .map(i -> entry(data.get(i), knowledge.incidents().get(i)))
            .toList(),
        knowledge.unwritten().stream()
            .map(missing -> new Missing(missing.id().value(), Addresses.page(missing.id())))
            .toList());
  }

  private static Entry entry(IncidentData data, Incident incident) {
    return new Entry(
        data.id(),
        data.aliases(),
        data.title(),
        data.date(),
        data.severity(),
        data.status(),
        data.systems(),
        data.url(),
        incident.anchors(),
        data.related());
  }
}
