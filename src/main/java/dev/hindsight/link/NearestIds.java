package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds a known id that differs from a wrong one by a slip of the pen: one character more, less or
/// other, or two swapped.
///
/// Compares all spellings with one character left out (Bocek, Hunt and Stiller's neighbourhood
/// search, 2007), so that a look-up does not grow with the number of ids.
final class NearestIds {
  private static final Pattern DIGITS = Pattern.compile("\\d");

  private final List<Incident> incidents;
  private Map<String, String> byShortened;

  NearestIds(List<Incident> incidents) {
    this.incidents = incidents;
  }

  Optional<String> to(IncidentId wrong) {
    if (byShortened == null) {
      byShortened = new HashMap<>();
      incidents.forEach(incident -> enter(incident.id()));
    }
    String key = wrong.key();
    Optional<String> best = candidate(key, key);
    for (int i = key.length() - 1; i >= 0 && best.isEmpty(); i--) {
      best = candidate(without(key, i), key);
    }
    return best;
  }

  /// Numbers in a row differ by one digit without one of them being a slip, so that alone is none.
  private Optional<String> candidate(String spelling, String wrong) {
    return Optional.ofNullable(byShortened.get(spelling))
        .filter(id ->
            id.length() != wrong.length()
                || !DIGITS
                    .matcher(id.toLowerCase(Locale.ROOT))
                    .replaceAll("")
                    .equals(DIGITS.matcher(wrong).replaceAll("")));
  }

  private void enter(IncidentId id) {
    String key = id.key();
    byShortened.put(key, id.value());
    for (int i = 0; i < key.length(); i++) {
      byShortened.merge(without(key, i), id.value(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  private static String without(String text, int index) {
    return text.substring(0, index) + text.substring(index + 1);
  }
}
