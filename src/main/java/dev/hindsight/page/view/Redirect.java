package dev.hindsight.page.view;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// An old address that leads to a new one: an alias of an incident, or another name of a system.
///
/// @param path of the old page, from the site's root
/// @param name the old name
/// @param to the path of the new page
/// @param now the new name
public record Redirect(String path, String name, String to, String now) {

  /// All redirects of each kind, by path.
  public static List<Redirect> all(KnowledgeBase knowledge, SiteConfig config) {
    List<Redirect> all = new ArrayList<>();
    knowledge.aliases().stream()
        .filter(alias -> knowledge.incident(knowledge.ids().get(alias.key())).isPresent())
        .map(alias -> {
          var incident = knowledge.incident(knowledge.ids().get(alias.key())).orElseThrow();
          return new Redirect(
              Addresses.page(alias),
              alias.value(),
              Addresses.page(incident.id()),
              incident.id() + ": " + incident.title());
        })
        .forEach(all::add);
    Set<String> taken = new HashSet<>();
    knowledge.systems().forEach(system -> taken.add(system.slug()));
    config
        .systems()
        .forEach(system ->
            new TreeSet<>(system.aliases())
                .forEach(alias -> {
                  var now = knowledge.system(SystemName.of(system.name()));
                  if (now != null && taken.add(Addresses.slug(alias))) {
                    all.add(
                        new Redirect(
                            Addresses.systemPage(Addresses.slug(alias)),
                            alias,
                            Addresses.systemPage(now.slug()),
                            now.name()));
                  }
                }));
    return all;
  }
}
