package dev.hindsight.page;

import dev.hindsight.model.Gaps;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.chart.IncidentCalendar;
import dev.hindsight.page.chart.Insights;
import dev.hindsight.page.chart.RelationCharts;
import dev.hindsight.page.chart.SystemLanes;
import dev.hindsight.page.data.ListData;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.template.PageRenderer;
import dev.hindsight.page.view.ActionFilterChoices;
import dev.hindsight.page.view.ActionList;
import dev.hindsight.page.view.HomeView;
import dev.hindsight.page.view.IncidentFilterChoices;
import dev.hindsight.page.view.OutdatedRunbook;
import dev.hindsight.page.view.PagedList;
import dev.hindsight.page.view.RecurrenceView;
import dev.hindsight.page.view.SystemView;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.DataScript;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.config.SiteConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Pages about all incidents: home, search, lists, systems, action items, timeline, insights and
/// graph.
final class OverviewPages {
  /// An iframe has room for a few.
  private static final int EMBEDDED = 5;

  private final SiteConfig config;
  private final KnowledgeBase knowledge;
  private final Messages messages;
  private final PageRenderer renderer;
  private final RelationCharts charts;
  private final ActionList actions;

  OverviewPages(
      SiteConfig config,
      KnowledgeBase knowledge,
      Messages messages,
      PageRenderer renderer,
      RelationCharts charts) {
    this.config = config;
    this.knowledge = knowledge;
    this.messages = messages;
    this.renderer = renderer;
    this.charts = charts;
    this.actions = ActionList.of(knowledge, config, messages);
  }

  /// Pages that take long to render.
  Stream<Consumer<Output>> large() {
    return Stream.of(this::actions, this::insights, this::timeline, this::graph);
  }

  /// All incidents, systems and action items, split into pages, and all rows for the script of the
  /// page.
  Stream<Consumer<Output>> lists() {
    return Stream.of(
            list(
                "incidents",
                knowledge.incidents(),
                () -> ListData.incidents(knowledge, messages),
                IncidentFilterChoices.of(knowledge)),
            list(
                "systems",
                knowledge.systems(),
                () -> ListData.systems(knowledge, config, messages),
                List.of()),
            list(
                "actions",
                actions.rows(),
                () -> ListData.actions(actions, messages),
                ActionFilterChoices.of(actions)))
        .flatMap(some -> some);
  }

  /// @param choices the filters that the page offers
  private <T> Stream<Consumer<Output>> list(
      String name, List<T> rows, Supplier<ListData> data, Object choices) {
    return Stream.concat(
        Stream.of(output ->
            output.write(
                "lists/" + name + ".js",
                DataScript.data("lists/" + name + ".json", Json.compact(data.get())))),
        PagedList.pages(name, rows).stream()
            .map(list ->
                output ->
                    renderer.write(
                        output,
                        list.path(),
                        name,
                        name,
                        Map.of("list", list, "choices", choices))));
  }

  Stream<Consumer<Output>> systems() {
    return SystemView.all(knowledge, config).stream().map(view -> output -> system(output, view));
  }

  private void system(Output output, SystemView view) {
    String path = Addresses.systemPage(view.system().slug());
    renderer.write(
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
    renderer.write(
        output,
        Addresses.embedded(path),
        "embed/system",
        "systems",
        Map.of(
            "view", view, "latest", view.system().incidents().stream().limit(EMBEDDED).toList()));
    output.write(Addresses.systemData(view.system().slug()), Json.pretty(view.data()));
  }

  /// Pages that exist once and are small.
  void small(Output output) {
    renderer.write(
        output, "index.html", "home", "home", Map.of("home", HomeView.of(knowledge, actions)));
    renderer.write(output, "search.html", "search", "search", Map.of());
    renderer.write(output, "404.html", "404", "", Map.of());
    renderer.write(output, "unwritten.html", "unwritten-list", "incidents", Map.of());
  }

  private void actions(Output output) {
    output.write("actions.csv", actions.csv());
    output.write("actions.json", Json.compact(actions.data()));
  }

  private void insights(Output output) {
    List<RecurrenceView> recurrences = RecurrenceView.all(knowledge);
    renderer.write(
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
            OutdatedRunbook.all(knowledge),
            "insights",
            Insights.of(
                knowledge,
                config.severities(),
                Gaps.of(knowledge.incidents(), config::due),
                messages)));
  }

  /// All incidents by time, and a page for each year. With many incidents, only the pages of years
  /// have lists.
  private void timeline(Output output) {
    IncidentCalendar timeline = IncidentCalendar.of(knowledge, messages);
    renderer.write(
        output,
        "timeline.html",
        "timeline",
        "timeline",
        Map.of("timeline", timeline, "lanes", SystemLanes.of(knowledge, messages)));
    List<IncidentCalendar.Year> years = timeline.years();
    for (int i = 0; i < years.size(); i++) {
      Optional<IncidentCalendar.Year> later =
          i > 0 ? Optional.of(years.get(i - 1)) : Optional.empty();
      renderer.write(
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

  private void graph(Output output) {
    renderer.write(output, "graph.html", "graph", "graph", Map.of("graph", charts.whole()));
  }
}
