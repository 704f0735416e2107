package dev.hindsight.page.view;

import dev.hindsight.model.Priority;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The filters of the list of action items.
///
/// @param open how many are still to be done
/// @param priorities in use, the most urgent first
public record ActionFilterChoices(
    long open, List<String> owners, List<String> systems, List<String> priorities) {

  public static ActionFilterChoices of(ActionList actions) {
    return new ActionFilterChoices(
        actions.rows().stream().filter(row -> row.item().isOpen()).count(),
        names(actions.rows().stream().flatMap(row -> row.item().owner().stream())),
        names(actions.rows().stream().flatMap(row -> row.systems().stream())),
        actions.rows().stream()
            .flatMap(row -> row.item().priority().stream())
            .distinct()
            .sorted(Comparator.comparingInt(Priority::rank).thenComparing(Priority::name))
            .map(Priority::name)
            .toList());
  }

  private static List<String> names(Stream<String> names) {
    return names
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
