package dev.hindsight.cli;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Gaps;
import dev.hindsight.model.TextPosition;
import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Describes what reports do not state.
final class GapText {
  private GapText() {}

  /// One gap for the list of `check --gaps`.
  record Line(SourcePosition at, Gaps.Kind kind, String message) {}

  /// All gaps, in the order of files and lines.
  static List<Line> lines(Gaps gaps) {
    return gaps.list().stream()
        .flatMap(gap -> gap.missing().stream().map(missing -> line(gap.kind(), missing)))
        .sorted(Comparator.comparing(Line::at).thenComparing(Line::kind))
        .toList();
  }

  private static Line line(Gaps.Kind kind, Gaps.Missing missing) {
    SourcePosition at =
        SourcePosition.of(
            missing.incident().source(),
            missing.action().map(ActionItem::place).orElse(TextPosition.START));
    String subject =
        missing.action().map(item -> "action item " + item.number()).orElse("the report");
    return new Line(at, kind, subject + " has no " + detail(kind));
  }

  /// The number of each kind: `77 of 77 open action items have no owner, 12 no due date; 3 of 40
  /// reports have no severity`; empty if nothing is missing.
  static Optional<String> summary(List<Gaps.Count> counts) {
    List<Gaps.Count> some = counts.stream().filter(count -> count.missing() > 0).toList();
    if (some.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    part(some.stream().filter(count -> count.kind().isOfActions()).toList(), "open action item")
        .ifPresent(parts::add);
    part(some.stream().filter(count -> !count.kind().isOfActions()).toList(), "report")
        .ifPresent(parts::add);
    return Optional.of("Gaps: " + String.join("; ", parts) + ".");
  }

  private static Optional<String> part(List<Gaps.Count> counts, String noun) {
    StringBuilder text = new StringBuilder();
    for (Gaps.Count count : counts) {
      if (text.isEmpty()) {
        text.append(count.missing())
            .append(" of ")
            .append(ProblemPrinter.plural(count.total(), noun))
            .append(count.missing() == 1 ? " has" : " have");
      } else {
        text.append(", ").append(count.missing());
      }
      text.append(" no ").append(detail(count.kind()));
    }
    return Optional.of(text.toString()).filter(words -> !words.isEmpty());
  }

  private static String detail(Gaps.Kind kind) {
    return switch (kind) {
      case OWNER -> "owner";
      case DUE_DATE -> "due date";
      case FIX -> "fix";
      case ROOT_CAUSE -> "root cause";
      case SEVERITY -> "severity";
      case SYSTEMS -> "affected systems";
      case DATE -> "date";
    };
  }
}
