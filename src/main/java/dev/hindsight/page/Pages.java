package dev.hindsight.page;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.chart.Charts;
import dev.hindsight.page.chart.Insights;
import dev.hindsight.page.chart.SystemLanes;
import dev.hindsight.page.chart.Timeline;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.Problem;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Scripts;
import dev.hindsight.site.SiteConfig;
import dev.hindsight.site.Stage;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Renders every page of a site. The result depends on its arguments alone: no clock, no locale, no
/// order of threads.
public final class Pages {
  /// In an iframe there is room for a few.
  private static final int EMBEDDED = 5;

  private final SiteConfig config;
  private final Theme theme;
  private final KnowledgeBase knowledge;
  private final Map<String, LocalDate> changes;
  private final ActionList actions;
  private final PebbleEngine pebble;
  private final Charts charts;
  private final TemplateFaults faults;

  /// @param theme templates and assets
  /// @param changes when reports were changed last, by their paths, as far as that is known
  public Pages(
      SiteConfig config, Theme theme, KnowledgeBase knowledge, Map<String, LocalDate> changes) {
    this.config = config;
    this.theme = theme;
    this.knowledge = knowledge;
    this.changes = Map.copyOf(changes);
    this.actions = ActionList.of(knowledge, config);
    this.charts = new Charts(knowledge);
    this.faults = new TemplateFaults(theme);
    this.pebble =
        new PebbleEngine.Builder()
            .loader(theme.loader())
            .extension(new SiteExtension(knowledge, config))
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /// Writes pages, data and assets, all side by side.
  ///
  /// @param progress is told of each incident's page
  public void render(Output output, Progress progress) {
    Stream.<Consumer<Output>>of(
            this::assets,
            out -> incidents(out, progress),
            this::systems,
            this::data,
            this::lists,
            this::actions,
            this::insights,
            this::timeline,
            this::graph,
            this::small,
            this::traces,
            out -> Conventions.write(config, knowledge, out))
        .parallel()
        .forEach(some -> some.accept(output));
  }

  /// Writes the pages of one incident as it is now, with all around it as it was.
  ///
  /// @return whether there is such an incident, at the same place among the others
  public boolean preview(Incident now, Output output) {
    List<Incident> all = knowledge.incidents();
    int place =
        knowledge
            .incident(now.id())
            .filter(was -> was.source().equals(now.source()))
            .filter(was -> was.date().equals(now.date()))
            .filter(was -> was.systems().equals(now.systems()))
            .map(all::indexOf)
            .orElse(-1);
    if (place >= 0) {
      incident(output, place, now);
    }
    return place >= 0;
  }

  /// What is wrong with templates, once pages are rendered; then some are missing, and nobody
  /// should read the rest.
  public List<Problem> faults() {
    return faults.all();
  }

  private void assets(Output output) {
    Assets.write(theme, output);
    OwnLook.write(config.theme(), theme, output);
    if (knowledge.incidents().stream().anyMatch(Incident::hasDiagram)) {
      Assets.writeDiagrams(theme, output);
    }
    if (config.offline()) {
      Assets.writeServiceWorker(theme, output);
      page(output, "offline.html", "offline", "", Map.of());
    }
  }

  /// Pages of which there is one, with little on it.
  private void small(Output output) {
    page(output, "index.html", "home", "home", Map.of("home", Home.of(knowledge, actions)));
    page(output, "search.html", "search", "search", Map.of());
    page(output, "404.html", "404", "", Map.of());
    page(output, "unwritten.html", "unwritten-list", "incidents", Map.of());
  }

  private void incidents(Output output, Progress progress) {
    IntStream.range(0, knowledge.incidents().size())
        .parallel()
        .forEach(place -> {
          incident(output, place, knowledge.incidents().get(place));
          progress.step(Stage.RENDER);
        });
    knowledge.unwritten().parallelStream()
        .forEach(unwritten ->
            page(
                output,
                Addresses.page(unwritten.id()),
                "unwritten",
                "incidents",
                Map.of("unwritten", unwritten)));
  }

  private void systems(Output output) {
    SystemView.all(knowledge, config).parallelStream().forEach(view -> system(output, view));
  }

  private void data(Output output) {
    List<IncidentData> data =
        knowledge.incidents().parallelStream()
            .map(incident -> IncidentData.of(incident, knowledge))
            .toList();
    data.parallelStream().forEach(incident -> data(output, incident));
    output.write("incidents.json", Inventory.of(knowledge, data).json());
  }

  /// Old addresses, and those of what is gone, as far as nothing else stands there: two ids can
  /// have one address, and a file system may not know upper case from lower.
  private void traces(Output output) {
    Set<String> taken = new HashSet<>();
    knowledge.incidents().forEach(incident -> taken.add(key(Addresses.page(incident.id()))));
    knowledge.unwritten().forEach(missing -> taken.add(key(Addresses.page(missing.id()))));
    for (Redirect old : Redirect.all(knowledge, config)) {
      if (taken.add(key(old.path()))) {
        page(output, old.path(), "moved", "", Map.of("redirect", old));
        page(output, Addresses.embedded(old.path()), "embed/moved", "", Map.of("redirect", old));
      }
    }
    for (IncidentId gone : knowledge.past().incidents()) {
      String path = Addresses.page(gone);
      if (taken.add(key(path))) {
        page(output, path, "gone", "incidents", Map.of("gone", gone));
      }
    }
  }

  private static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  private void insights(Output output) {
    List<RecurrenceView> recurrences = RecurrenceView.all(knowledge);
    page(
        output,
        "insights.html",
        "insights",
        "insights",
        Map.of(
            "recurrences",
            recurrences,
            "most",
            recurrences.stream().mapToInt(RecurrenceView::size).max().orElse(1),
            "missing",
            RunbookGap.all(knowledge),
            "insights",
            Insights.of(knowledge, config.severities())));
  }

  /// All incidents by time, and each year once more on a page of its own: of many incidents, the
  /// only list.
  private void timeline(Output output) {
    Timeline timeline = Timeline.of(knowledge);
    page(
        output,
        "timeline.html",
        "timeline",
        "timeline",
        Map.of("timeline", timeline, "lanes", SystemLanes.of(knowledge)));
    List<Timeline.Year> years = timeline.years();
    for (int i = 0; i < years.size(); i++) {
      Optional<Timeline.Year> later = i > 0 ? Optional.of(years.get(i - 1)) : Optional.empty();
      page(
          output,
          years.get(i).path(),
          "timeline-year",
          "timeline",
          Map.of(
              "year",
              years.get(i),
              "later",
              later,
              "earlier",
              years.stream().skip(i + 1).findFirst()));
    }
  }

  /// All incidents, systems and action items: so many to a page, and all for the script of the
  /// page.
  private void lists(Output output) {
    list(
        output,
        "incidents",
        knowledge.incidents(),
        ListData.incidents(knowledge),
        IncidentChoices.of(knowledge));
    list(output, "systems", knowledge.systems(), ListData.systems(knowledge, config), List.of());
  }

  private void actions(Output output) {
    list(output, "actions", actions.rows(), ListData.actions(actions), ActionChoices.of(actions));
    output.write("actions.csv", actions.csv());
    output.write("actions.json", Json.compact(actions.data()));
  }

  /// @param choices what the page offers to filter by
  private <T> void list(Output output, String name, List<T> rows, ListData data, Object choices) {
    LongList.pages(name, rows).parallelStream()
        .forEach(list ->
            page(output, list.path(), name, name, Map.of("list", list, "choices", choices)));
    output.write(
        "lists/" + name + ".js", Scripts.data("lists/" + name + ".json", Json.compact(data)));
  }

  void graph(Output output) {
    page(output, "graph.html", "graph", "graph", Map.of("graph", charts.whole()));
  }

  /// @param place among all incidents, the newest of which is 0
  private void incident(Output output, int place, Incident incident) {
    List<Incident> all = knowledge.incidents();
    String path = Addresses.page(incident.id());
    Map<String, Object> values =
        Map.of(
            "incident",
            incident,
            "neighbourhood",
            charts.of(incident),
            "earlier",
            place + 1 < all.size() ? Optional.of(all.get(place + 1)) : Optional.empty(),
            "later",
            place > 0 ? Optional.of(all.get(place - 1)) : Optional.empty(),
            "changed",
            Optional.ofNullable(changes.get(incident.source())),
            "edit",
            config.edit().map(url -> url + Addresses.encode(incident.source())));
    page(output, path, "incident", "incidents", values);
    page(output, Addresses.embedded(path), "embed/incident", "incidents", values);
  }

  private void system(Output output, SystemView view) {
    String path = Addresses.systemPage(view.system().slug());
    page(
        output,
        path,
        "system",
        "systems",
        Map.of(
            "view",
            view,
            "again",
            view.recurrences().stream().map(RecurrenceView::of).toList(),
            "graph",
            charts.of(view.system())));
    page(
        output,
        Addresses.embedded(path),
        "embed/system",
        "systems",
        Map.of(
            "view", view, "latest", view.system().incidents().stream().limit(EMBEDDED).toList()));
    output.write(Addresses.systemData(view.system().slug()), Json.pretty(view.data()));
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
    values.put("root", "../".repeat((int) path.chars().filter(c -> c == '/').count()));
    values.put("area", area);
    values.put("path", path);
    values.put("address", config.url().map(url -> url + Addresses.encode(path)).orElse(null));
    values.put("site", config);
    values.put("knowledge", knowledge);
    PageText html = PageText.empty();
    try {
      pebble.getTemplate(template + ".peb").evaluate(html, values);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    } catch (PebbleException broken) {
      faults.add(broken, template + ".peb", values.keySet());
      return;
    }
    output.write(path, html.bytes());
  }
}
