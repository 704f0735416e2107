package dev.hindsight.start;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.model.SystemName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds names in reports that probably mean the same system: they differ in hyphens, a plural or a
/// common abbreviation, or one is the initials of the other.
final class SystemAliasProposals {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("k8s", "kubernetes"),
          Map.entry("postgres", "postgresql"),
          Map.entry("pg", "postgresql"),
          Map.entry("db", "database"),
          Map.entry("auth", "authentication"),
          Map.entry("gw", "gateway"),
          Map.entry("svc", "service"),
          Map.entry("app", "application"),
          Map.entry("prod", "production"),
          Map.entry("infra", "infrastructure"),
          Map.entry("mgmt", "management"),
          Map.entry("env", "environment"));

  private static final Pattern JOINTS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,6}");

  /// A longer name is a sentence.
  private static final int LONGEST = 40;

  private static final int MOST_WORDS = 5;

  private SystemAliasProposals() {}

  /// A system with its probable aliases.
  ///
  /// @param reports how many name it, by any of its names
  record KnownSystem(String name, List<String> aliases, long reports) {}

  /// All systems that reports name, those with the most reports first.
  static List<KnownSystem> of(KnowledgeBase knowledge) {
    Map<String, List<SystemHistory>> alike = new LinkedHashMap<>();
    List<SystemHistory> systems =
        knowledge.systems().stream()
            .filter(system -> !system.incidents().isEmpty() && isName(system.name()))
            .sorted(Comparator.comparing(system -> CAPITALS.matcher(system.name()).matches()))
            .toList();
    Map<String, List<String>> byInitials = new LinkedHashMap<>();
    for (SystemHistory system : systems) {
      String key = key(system.name());
      List<String> longer = byInitials.getOrDefault(system.name(), List.of());
      boolean isInitials = CAPITALS.matcher(system.name()).matches() && longer.size() == 1;
      alike
          .computeIfAbsent(isInitials ? longer.getFirst() : key, _ -> new ArrayList<>())
          .add(system);
      String initials = initials(system.name());
      if (initials.length() > 1) {
        List<String> names = byInitials.computeIfAbsent(initials, _ -> new ArrayList<>());
        if (!names.contains(key)) {
          names.add(key);
        }
      }
    }
    return alike.values().stream()
        .map(SystemAliasProposals::known)
        .sorted(
            Comparator.comparingLong((KnownSystem known) -> -known.reports())
                .thenComparing(KnownSystem::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static KnownSystem known(List<SystemHistory> alike) {
    List<SystemHistory> commonestFirst =
        alike.stream()
            .sorted(
                Comparator.comparingInt((SystemHistory one) -> -one.incidents().size())
                    .thenComparing(one -> -one.name().length()))
            .toList();
    String name = commonestFirst.getFirst().name();
    return new KnownSystem(
        name,
        commonestFirst.stream()
            .skip(1)
            .map(SystemHistory::name)
            .filter(other -> !SystemName.of(other).key().equals(SystemName.of(name).key()))
            .toList(),
        alike.stream().flatMap(one -> one.incidents().stream()).distinct().count());
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST
        && words(name).size() <= MOST_WORDS
        && name.codePoints().anyMatch(Character::isLetter)
        && name.chars().noneMatch(c -> "[]<>{}|".indexOf(c) >= 0 || Character.isISOControl(c));
  }

  private static List<String> words(String name) {
    return Stream.of(JOINTS.split(name)).filter(word -> !word.isEmpty()).toList();
  }

  private static String initials(String name) {
    List<String> words = words(name);
    return words.size() < 2
        ? ""
        : words.stream()
            .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
            .collect(Collectors.joining())
            .toUpperCase(Locale.ROOT);
  }

  private static String key(String name) {
    return words(name.toLowerCase(Locale.ROOT)).stream()
        .map(word -> singular(WORDS.getOrDefault(word, word)))
        .collect(Collectors.joining());
  }

  private static String singular(String word) {
    boolean isPlural =
        word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return isPlural ? word.substring(0, word.length() - 1) : word;
  }
}
