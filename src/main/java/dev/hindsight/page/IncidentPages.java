package dev.hindsight.page;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.chart.RelationCharts;
import dev.hindsight.page.data.IncidentData;
import dev.hindsight.page.data.IncidentPreview;
import dev.hindsight.page.template.PageRenderer;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.DataScript;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import dev.hindsight.site.config.SiteConfig;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The pages and data of each incident, and a page for each id that is mentioned but has no report.
final class IncidentPages {
  private final SiteConfig config;
  private final KnowledgeBase knowledge;
  private final Map<String, LocalDate> changes;
  private final Optional<LastPages> last;
  private final PageRenderer renderer;
  private final RelationCharts charts;
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  IncidentPages(
      SiteConfig config,
      KnowledgeBase knowledge,
      Map<String, LocalDate> changes,
      Optional<LastPages> last,
      PageRenderer renderer,
      RelationCharts charts) {
    this.config = config;
    this.knowledge = knowledge;
    this.changes = changes;
    this.last = last;
    this.renderer = renderer;
    this.charts = charts;
  }

  Stream<Consumer<Output>> work(Progress progress) {
    Optional<IncidentKeys> now = last.map(before -> new IncidentKeys(knowledge, before, changes));
    return Stream.concat(
        IntStream.range(0, knowledge.incidents().size())
            .mapToObj(index ->
                output -> {
                  writeUnlessKept(output, index, now);
                  progress.step(Stage.RENDER);
                }),
        knowledge.unwritten().stream()
            .map(missing ->
                output ->
                    renderer.write(
                        output,
                        Addresses.page(missing.id()),
                        "unwritten",
                        "incidents",
                        Map.of("unwritten", missing))));
  }

  private void writeUnlessKept(Output output, int index, Optional<IncidentKeys> now) {
    Incident incident = knowledge.incidents().get(index);
    if (!isKept(incident, now.map(keys -> keys.of(index)), output)) {
      page(output, index, incident);
      data(output, incident);
    }
  }

  /// Whether the files of an incident are unchanged.
  private boolean isKept(Incident incident, Optional<String> key, Output output) {
    String path = Addresses.page(incident.id());
    key.ifPresent(now -> keys.put(path, now));
    return key.isPresent()
        && key.equals(last.map(before -> before.keys().get(path)))
        && output.keep(IncidentKeys.files(incident));
  }

  /// The inputs of incident pages that have been written, by address; see [LastPages].
  Map<String, String> keys() {
    return Map.copyOf(keys);
  }

  /// Writes the pages and data of one changed incident. Everything else stays as it was.
  ///
  /// @return whether the incident exists, at the same index among the others
  boolean preview(Incident now, Output output) {
    int index =
        knowledge
            .incident(now.id())
            .filter(was -> was.source().equals(now.source()))
            .filter(was -> was.date().equals(now.date()))
            .filter(was -> was.systems().equals(now.systems()))
            .map(knowledge.incidents()::indexOf)
            .orElse(-1);
    if (index >= 0) {
      page(output, index, now);
      data(output, now);
    }
    return index >= 0;
  }

  /// @param index among all incidents, from the newest
  private void page(Output output, int index, Incident incident) {
    List<Incident> all = knowledge.incidents();
    String path = Addresses.page(incident.id());
    Map<String, Object> values =
        Map.of(
            "incident",
            incident,
            "neighbourhood",
            charts.of(incident),
            "earlier",
            index + 1 < all.size() ? Optional.of(all.get(index + 1)) : Optional.empty(),
            "later",
            index > 0 ? Optional.of(all.get(index - 1)) : Optional.empty(),
            "changed",
            Optional.ofNullable(changes.get(incident.source())),
            "edit",
            config.edit().map(url -> url + Addresses.encode(incident.source())));
    renderer.write(output, path, "incident", "incidents", values);
    renderer.write(output, Addresses.embedded(path), "embed/incident", "incidents", values);
  }

  private void data(Output output, Incident incident) {
    IncidentData data = IncidentData.of(incident, knowledge);
    String path = Addresses.data(incident.id());
    output.write(path, Json.pretty(data));
    output.write(
        Addresses.script(incident.id()),
        DataScript.data(path, Json.compact(IncidentPreview.of(data))));
  }
}
