package dev.hindsight.model;

import java.util.Optional;
import java.util.stream.Stream;

/// Picks "what fixed it" out of a report: the first resolution step, else the first line of a
/// section about the resolution, else of one about the mitigation. A line in brackets was left from
/// a template, and says what is to be written there.
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
