package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.SystemConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Maps names to systems. Names that differ only in case or spaces, and configured aliases, are the
/// same system. A system is shown under its configured name, or else under its most common
/// spelling. A system keeps its published address if that still fits its name.
final class SystemTable {
  private static final Comparator<SystemHistory> BY_NAME =
      Comparator.comparing(SystemHistory::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(SystemHistory::slug);

  private final Map<String, String> canonicalKeys = new HashMap<>();
  private final Map<String, String> configured = new HashMap<>();

  private SystemTable(SiteConfig config) {
    for (SystemConfig system : config.systems()) {
      String key = SystemName.of(system.name()).key();
      configured.put(key, system.name());
      canonicalKeys.put(key, key);
      system.aliases().forEach(alias -> canonicalKeys.put(SystemName.of(alias).key(), key));
    }
  }

  /// All systems, and the system of each name in use, by [SystemName#key()].
  record Systems(List<SystemHistory> byName, Map<String, SystemHistory> byKey) {}

  /// @param published the last part of the address of each system, by the key of its name
  static Systems of(List<Incident> newestFirst, SiteConfig config, Map<String, String> published) {
    return new SystemTable(config).histories(newestFirst, published);
  }

  private Systems histories(List<Incident> newestFirst, Map<String, String> published) {
    Map<String, Map<String, Integer>> spellings = new TreeMap<>();
    Map<String, List<Incident>> incidents = new HashMap<>();
    Map<String, Set<String>> keys = new HashMap<>();
    configured.keySet().forEach(key -> spellings.put(key, new TreeMap<>()));
    for (Incident incident : newestFirst) {
      Set<String> once = new HashSet<>();
      for (SystemName name : incident.systems()) {
        String key = canonicalKeys.getOrDefault(name.key(), name.key());
        spellings.computeIfAbsent(key, _ -> new TreeMap<>()).merge(name.name(), 1, Integer::sum);
        keys.computeIfAbsent(key, _ -> new HashSet<>()).add(name.key());
        if (once.add(key)) {
          incidents.computeIfAbsent(key, _ -> new ArrayList<>()).add(incident);
        }
      }
    }
    List<SystemHistory> all = new ArrayList<>();
    Map<String, SystemHistory> byKey = new HashMap<>();
    Map<String, String> shownNames = new TreeMap<>();
    spellings.forEach(
        (key, names) -> shownNames.put(key, configured.getOrDefault(key, commonest(names))));
    Map<String, String> slugs = slugs(shownNames, published);
    spellings.forEach((key, names) -> {
      String name = shownNames.get(key);
      TreeSet<String> aliases = new TreeSet<>(names.keySet());
      aliases.remove(name);
      SystemHistory history =
          new SystemHistory(
              name, slugs.get(key), List.copyOf(aliases), incidents.getOrDefault(key, List.of()));
      all.add(history);
      byKey.put(key, history);
      keys.getOrDefault(key, Set.of()).forEach(spelling -> byKey.put(spelling, history));
    });
    all.sort(BY_NAME);
    return new Systems(all, byKey);
  }

  /// The last part of each system's address. Systems with a published address come first.
  private static Map<String, String> slugs(
      Map<String, String> names, Map<String, String> published) {
    Map<String, String> slugs = new HashMap<>();
    Set<String> taken = new HashSet<>();
    names.forEach((key, name) -> {
      String slug = published.getOrDefault(key, "");
      String natural = Addresses.slug(name);
      boolean isOfName = slug.equals(natural) || slug.matches(Pattern.quote(natural) + "-\\d+");
      if (isOfName && taken.add(slug)) {
        slugs.put(key, slug);
      }
    });
    names.forEach((key, name) -> {
      if (!slugs.containsKey(key)) {
        slugs.put(key, unique(Addresses.slug(name), taken));
      }
    });
    return slugs;
  }

  private static String commonest(Map<String, Integer> names) {
    return names.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String unique(String wanted, Set<String> taken) {
    String slug = wanted;
    for (int n = 2; !taken.add(slug); n++) {
      slug = wanted + "-" + n;
    }
    return slug;
  }
}
