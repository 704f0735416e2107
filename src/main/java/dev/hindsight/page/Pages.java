package dev.hindsight.page;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.chart.Charts;
import dev.hindsight.page.chart.Insights;
import dev.hindsight.page.chart.SystemLanes;
import dev.hindsight.page.chart.Timeline;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.DataScript;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
  private final Optional<LastPages> last;
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  /// @param theme templates and assets
  /// @param changes when reports were changed last, by their paths, as far as that is known
  /// @param last what the output keeps is made of; empty where it is not worth while to look
  public Pages(
      SiteConfig config,
      Theme theme,
      KnowledgeBase knowledge,
      Map<String, LocalDate> changes,
      Optional<LastPages> last) {
    this.config = config;
    this.theme = theme;
    this.knowledge = knowledge;
    this.changes = Map.copyOf(changes);
    this.actions = ActionList.of(knowledge, config);
    this.charts = new Charts(knowledge);
    this.faults = new TemplateFaults(theme);
    this.last = last;
    this.pebble =
        new PebbleEngine.Builder()
            .loader(theme.loader())
            .extension(new SiteExtension(knowledge, config))
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /// All that is to be done for pages, data and assets. No part waits for another, and those that
  /// take long come first.
  ///
  /// @param progress is told of each incident's page
  public Stream<Runnable> work(Output output, Progress progress) {
    return Stream.of(
            Stream.<Consumer<Output>>of(
                out -> out.write("incidents.json", Inventory.json(knowledge)),
                this::actions,
                this::insights,
                this::timeline,
                this::graph),
            Conventions.work(config, knowledge),
            lists(),
            systems(),
            incidents(progress),
            Stream.<Consumer<Output>>of(this::assets, this::small, this::traces))
        .flatMap(some -> some)
        .map(some -> () -> some.accept(output));
  }

  /// Writes the pages and data of one incident as it is now, with all around it as it was.
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
      data(output, now);
    }
    return place >= 0;
  }

  /// What is wrong with templates, once pages are rendered; then some are missing, and nobody
  /// should read the rest.
  public List<Problem> faults() {
    return faults.all();
  }

  /// What the pages of incidents were made of, by their addresses, once they are written; see
  /// [LastPages].
  public Map<String, String> keys() {
    return Map.copyOf(keys);
  }

  private void assets(Output output) {
    Assets.write(theme, config.cluster(), output);
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

  private Stream<Consumer<Output>> incidents(Progress progress) {
    Optional<IncidentKeys> now = last.map(before -> new IncidentKeys(knowledge, before, changes));
    return Stream.concat(
        IntStream.range(0, knowledge.incidents().size())
            .mapToObj(place ->
                output -> {
                  Incident incident = knowledge.incidents().get(place);
                  Optional<String> key = now.map(keys -> keys.of(place));
                  if (!isKept(incident, key, output)) {
                    incident(output, place, incident);
                    data(output, incident);
                  }
                  progress.step(Stage.RENDER);
                }),
        knowledge.unwritten().stream()
            .map(unwritten ->
                output ->
                    page(
                        output,
                        Addresses.page(unwritten.id()),
                        "unwritten",
                        "incidents",
                        Map.of("unwritten", unwritten))));
  }

  /// Whether the files of an incident are what they were.
  private boolean isKept(Incident incident, Optional<String> key, Output output) {
    String path = Addresses.page(incident.id());
    key.ifPresent(now -> keys.put(path, now));
    return key.isPresent()
        && key.equals(last.map(before -> before.keys().get(path)))
        && output.keep(IncidentKeys.files(incident));
  }

  private Stream<Consumer<Output>> systems() {
    return SystemView.all(knowledge, config).stream().map(view -> output -> system(output, view));
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
  private Stream<Consumer<Output>> lists() {
    return Stream.of(
            list(
                "incidents",
                knowledge.incidents(),
                () -> ListData.incidents(knowledge),
                IncidentChoices.of(knowledge)),
            list(
                "systems",
                knowledge.systems(),
                () -> ListData.systems(knowledge, config),
                List.of()),
            list(
                "actions",
                actions.rows(),
                () -> ListData.actions(actions),
                ActionChoices.of(actions)))
        .flatMap(some -> some);
  }

  private void actions(Output output) {
    output.write("actions.csv", actions.csv());
    output.write("actions.json", Json.compact(actions.data()));
  }

  /// @param choices what the page offers to filter by
  private <T> Stream<Consumer<Output>> list(
      String name, List<T> rows, Supplier<ListData> data, Object choices) {
    return Stream.concat(
        Stream.of(output ->
            output.write(
                "lists/" + name + ".js",
                DataScript.data("lists/" + name + ".json", Json.compact(data.get())))),
        LongList.pages(name, rows).stream()
            .map(list ->
                output ->
                    page(
                        output,
                        list.path(),
                        name,
                        name,
                        Map.of("list", list, "choices", choices))));
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

  private void data(Output output, Incident incident) {
    IncidentData data = IncidentData.of(incident, knowledge);
    String path = Addresses.data(incident.id());
    output.write(path, Json.pretty(data));
    output.write(
        Addresses.script(incident.id()), DataScript.data(path, Json.compact(Glance.of(data))));
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
