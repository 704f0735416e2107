package dev.hindsight.site.config;

import dev.hindsight.site.problem.Problem;
import java.util.Map;
import java.util.Optional;

/// How serious a site takes each kind of problem, where it says so.
///
/// @param levels by the code of the kind; [Setting#OFF] where it is not to be told at all
public record CheckLevels(Map<String, Setting> levels) {

  /// What the configuration can say of a kind.
  public enum Setting {
    ERROR,
    WARNING,
    OFF
  }

  public CheckLevels {
    levels = Map.copyOf(levels);
  }

  /// A problem as serious as the site takes it; empty where it is not to be told.
  public Optional<Problem> apply(Problem problem) {
    return switch (levels.get(problem.code())) {
      case null -> Optional.of(problem);
      case ERROR -> Optional.of(problem.withLevel(Problem.Level.ERROR));
      case WARNING -> Optional.of(problem.withLevel(Problem.Level.WARNING));
      case OFF -> Optional.empty();
    };
  }
}
