package dev.hindsight.check;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Looks for statements in reports that are probably wrong. It changes nothing and stops nothing;
/// the configuration decides how serious each kind is.
public final class Checker {

  /// One rule about one incident.
  @FunctionalInterface
  interface Check {
    Stream<Problem> of(Incident incident);
  }

  /// Every kind of problem that checks find.
  public static final List<ProblemKind> KINDS =
      List.of(
          TimelineCheck.BACKWARDS,
          TimelineCheck.WRONG_YEAR,
          DurationCheck.DIFFERENT_DURATION,
          FutureCheck.FUTURE_DATE,
          SystemCheck.UNKNOWN_SYSTEM,
          ActionCheck.WITHOUT_OWNER,
          ActionCheck.OVERDUE,
          AnchorCheck.BROKEN_ANCHOR,
          RemoteImageCheck.REMOTE_IMAGE);

  private Checker() {}

  /// Checks all incidents.
  ///
  /// @param today later dates are in the future
  public static List<Problem> check(KnowledgeBase knowledge, SiteConfig config, LocalDate today) {
    List<Check> checks =
        List.of(
            new TimelineCheck(),
            new DurationCheck(),
            new FutureCheck(today),
            new SystemCheck(knowledge, config),
            new ActionCheck(config, today),
            new AnchorCheck(knowledge));
    return Stream.concat(
            knowledge.incidents().parallelStream()
                .flatMap(incident -> checks.stream().flatMap(check -> check.of(incident))),
            RemoteImageCheck.check(knowledge).stream())
        .toList();
  }
}
