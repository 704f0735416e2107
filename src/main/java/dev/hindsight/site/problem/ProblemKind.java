package dev.hindsight.site.problem;

import java.util.Optional;

/// One kind of problem. The class that finds it declares it as a constant, and
/// `dev.hindsight.pipeline.ProblemKinds` lists all kinds.
///
/// @param code its stable name, for configurations and scripts: `overdue-action`
/// @param level the level of its problems, unless the configuration says otherwise
/// @param isOff whether it is suppressed, unless the configuration gives it a level
/// @param topic its heading in `docs/problems.md`
/// @param explanation what it means and what to do, in Markdown
public record ProblemKind(
    String code, Problem.Level level, boolean isOff, Topic topic, String explanation) {

  /// The topics of problems, in the order of `docs/problems.md`.
  public enum Topic {
    FILES("Files"),
    RUNBOOKS("Runbooks"),
    CONFIGURATION("The configuration"),
    ADDRESSES("Published addresses"),
    VALUES("Values"),
    TIME("Time"),
    ACTIONS("Action items"),
    LINKS("Links"),
    SEARCH("Search");

    private final String heading;

    Topic(String heading) {
      this.heading = heading;
    }

    public String heading() {
      return heading;
    }
  }

  public ProblemKind {
    explanation = explanation.strip();
  }

  /// A kind that stops publishing.
  public static ProblemKind error(String code, Topic topic, String explanation) {
    return new ProblemKind(code, Problem.Level.ERROR, false, topic, explanation);
  }

  /// A kind that does not stop publishing.
  public static ProblemKind warning(String code, Topic topic, String explanation) {
    return new ProblemKind(code, Problem.Level.WARNING, false, topic, explanation);
  }

  /// A kind that only some sites want: a warning that is off by default.
  public static ProblemKind off(String code, Topic topic, String explanation) {
    return new ProblemKind(code, Problem.Level.WARNING, true, topic, explanation);
  }

  /// A problem of this kind.
  public Problem at(SourcePosition at, String message, String hint) {
    return at(at, message, Optional.of(hint));
  }

  /// A problem of this kind.
  public Problem at(SourcePosition at, String message, Optional<String> hint) {
    return new Problem(code, level, at, message, hint);
  }
}
