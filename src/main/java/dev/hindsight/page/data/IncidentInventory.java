package dev.hindsight.page.data;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.LinkTarget;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// A short list of all incidents, `incidents.json`, that runbooks and scripts use to check links.
/// The names of its components are a published format.
public final class IncidentInventory {
  private static final byte[] NEXT = bytes(",\n");

  private IncidentInventory() {}

  /// One incident with every anchor of its page.
  ///
  /// @param parts the first words at each anchor that an edit could move
  /// @param lost anchors that were published and no longer exist
  record Entry(
      String id,
      List<String> aliases,
      String title,
      String date,
      String severity,
      String status,
      List<IncidentData.SystemData> systems,
      IncidentData.FixData fix,
      String url,
      String source,
      List<String> anchors,
      Map<String, String> parts,
      List<String> lost,
      List<IncidentData.RelationData> related) {}

  /// An ID that was published and that no report has any more.
  record GoneData(String id, String url) {}

  /// An ID that is mentioned but has no report.
  record Missing(String id, String url) {}

  /// The file, with each entry on its own line, so that a diff shows which reports changed. Entries
  /// are written one by one, because the file can be long.
  public static byte[] json(KnowledgeBase knowledge) {
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(bytes("{\n"));
    array("incidents", knowledge.incidents(), incident -> entry(incident, knowledge), pieces);
    pieces.add(bytes(",\n"));
    array(
        "unwritten",
        knowledge.unwritten(),
        missing -> new Missing(missing.id().value(), Addresses.page(missing.id())),
        pieces);
    pieces.add(bytes(",\n"));
    array(
        "gone",
        knowledge.past().incidents(),
        gone -> new GoneData(gone.value(), Addresses.page(gone)),
        pieces);
    pieces.add(bytes("\n}\n"));
    ByteBuffer file = ByteBuffer.allocate(pieces.stream().mapToInt(piece -> piece.length).sum());
    pieces.forEach(file::put);
    return file.array();
  }

  private static <T> void array(
      String name, Collection<T> things, Function<T, Object> entry, List<byte[]> pieces) {
    pieces.add(bytes("\"" + name + "\": ["));
    List<byte[]> entries =
        things.parallelStream().map(thing -> Json.compact(entry.apply(thing))).toList();
    for (int i = 0; i < entries.size(); i++) {
      pieces.add(i == 0 ? bytes("\n") : NEXT);
      pieces.add(entries.get(i));
    }
    pieces.add(bytes(entries.isEmpty() ? "]" : "\n]"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Entry entry(Incident incident, KnowledgeBase knowledge) {
    List<LinkTarget> all = incident.linkTargets();
    Map<String, String> parts = new LinkedHashMap<>();
    all.forEach(part -> parts.put(part.anchor(), part.text()));
    return new Entry(
        incident.id().value(),
        incident.aliases().stream().map(IncidentId::value).toList(),
        incident.title(),
        incident.date().map(Moment::date).orElse(null),
        incident.severity().map(Severity::name).orElse(null),
        incident.status().orElse(null),
        IncidentData.systems(incident, knowledge),
        IncidentData.fix(incident),
        Addresses.page(incident.id()),
        incident.source(),
        Stream.concat(all.stream().map(LinkTarget::anchor), incident.anchorsInText()).toList(),
        parts,
        knowledge.past().anchors().getOrDefault(incident.id().key(), List.of()),
        IncidentData.related(incident, knowledge));
  }
}
