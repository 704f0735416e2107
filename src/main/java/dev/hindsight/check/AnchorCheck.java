package dev.hindsight.check;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.ReportLink;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.ClosestMatch;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Checks that links to an anchor in a report lead to an anchor that exists.
final class AnchorCheck implements Checker.Check {
  static final ProblemKind BROKEN_ANCHOR =
      ProblemKind.warning(
          "broken-anchor",
          ProblemKind.Topic.LINKS,
          """
          A link to an anchor that the report does not have. Anchors are headings, timeline entries (`#t-1445`) and action items
          (`#action-2`). A heading is also found by the anchor that code hosts give it: `#root-cause-analysis`.
          """);

  /// With more anchors, the nearest is not searched, because it would take too long.
  private static final int MOST = 1_000;

  private final KnowledgeBase knowledge;

  /// The anchors of each report that has links to it.
  private final Map<IncidentId, Set<String>> places = new ConcurrentHashMap<>();

  AnchorCheck(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public Stream<Problem> of(Incident incident) {
    return incident.links().stream()
        .flatMap(link -> target(link).flatMap(target -> broken(link, incident, target)).stream());
  }

  private Optional<Incident> target(ReportLink link) {
    return Optional.ofNullable(knowledge.ids().get("@/" + link.path().toLowerCase(Locale.ROOT)))
        .flatMap(knowledge::incident);
  }

  private Optional<Problem> broken(ReportLink link, Incident incident, Incident target) {
    Set<String> known = places.computeIfAbsent(target.id(), _ -> places(target));
    if (known.contains(link.fragment())
        || known.contains(link.fragment().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Optional<String> nearest =
        known.size() > MOST || link.fragment().length() > 100
            ? Optional.empty()
            : ClosestMatch.to(link.fragment(), known);
    return Optional.of(
        BROKEN_ANCHOR.at(
            SourcePosition.of(incident.source(), link.place()),
            target.id() + " has no anchor '#" + link.fragment() + "'",
            nearest
                .map(near -> "did you mean '#" + near + "'?")
                .orElse("link to the words of a heading in lower case, with hyphens for spaces")));
  }

  private static Set<String> places(Incident incident) {
    Set<String> places = new HashSet<>(incident.anchors());
    places.addAll(incident.fragments().keySet());
    return places;
  }
}
