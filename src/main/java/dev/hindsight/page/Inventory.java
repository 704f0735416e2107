package dev.hindsight.page;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Block;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Section;
import dev.hindsight.model.Step;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.site.Addresses;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All incidents in short: `incidents.json`, against which runbooks and scripts check their links.
/// The names of its components are a published format.
record Inventory(List<Entry> incidents, List<Missing> unwritten) {

  /// The address of a heading or a footnote inside a section.
  private static final Pattern ID = Pattern.compile("<[^>]* id=\"([^\"]+)\"");

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
        anchors(incident),
        data.related());
  }

  private static List<String> anchors(Incident incident) {
    return Stream.of(
            incident.sections().stream()
                .filter(section -> !section.heading().isEmpty())
                .map(Section::anchor),
            incident.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Prose.class::isInstance)
                .flatMap(block -> ID.matcher(((Block.Prose) block).html().value()).results())
                .map(found -> found.group(1)),
            incident.timeline().stream().map(TimelineEntry::anchor),
            incident.resolution().stream().map(Step::anchor),
            incident.actionItems().stream().map(ActionItem::anchor))
        .flatMap(anchors -> anchors)
        .toList();
  }
}
