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

/// What the ids of reports look like, as the configuration says it.
final class IdPattern {
  private static final Pattern LITERAL = Pattern.compile("[A-Z0-9_-]+");

  private IdPattern() {}

  /// The pattern of the numbered ids that several reports have; empty where there are none, or
  /// where they are nothing but numbers or dates, which running text has too.
  static Optional<String> of(List<Incident> incidents) {
    Map<String, List<NameForm>> alike =
        incidents.stream()
            .map(incident -> NameForm.of(incident.id().value()))
            .filter(IdPattern::isNumbered)
            .collect(
                Collectors.groupingBy(IdPattern::beginning, TreeMap::new, Collectors.toList()));
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

  private static boolean isNumbered(NameForm form) {
    boolean isCounted =
        form.kind() == NameForm.Kind.NUMBER_OF_YEAR || form.kind() == NameForm.Kind.NUMBER;
    return isCounted
        && !form.prefix().isEmpty()
        && LITERAL.matcher(form.prefix().toUpperCase(Locale.ROOT)).matches();
  }

  private static String beginning(NameForm form) {
    String prefix = form.prefix().toUpperCase(Locale.ROOT);
    return form.kind() == NameForm.Kind.NUMBER
        ? prefix
        : prefix + "\\d{4}" + form.joint().replace(".", "\\.");
  }

  private static int width(Collection<NameForm> forms) {
    return forms.stream().mapToInt(NameForm::width).min().orElse(1);
  }
}
