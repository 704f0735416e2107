package dev.hindsight.search.query;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Whether an incident passes the filters of a query. The browser does the same in `engine.js`.
///
/// Comparisons ignore case and punctuation. A system, status or owner must contain the value; a
/// severity or tag must equal it; a year or ID must begin with it. `before:` means before the start
/// of a day, month or year, `after:` from its start on.
public record QueryFilters(Map<String, List<String>> wanted, KnowledgeBase knowledge) {
  private static final Pattern SIGNS =
      Pattern.compile("[^\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

  public boolean pass(Incident incident) {
    return wanted.entrySet().stream()
        .allMatch(one -> {
          List<String> has = IncidentColumn.of(column(one.getKey())).values(incident, knowledge);
          return one.getValue().stream()
              .map(value -> test(one.getKey(), value))
              .anyMatch(test -> has.stream().anyMatch(test));
        });
  }

  private static String column(String key) {
    return switch (key) {
      case "year", "before", "after" -> "date";
      default -> key;
    };
  }

  private static Predicate<String> test(String key, String value) {
    String wanted = normal(value);
    return switch (key) {
      case "system", "status", "owner" -> label -> normal(label).contains(wanted);
      case "severity", "tag" -> label -> normal(label).equals(wanted);
      case "before" -> label -> label.compareTo(value) < 0;
      case "after" -> label -> label.compareTo(value) >= 0;
      case "year" -> label -> label.startsWith(value);
      default -> label -> label.toLowerCase(Locale.ROOT).startsWith(value.toLowerCase(Locale.ROOT));
    };
  }

  public static String normal(String text) {
    return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
