package dev.hindsight.page;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Past;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All incidents in short: `incidents.json`, against which runbooks and scripts check their links.
/// The names of its components are a published format.
record Inventory(List<Entry> incidents, List<Missing> unwritten, List<GoneData> gone) {

  /// One incident with every address within its page.
  ///
  /// @param parts the beginning of what stands at an address that an edit could move
  /// @param lost addresses that were published and are gone
  record Entry(
      String id,
      List<String> aliases,
      String title,
      String date,
      String severity,
      String status,
      List<IncidentData.SystemData> systems,
      String url,
      String source,
      List<String> anchors,
      Map<String, String> parts,
      List<String> lost,
      List<IncidentData.RelationData> related) {}

  /// An id that was published and that no report has any more.
  record GoneData(String id, String url) {}

  /// An id that is spoken of but has no report.
  record Missing(String id, String url) {}

  static Inventory of(KnowledgeBase knowledge, List<IncidentData> data) {
    return new Inventory(
        Stream.iterate(0, i -> i < data.size(), i -> i + 1)
            .map(i -> entry(data.get(i), knowledge.incidents().get(i), knowledge.past()))
            .toList(),
        knowledge.unwritten().stream()
            .map(missing -> new Missing(missing.id().value(), Addresses.page(missing.id())))
            .toList(),
        knowledge.past().incidents().stream()
            .map(gone -> new GoneData(gone.value(), Addresses.page(gone)))
            .toList());
  }

  /// The file: each entry on a line of its own, so that a comparison of two versions shows which
  /// reports differ.
  byte[] json() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes("{\n"));
    array("incidents", incidents, file);
    file.writeBytes(bytes(",\n"));
    array("unwritten", unwritten, file);
    file.writeBytes(bytes(",\n"));
    array("gone", gone, file);
    file.writeBytes(bytes("\n}\n"));
    return file.toByteArray();
  }

  private static void array(String name, List<?> entries, ByteArrayOutputStream file) {
    file.writeBytes(bytes("\"" + name + "\": ["));
    String before = "\n";
    for (byte[] entry : entries.parallelStream().map(Json::compact).toList()) {
      file.writeBytes(bytes(before));
      file.writeBytes(entry);
      before = ",\n";
    }
    file.writeBytes(bytes(entries.isEmpty() ? "]" : "\n]"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Entry entry(IncidentData data, Incident incident, Past past) {
    Map<String, String> parts = new LinkedHashMap<>();
    incident.parts().forEach(part -> parts.put(part.anchor(), part.text()));
    return new Entry(
        data.id(),
        data.aliases(),
        data.title(),
        data.date(),
        data.severity(),
        data.status(),
        data.systems(),
        data.url(),
        data.source(),
        incident.anchors(),
        parts,
        past.anchors().getOrDefault(incident.id().key(), List.of()),
        data.related());
  }
}
