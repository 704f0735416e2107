package dev.hindsight.page;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.chart.RelationCharts;
import dev.hindsight.page.data.IncidentInventory;
import dev.hindsight.page.feed.WellKnownFiles;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.template.Assets;
import dev.hindsight.page.template.CustomLook;
import dev.hindsight.page.template.PageRenderer;
import dev.hindsight.page.template.Theme;
import dev.hindsight.page.view.Redirect;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Output;
import dev.hindsight.site.Progress;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Renders every page of a site. The result depends only on the arguments, not on a clock, a locale
/// or the order of threads.
public final class Pages {
  private final SiteConfig config;
  private final Theme theme;
  private final KnowledgeBase knowledge;
  private final Messages messages;
  private final PageRenderer renderer;
  private final IncidentPages incidents;
  private final OverviewPages overviews;

  /// @param theme templates and assets
  /// @param messages of the site's language
  /// @param changes the last change of each report, by path, as far as it is known
  /// @param last the inputs of the pages in the output; empty if there are too few to compare
  public Pages(
      SiteConfig config,
      Theme theme,
      KnowledgeBase knowledge,
      Messages messages,
      Map<String, LocalDate> changes,
      Optional<LastPages> last) {
    this.config = config;
    this.theme = theme;
    this.knowledge = knowledge;
    this.messages = messages;
    this.renderer = new PageRenderer(config, theme, knowledge, messages);
    RelationCharts charts = new RelationCharts(knowledge, messages);
    this.incidents =
        new IncidentPages(config, knowledge, Map.copyOf(changes), last, renderer, charts);
    this.overviews = new OverviewPages(config, knowledge, messages, renderer, charts);
  }

  /// All tasks for pages, data and assets. No task waits for another, and the longest come first.
  ///
  /// @param progress receives each incident page
  public Stream<Runnable> work(Output output, Progress progress) {
    return Stream.of(
            Stream.<Consumer<Output>>of(
                out -> out.write("incidents.json", IncidentInventory.json(knowledge))),
            overviews.large(),
            WellKnownFiles.work(config, knowledge, messages),
            overviews.lists(),
            overviews.systems(),
            incidents.work(progress),
            Stream.<Consumer<Output>>of(this::assets, overviews::small, this::traces))
        .flatMap(some -> some)
        .map(some -> () -> some.accept(output));
  }

  /// Writes the pages and data of one changed incident. Everything else stays as it was.
  ///
  /// @return whether the incident exists, at the same index among the others
  public boolean preview(Incident now, Output output) {
    return incidents.preview(now, output);
  }

  /// The problems of templates, once pages are rendered. If there are any, some pages are missing,
  /// and the rest must not be published.
  public List<Problem> templateErrors() {
    return renderer.errors();
  }

  /// The inputs of incident pages that have been written, by address; see [LastPages].
  public Map<String, String> keys() {
    return incidents.keys();
  }

  private void assets(Output output) {
    Assets.write(theme, messages, config.cluster(), output);
    CustomLook.write(config.theme(), theme, output);
    if (knowledge.incidents().stream().anyMatch(Incident::hasDiagram)) {
      Assets.writeDiagrams(theme, output);
    }
    if (config.offline()) {
      Assets.writeServiceWorker(theme, output);
      renderer.write(output, "offline.html", "offline", "", Map.of());
    }
  }

  /// Pages for old and removed addresses, unless another file has the same path: two IDs can have
  /// the same address, and a file system may ignore case.
  private void traces(Output output) {
    Set<String> taken = new HashSet<>();
    knowledge.incidents().forEach(incident -> taken.add(key(Addresses.page(incident.id()))));
    knowledge.unwritten().forEach(missing -> taken.add(key(Addresses.page(missing.id()))));
    for (Redirect old : Redirect.all(knowledge, config)) {
      if (taken.add(key(old.path()))) {
        renderer.write(output, old.path(), "moved", "", Map.of("redirect", old));
        renderer.write(
            output, Addresses.embedded(old.path()), "embed/moved", "", Map.of("redirect", old));
      }
    }
    for (IncidentId gone : knowledge.past().incidents()) {
      String path = Addresses.page(gone);
      if (taken.add(key(path))) {
        renderer.write(output, path, "gone", "incidents", Map.of("gone", gone));
      }
    }
  }

  private static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }
}
