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

/// Renders every page of a site. The result depends on its arguments alone: no clock, no locale, no
/// order of threads.
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
  /// @param changes when reports were changed last, by their paths, as far as that is known
  /// @param last what the output keeps is made of; empty where it is not worth while to look
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

  /// All that is to be done for pages, data and assets. No part waits for another, and those that
  /// take long come first.
  ///
  /// @param progress is told of each incident's page
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

  /// Writes the pages and data of one incident as it is now, with all around it as it was.
  ///
  /// @return whether there is such an incident, at the same place among the others
  public boolean preview(Incident now, Output output) {
    return incidents.preview(now, output);
  }

  /// The problems of templates, once pages are rendered; then some pages are missing, and nobody
  /// should read the rest.
  public List<Problem> templateErrors() {
    return renderer.errors();
  }

  /// What the pages of incidents were made of, by their addresses, once they are written; see
  /// [LastPages].
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

  /// Old addresses, and those of what is gone, as far as nothing else stands there: two ids can
  /// have one address, and a file system may not know upper case from lower.
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
