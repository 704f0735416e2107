package dev.hindsight.pipeline;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.List;
import java.util.stream.Stream;

/// Checks that reports are found by the queries in their `find:` key.
final class FindQueryCheck {
  static final ProblemKind LOST_REPORT =
      ProblemKind.error(
          "lost-report",
          ProblemKind.Topic.SEARCH,
          """
          A query in the report's `find:` does not find the report among the first three results. The message says what ranked
          above it.
          """);

  /// A report must be among this many first results.
  private static final int FIRST = 3;

  private FindQueryCheck() {}

  /// Whether any report has such a query.
  static boolean isStated(KnowledgeBase knowledge) {
    return knowledge.incidents().stream().anyMatch(incident -> !incident.find().isEmpty());
  }

  /// A problem for each query whose report is not among the first results.
  static List<Problem> check(KnowledgeBase knowledge, SearchIndex index) {
    return knowledge.incidents().stream()
        .flatMap(
            incident -> incident.find().stream().flatMap(query -> lost(incident, query, index)))
        .toList();
  }

  private static Stream<Problem> lost(Incident incident, String query, SearchIndex index) {
    List<String> found =
        index.search(query).hits().stream().map(hit -> hit.incident().id().value()).toList();
    int rank = 1 + found.indexOf(incident.id().value());
    if (rank >= 1 && rank <= FIRST) {
      return Stream.empty();
    }
    List<String> above =
        found.stream().limit(rank == 0 ? FIRST : Math.min(FIRST, rank - 1)).toList();
    return Stream.of(
        LOST_REPORT.at(
            SourcePosition.of(incident.source(), incident.place("find")),
            "'" + query + "' " + outcome(rank, String.join(", ", above)),
            "use these words in the title or summary, or change `find:`"));
  }

  /// @param rank counted from 1; 0 if the report was not found
  private static String outcome(int rank, String above) {
    if (rank > 0) {
      return "finds this report at rank " + rank + ", behind " + above;
    }
    return "does not find this report" + (above.isEmpty() ? "" : "; it finds " + above);
  }
}
