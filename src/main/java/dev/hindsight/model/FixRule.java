package dev.hindsight.model;

import java.util.Optional;
import java.util.stream.Stream;

/// Selects "what fixed it" from a report: the first resolution step, else the first line of a
/// resolution section, else of a mitigation section. Lines in brackets are left from a template and
/// are skipped.
final class FixRule {
  private FixRule() {}

  static Optional<String> fix(Incident incident) {
    return incident.resolution().stream()
        .map(ResolutionStep::text)
        .filter(step -> !isInBrackets(step))
        .findFirst()
        .or(() ->
            Stream.of(SectionKind.RESOLUTION, SectionKind.MITIGATION)
                .flatMap(kind -> incident.text(kind).lines())
                .filter(line -> !line.isBlank() && !isInBrackets(line))
                .findFirst());
  }

  private static boolean isInBrackets(String line) {
    String words = line.strip();
    return words.startsWith("[") && words.endsWith("]");
  }
}
