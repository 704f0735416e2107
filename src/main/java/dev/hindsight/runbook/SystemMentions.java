package dev.hindsight.runbook;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.SystemConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the systems that a text mentions, by their names and aliases, as whole words.
final class SystemMentions {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /// A single word this short may also be an ordinary word, so its case must match.
  private static final int SHORT = 4;

  /// The words of a name.
  private record Name(List<String> words, String system, boolean isExact) {}

  private final Map<String, List<Name>> byFirstWord = new HashMap<>();

  SystemMentions(KnowledgeBase knowledge, SiteConfig config) {
    for (SystemHistory system : knowledge.systems()) {
      Stream<String> configured =
          config.system(system.name()).map(SystemConfig::aliases).stream().flatMap(List::stream);
      Stream.of(Stream.of(system.name()), system.aliases().stream(), configured)
          .flatMap(names -> names)
          .distinct()
          .forEach(name -> add(name, system.name()));
    }
  }

  private void add(String name, String system) {
    List<String> words = words(name);
    if (words.isEmpty()) {
      return;
    }
    boolean isExact = words.size() == 1 && words.getFirst().length() <= SHORT;
    List<String> compared = isExact ? words : words.stream().map(SystemMentions::lower).toList();
    byFirstWord
        .computeIfAbsent(lower(words.getFirst()), _ -> new ArrayList<>())
        .add(new Name(compared, system, isExact));
  }

  /// The systems, by their names in the knowledge base, in the order of the text.
  List<String> in(String text) {
    List<String> written = words(text);
    List<String> lower = written.stream().map(SystemMentions::lower).toList();
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < written.size(); i++) {
      for (Name name : byFirstWord.getOrDefault(lower.get(i), List.of())) {
        List<String> words = name.isExact() ? written : lower;
        int end = i + name.words().size();
        if (end <= words.size() && words.subList(i, end).equals(name.words())) {
          found.add(name.system());
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
