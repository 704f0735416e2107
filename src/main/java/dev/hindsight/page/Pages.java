package dev.hindsight.page;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.AffectedSystemHistory;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Unwritten;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.Scripts;
import dev.hindsight.site.SiteConfig;
import io.pebbletemplates.pebble.PebbleEngine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Renders every page of a site. The result depends on its arguments alone: no clock, no locale, no
/// order of threads.
public final class Pages {
  private static final int LATEST = 8;
  private static final int MOST_AFFECTED = 8;

  private final SiteConfig config;
  private final Theme theme;
  private final KnowledgeBase knowledge;
  private final PebbleEngine pebble;
  private final Charts charts;

  /// @param theme templates and assets
  public Pages(SiteConfig config, Theme theme, KnowledgeBase knowledge) {
    this.config = config;
    this.theme = theme;
    this.knowledge = knowledge;
    this.charts = new Charts(knowledge);
    this.pebble =
        new PebbleEngine.Builder()
            .loader(theme.loader())
            .extension(new SiteExtension(knowledge))
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /// Writes pages, data and assets.
  public void render(Output output) {
    Assets.write(theme, output);
    if (config.offline()) {
      Assets.writeServiceWorker(theme, output);
      page(output, "offline.html", "offline", "", Map.of());
    }
    page(output, "index.html", "home", "home", home());
    page(output, "search.html", "search", "search", Map.of());
    page(output, "404.html", "404", "", Map.of());
    page(output, "incidents/index.html", "incidents", "incidents", Map.of());
    page(output, "systems/index.html", "systems", "systems", Map.of());
    graph(output);
    knowledge.incidents().parallelStream().forEach(incident -> incident(output, incident));
    knowledge.unwritten().parallelStream().forEach(unwritten -> unwritten(output, unwritten));
    knowledge.systems().parallelStream().forEach(system -> system(output, system));
    List<IncidentData> data =
        knowledge.incidents().parallelStream()
            .map(incident -> IncidentData.of(incident, knowledge))
            .toList();
    data.parallelStream().forEach(incident -> data(output, incident));
    output.write("incidents.json", Json.pretty(Inventory.of(knowledge, data)));
  }

  private Map<String, Object> home() {
    List<AffectedSystemHistory> affected =
        knowledge.systems().stream()
            .filter(system -> !system.incidents().isEmpty())
            .sorted(
                Comparator.comparingInt((AffectedSystemHistory system) -> system.incidents().size())
                    .reversed())
            .limit(MOST_AFFECTED)
            .toList();
    List<OpenAction> open =
        knowledge.incidents().stream()
            .flatMap(incident ->
                incident.actionItems().stream()
                    .filter(ActionItem::isOpen)
                    .map(item -> new OpenAction(incident, item)))
            .toList();
    return Map.of(
        "latest", knowledge.incidents().stream().limit(LATEST).toList(),
        "affected", affected,
        "most", affected.isEmpty() ? 1 : affected.getFirst().incidents().size(),
        "openCount", open.size(),
        "open", open.stream().sorted(MOST_PRESSING).limit(LATEST).toList());
  }

  /// An action item that is still to be done, with where it was decided.
  record OpenAction(Incident incident, ActionItem item) {}

  /// By priority; of equals the oldest first, which has waited longest.
  private static final Comparator<OpenAction> MOST_PRESSING =
      Comparator.comparingInt((OpenAction action) ->
              action.item().priority().map(priority -> priority.rank()).orElse(99))
          .thenComparing(action -> action.incident().date().map(Object::toString).orElse("9"))
          .thenComparing(action -> action.incident().id())
          .thenComparing(action -> action.item().number());

  void graph(Output output) {
    page(output, "graph.html", "graph", "graph", Map.of("graph", charts.whole()));
  }

  private void incident(Output output, Incident incident) {
    page(
        output,
        Addresses.page(incident.id()),
        "incident",
        "incidents",
        Map.of("incident", incident, "neighbourhood", charts.of(incident)));
  }

  private void unwritten(Output output, Unwritten unwritten) {
    page(
        output,
        Addresses.page(unwritten.id()),
        "unwritten",
        "incidents",
        Map.of("unwritten", unwritten));
  }

  private void system(Output output, AffectedSystemHistory system) {
    Map<String, Object> values = new HashMap<>();
    values.put("system", system);
    values.put("known", config.system(system.name()).orElse(null));
    values.put("graph", charts.of(system));
    page(output, Addresses.systemPage(system.slug()), "system", "systems", values);
  }

  private static void data(Output output, IncidentData incident) {
    String path = incident.url().replaceFirst("\\.html$", ".json");
    byte[] json = Json.pretty(incident);
    output.write(path, json);
    output.write(incident.url().replaceFirst("\\.html$", ".js"), Scripts.data(path, json));
  }

  private void page(
      Output output, String path, String template, String area, Map<String, Object> own) {
    Map<String, Object> values = new HashMap<>(own);
    values.put("root", path.contains("/") ? "../" : "");
    values.put("area", area);
    values.put("path", path);
    values.put("site", config);
    values.put("knowledge", knowledge);
    StringWriter html = new StringWriter(16_384);
    try {
      pebble.getTemplate(template + ".peb").evaluate(html, values);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    output.write(path, html.toString().getBytes(StandardCharsets.UTF_8));
  }
}
