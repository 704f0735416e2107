package dev.hindsight.site.config;

import dev.hindsight.site.problem.Problem;
import java.util.Map;
import java.util.Optional;

/// The configured levels of problems.
///
/// @param levels by the code of the kind, with those of `defaults.yml`; [Setting#OFF] suppresses it
public record CheckLevels(Map<String, Setting> levels) {

  /// The values that the configuration allows.
  public enum Setting {
    ERROR,
    WARNING,
    OFF
  }

  public CheckLevels {
    levels = Map.copyOf(levels);
  }

  /// A problem with its configured level; empty if it is suppressed.
  public Optional<Problem> apply(Problem problem) {
    return switch (levels.get(problem.code())) {
      case null -> Optional.of(problem);
      case ERROR -> Optional.of(problem.withLevel(Problem.Level.ERROR));
      case WARNING -> Optional.of(problem.withLevel(Problem.Level.WARNING));
      case OFF -> Optional.empty();
    };
  }
}
