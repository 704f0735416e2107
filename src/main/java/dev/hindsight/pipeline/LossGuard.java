package dev.hindsight.pipeline;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps a build from removing many published incidents by accident: a submodule that was not
/// fetched, a wrong folder, a bad merge.
final class LossGuard {
  static final ProblemKind MASS_LOSS =
      ProblemKind.error(
          "mass-loss",
          ProblemKind.Topic.ADDRESSES,
          """
          A build that would remove all published incidents, or more than a quarter of them and at least five. Hindsight compares
          the reports with the last `incidents.json`. An incident with a new ID is not removed if the old ID is one of its
          `aliases`, or if its file or its title is the same. Pass `--allow-loss` to publish anyway. Neither `checks:` nor
          `--keep-going` changes this error.
          """);

  /// This many incidents may disappear at once, unless they are all that exist.
  private static final int FEW = 4;

  private LossGuard() {}

  /// An incident of the last site.
  ///
  /// @param ids the keys of its id and its aliases
  private record Known(Set<String> ids, String source, String title) {
    Known(Stream<IncidentId> ids, String source, String title) {
      this(ids.map(IncidentId::key).collect(Collectors.toSet()), source, title);
    }
  }

  /// Compares the reports with what was published.
  static Optional<Problem> check(PublishedInventory published, LinkedReports now) {
    return problem(
        published.pages().values().stream()
            .filter(page -> !page.isGone())
            .map(page -> new Known(page.ids(), page.source(), page.title()))
            .toList(),
        now);
  }

  /// Compares the reports with those of the last build.
  static Optional<Problem> check(LinkedReports last, LinkedReports now) {
    return problem(
        last.knowledge().incidents().stream()
            .map(one -> new Known(one.ids(), one.source(), one.title()))
            .toList(),
        now);
  }

  private static Optional<Problem> problem(List<Known> before, LinkedReports now) {
    long lost = lost(before, now.knowledge().incidents());
    boolean isMass = lost > FEW && lost * 4 > before.size();
    if (lost == 0 || (!isMass && lost < before.size())) {
      return Optional.empty();
    }
    SourcePosition folder = SourcePosition.start(SiteSource.INCIDENTS);
    return Optional.of(
        now.folder().reports().isEmpty()
            ? MASS_LOSS.at(
                folder,
                "no reports, but " + before.size() + " published incidents",
                "if the folder is a Git submodule, run `git submodule update --init`; to remove all"
                    + " incidents, pass --allow-loss")
            : MASS_LOSS.at(
                folder,
                "this build would remove " + lost + " of " + before.size() + " published incidents",
                "restore their reports; to remove the incidents, pass --allow-loss"));
  }

  private static long lost(List<Known> before, List<Incident> now) {
    Set<String> ids =
        now.stream().flatMap(Incident::ids).map(IncidentId::key).collect(Collectors.toSet());
    List<Known> missing =
        before.stream().filter(known -> known.ids().stream().noneMatch(ids::contains)).toList();
    return missing.isEmpty() ? 0 : missing.size() - renamed(missing, fresh(before, now));
  }

  /// The incidents with new IDs.
  private static List<Incident> fresh(List<Known> before, List<Incident> now) {
    Set<String> ids =
        before.stream().flatMap(known -> known.ids().stream()).collect(Collectors.toSet());
    return now.stream()
        .filter(one -> one.ids().map(IncidentId::key).noneMatch(ids::contains))
        .toList();
  }

  /// How many of the missing incidents exist under a new ID: in the same file, or with the same
  /// title. Each new incident replaces at most one.
  private static long renamed(List<Known> missing, List<Incident> fresh) {
    Set<String> sources =
        fresh.stream().map(Incident::source).collect(Collectors.toCollection(HashSet::new));
    List<Known> moved = missing.stream().filter(known -> !sources.remove(known.source())).toList();
    Map<String, Integer> titles = new HashMap<>();
    fresh.stream()
        .filter(one -> sources.contains(one.source()))
        .forEach(one -> titles.merge(one.title(), 1, Integer::sum));
    long gone =
        moved.stream().filter(known -> titles.merge(known.title(), -1, Integer::sum) < 0).count();
    return missing.size() - gone;
  }
}
