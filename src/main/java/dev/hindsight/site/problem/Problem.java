package dev.hindsight.site.problem;

import java.util.Comparator;
import java.util.Optional;

/// Something in a report, a runbook or the configuration that its author should know. A problem is
/// a value: all problems of a run are collected and shown together.
///
/// @param code the stable name of its kind; see [ProblemKind]
/// @param at its position
/// @param message one sentence: what was found
/// @param hint one sentence: how to fix it
public record Problem(
    String code, Level level, SourcePosition at, String message, Optional<String> hint) {

  /// Whether a problem stops publishing.
  public enum Level {
    ERROR,
    WARNING
  }

  /// By file and line, so that every run lists problems in the same order.
  public static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::at)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

  public boolean isError() {
    return level == Level.ERROR;
  }

  public boolean is(ProblemKind kind) {
    return code.equals(kind.code());
  }

  /// The same problem with its configured level.
  public Problem withLevel(Level level) {
    return new Problem(code, level, at, message, hint);
  }
}
