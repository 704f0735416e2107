package dev.hindsight.start;

import dev.hindsight.model.Incident;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Infers the configured pattern of IDs from reports.
final class IdPatternProposal {
  private static final Pattern LITERAL = Pattern.compile("[A-Z0-9_-]+");

  private IdPatternProposal() {}

  /// The pattern of numbered IDs that several reports have. Empty if there are none, or if they are
  /// only numbers or dates, which also occur in running text.
  static Optional<String> of(List<Incident> incidents) {
    Map<String, List<NamingScheme>> alike =
        incidents.stream()
            .map(incident -> NamingScheme.of(incident.id().value()))
            .filter(IdPatternProposal::isNumbered)
            .collect(
                Collectors.groupingBy(
                    IdPatternProposal::beginning, TreeMap::new, Collectors.toList()));
    List<String> patterns =
        alike.entrySet().stream()
            .filter(forms -> forms.getValue().size() > 1)
            .map(forms -> forms.getKey() + "\\d{" + width(forms.getValue()) + ",}")
            .toList();
    return patterns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            patterns.size() == 1
                ? patterns.getFirst()
                : patterns.stream().collect(Collectors.joining("|", "(?:", ")")));
  }

  private static boolean isNumbered(NamingScheme form) {
    boolean isCounted =
        form.kind() == NamingScheme.Kind.NUMBER_OF_YEAR || form.kind() == NamingScheme.Kind.NUMBER;
    return isCounted
        && !form.prefix().isEmpty()
        && LITERAL.matcher(form.prefix().toUpperCase(Locale.ROOT)).matches();
  }

  private static String beginning(NamingScheme form) {
    String prefix = form.prefix().toUpperCase(Locale.ROOT);
    return form.kind() == NamingScheme.Kind.NUMBER
        ? prefix
        : prefix + "\\d{4}" + form.joint().replace(".", "\\.");
  }

  private static int width(Collection<NamingScheme> forms) {
    return forms.stream().mapToInt(NamingScheme::width).min().orElse(1);
  }
}
