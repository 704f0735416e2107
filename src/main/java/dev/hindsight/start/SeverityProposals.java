package dev.hindsight.start;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Severity;
import dev.hindsight.site.config.LevelScale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Infers the scale of severities from reports, in the order of the default scale.
final class SeverityProposals {
  private static final Pattern END = Pattern.compile("\\s*[—–(·:;,/|]\\s*|\\s+-\\s+");
  private static final Pattern SIGNS = Pattern.compile("[*_`]");

  private static final Pattern NUMBERED = Pattern.compile("\\p{L}+\\d");

  /// The words of most scales.
  private static final Set<String> FAMILY = Set.of("critical", "high", "medium", "low");

  /// A longer text is a sentence.
  private static final int LONGEST = 20;

  private SeverityProposals() {}

  /// The scale, and how often each word is used.
  ///
  /// @param levels the worst first; those that no report uses are from the default scale
  /// @param unknown words that are not in the default scale, in alphabetical order
  /// @param isOurs whether reports use the same words as the default scale
  record Words(
      List<LevelScale.Level> levels,
      Map<String, Integer> counts,
      List<String> unknown,
      boolean isOurs) {}

  /// @param ours the scale with which the reports were read
  static Words of(List<Incident> incidents, LevelScale ours) {
    Map<String, Map<String, Integer>> byLevel = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, Integer> unknown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Incident incident : incidents) {
      if (incident.severity().isEmpty()) {
        continue;
      }
      Severity severity = incident.severity().get();
      boolean isKnown = severity.rank() <= ours.levels().size();
      String word = word(severity, ours);
      if (isKnown) {
        counts.merge(severity.name(), 1, Integer::sum);
        byLevel
            .computeIfAbsent(severity.name(), _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
            .merge(word, 1, Integer::sum);
      } else if (word.length() <= LONGEST && word.codePoints().anyMatch(Character::isLetter)) {
        unknown.merge(word, 1, Integer::sum);
      }
    }
    List<LevelScale.Level> used =
        ours.levels().stream()
            .map(level -> renamed(level, byLevel.getOrDefault(level.name(), Map.of())))
            .toList();
    List<LevelScale.Level> levels =
        used.stream()
            .map(level -> counts.containsKey(level.name()) ? level : like(level, used, ours))
            .toList();
    boolean isOurs =
        used.stream().map(LevelScale.Level::name).toList().equals(ours.names())
            && unknown.isEmpty();
    Map<String, Integer> named = new TreeMap<>();
    for (int i = 0; i < levels.size(); i++) {
      named.put(levels.get(i).name(), counts.getOrDefault(ours.names().get(i), 0));
    }
    named.putAll(unknown);
    return new Words(levels, named, List.copyOf(unknown.keySet()), isOurs);
  }

  /// The word that a report uses for its severity, without additions.
  private static String word(Severity severity, LevelScale ours) {
    String lead = END.split(SIGNS.matcher(severity.written()).replaceAll("").strip(), 2)[0].strip();
    boolean isWord = ours.find(lead).filter(severity.name()::equals).isPresent();
    return isWord || severity.rank() > ours.levels().size() ? lead : severity.name();
  }

  private static LevelScale.Level renamed(LevelScale.Level level, Map<String, Integer> words) {
    // A mere number, or a spelling of the default name, adds nothing to that name.
    String name =
        words.entrySet().stream()
            .filter(word -> !word.getKey().matches("\\d+"))
            .max(Comparator.comparingInt(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .filter(word -> !normal(word).equals(normal(level.name())))
            .orElse(level.name());
    if (name.equals(level.name())) {
      return level;
    }
    List<String> aliases = new ArrayList<>(List.of(level.name()));
    aliases.addAll(level.aliases());
    aliases.removeIf(alias -> normal(alias).equals(normal(name)));
    return new LevelScale.Level(name, aliases, level.days());
  }

  /// A default level among levels that reports name. It gets the alias that fits theirs: `P0` for
  /// `P1`, `Low` for `High`.
  private static LevelScale.Level like(
      LevelScale.Level level, List<LevelScale.Level> used, LevelScale ours) {
    if (!ours.names().contains(level.name())) {
      return level;
    }
    Optional<String> model =
        used.stream()
            .map(LevelScale.Level::name)
            .filter(name -> !ours.names().contains(name))
            .findFirst();
    return model
        .flatMap(
            name -> level.aliases().stream().filter(alias -> isOneFamily(alias, name)).findFirst())
        .map(alias -> renamed(level, Map.of(inCaseOf(model.get(), alias), 1)))
        .orElse(level);
  }

  private static boolean isOneFamily(String a, String b) {
    return FAMILY.contains(a.toLowerCase(Locale.ROOT))
        ? b.chars().allMatch(Character::isLetter)
        : NUMBERED.matcher(a).matches()
            && a.replaceAll("\\d", "").equalsIgnoreCase(b.replaceAll("[-\\d]", ""));
  }

  private static String inCaseOf(String model, String text) {
    return Character.isUpperCase(model.charAt(0))
        ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
        : text.toLowerCase(Locale.ROOT);
  }

  private static String normal(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", "");
  }
}
