package dev.hindsight.page.data;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Priority;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.view.ActionList;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.SystemConfig;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows of a long list, for the script of its page. `list.js` documents the columns. Missing
/// texts and numbers are empty.
///
/// @param systems names; rows refer to them by index
public record ListData(List<String> systems, List<List<Object>> rows) {

  public static ListData incidents(KnowledgeBase knowledge, Messages messages) {
    Map<String, Integer> systems = new LinkedHashMap<>();
    return new ListData(
        systems,
        knowledge.incidents().stream()
            .map(incident -> {
              String minutes =
                  incident.duration().isPresent()
                      ? messages.times().length(incident.duration().getAsLong())
                      : "";
              return row(
                  incident.id().value(),
                  incident.title(),
                  path(incident),
                  incident.severity().<Object>map(Severity::rank).orElse(""),
                  incident.severity().map(Severity::name).orElse(""),
                  places(names(incident, knowledge), systems),
                  incident.duration().isPresent() ? (Object) incident.duration().getAsLong() : "",
                  minutes,
                  incident.date().map(Moment::date).orElse(""),
                  incident.date().map(messages.times()::day).orElse(""),
                  incident.status().orElse(""),
                  incident.openActions());
            })
            .toList());
  }

  public static ListData systems(KnowledgeBase knowledge, SiteConfig config, Messages messages) {
    return new ListData(
        List.of(),
        knowledge.systems().stream()
            .map(system -> {
              Optional<Incident> last = system.incidents().stream().findFirst();
              return row(
                  system.name(),
                  Addresses.encode(Addresses.systemPage(system.slug())),
                  details(system, config, messages),
                  system.incidents().size(),
                  last.map(Incident::title).orElse(""),
                  last.map(ListData::path).orElse(""),
                  last.flatMap(Incident::date).map(Moment::date).orElse(""),
                  last.flatMap(Incident::date).map(messages.times()::day).orElse(""),
                  system.openActions());
            })
            .toList());
  }

  public static ListData actions(ActionList actions, Messages messages) {
    Map<String, Integer> systems = new LinkedHashMap<>();
    return new ListData(
        systems,
        actions.rows().stream()
            .map(row -> {
              ActionItem item = row.item();
              return row(
                  row.url(),
                  row.words(),
                  row.incident().id().value(),
                  row.incident().title(),
                  item.priority().<Object>map(Priority::rank).orElse(""),
                  item.priority().map(Priority::name).orElse(""),
                  item.owner().orElse(""),
                  row.since().map(LocalDate::toString).orElse(""),
                  row.since().map(messages.times()::day).orElse(""),
                  row.due().map(LocalDate::toString).orElse(""),
                  row.due().map(messages.times()::day).orElse(""),
                  row.due().isPresent() && row.isDueDerived() ? 1 : 0,
                  item.state().name().toLowerCase(Locale.ROOT),
                  item.ticket().orElse(""),
                  places(row.systems(), systems));
            })
            .toList());
  }

  /// The owner, tier and aliases of a system, in one line.
  public static String details(SystemHistory system, SiteConfig config, Messages messages) {
    Optional<SystemConfig> known = config.system(system.name());
    return String.join(
        " · ",
        Stream.of(
                known.flatMap(SystemConfig::owner).stream(),
                known
                    .flatMap(SystemConfig::tier)
                    .map(tier -> messages.text("systems.tier", tier))
                    .stream(),
                system.aliases().stream().filter(alias -> !alias.equalsIgnoreCase(system.name())))
            .flatMap(words -> words)
            .toList());
  }

  private ListData(Map<String, Integer> systems, List<List<Object>> rows) {
    this(List.copyOf(systems.keySet()), rows);
  }

  private static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }

  private static String path(Incident incident) {
    return Addresses.encode(Addresses.page(incident.id()));
  }

  private static List<String> names(Incident incident, KnowledgeBase knowledge) {
    return incident.systems().stream()
        .map(name -> knowledge.system(name).name())
        .distinct()
        .toList();
  }

  private static List<Integer> places(List<String> names, Map<String, Integer> systems) {
    return names.stream().map(name -> systems.computeIfAbsent(name, _ -> systems.size())).toList();
  }
}
