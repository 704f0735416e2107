package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A site decides how serious a kind of problem is; what it does not name stays as it is.
class CheckLevelsTest {
  private static final Problem ERROR = problem("bad-front-matter", Problem.Level.ERROR);
  private static final Problem WARNING = problem("unclear-value", Problem.Level.WARNING);

  @ParameterizedTest
  @CsvSource({
    "ERROR, ERROR, ERROR",
    "ERROR, WARNING, WARNING",
    "ERROR, OFF, none",
    "WARNING, ERROR, ERROR",
    "WARNING, WARNING, WARNING",
    "WARNING, OFF, none"
  })
  void judgeTheProblemsOfAKind(Problem.Level own, CheckLevels.Setting setting, String level) {
    Problem problem = own == Problem.Level.ERROR ? ERROR : WARNING;
    CheckLevels levels = new CheckLevels(Map.of(problem.code(), setting));
    assertEquals(
        level, levels.apply(problem).map(applied -> applied.level().name()).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({"ERROR, ERROR", "WARNING, WARNING"})
  void doesNotChangeOtherKinds(Problem.Level own, String level) {
    Problem problem = own == Problem.Level.ERROR ? ERROR : WARNING;
    CheckLevels levels = new CheckLevels(Map.of("another-kind", CheckLevels.Setting.OFF));
    assertEquals(problem, levels.apply(problem).orElseThrow());
    assertEquals(level, levels.apply(problem).orElseThrow().level().name());
  }

  private static Problem problem(String code, Problem.Level level) {
    return new Problem(code, level, SourcePosition.start("a.md"), "a message", Optional.empty());
  }
}
