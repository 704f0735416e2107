package dev.hindsight.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether an incident passes the filters of a query. The browser does the same in `query.js`.
///
/// Texts are compared without regard to case and signs. A system, a status or an owner need only
/// have the value in it; a severity and a tag are the value; a year and an id begin with it.
/// `before:` is before the beginning of a day, month or year, `after:` from its beginning on.
record Filters(Map<String, List<String>> wanted) {
  private static final Pattern SIGNS =
      Pattern.compile("[^\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

  boolean pass(SearchFile.Card card, List<SearchFile.SystemLabel> systems) {
    return wanted.entrySet().stream()
        .allMatch(one ->
            one.getValue().stream().anyMatch(value -> passes(one.getKey(), value, card, systems)));
  }

  private static boolean passes(
      String key, String value, SearchFile.Card card, List<SearchFile.SystemLabel> systems) {
    String wanted = normal(value);
    return switch (key) {
      case "system" ->
          card.systems().stream()
              .anyMatch(place -> normal(systems.get(place).name()).contains(wanted));
      case "severity" -> card.severity() != null && normal(card.severity()).equals(wanted);
      case "status" -> card.status() != null && normal(card.status()).contains(wanted);
      case "year" -> card.date() != null && card.date().startsWith(value);
      case "before" -> card.date() != null && card.date().compareTo(value) < 0;
      case "after" -> card.date() != null && card.date().compareTo(value) >= 0;
      case "tag" -> card.tags().stream().anyMatch(tag -> normal(tag).equals(wanted));
      case "owner" -> card.owners().stream().anyMatch(owner -> normal(owner).contains(wanted));
      default -> card.id().toLowerCase(Locale.ROOT).startsWith(value.toLowerCase(Locale.ROOT));
    };
  }

  private static String normal(String text) {
    return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
