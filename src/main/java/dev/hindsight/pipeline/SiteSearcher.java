package dev.hindsight.pipeline;

import dev.hindsight.model.Incident;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks reports what the site's search is asked.
public final class SiteSearcher {
  private final SiteSource source;
  private final BuildOptions options;

  public SiteSearcher(SiteSource source, BuildOptions options) {
    this.source = source;
    this.options = options;
  }

  /// An incident that was found, with Lucene's score and how it came to be, where words were asked
  /// for.
  public record Match(Incident incident, float score, Optional<String> explanation) {}

  /// What a query found.
  ///
  /// @param matches the best first, as many as were asked for
  /// @param count how many were found
  /// @param withAll how many have all words of the query
  /// @param respelt words that no report has, or only one, with those that were searched in their
  ///   place
  /// @param problems of the configuration, which keep anything from being found
  public record SearchResult(
      List<Match> matches,
      int count,
      int withAll,
      Map<String, List<String>> respelt,
      List<Problem> problems) {
    public SearchResult {
      matches = List.copyOf(matches);
      problems = List.copyOf(problems);
    }
  }

  /// Reads and links every report, and asks what the site's search is asked.
  ///
  /// @param most how many matches to give
  /// @throws IOException when the folder of reports cannot be listed
  public SearchResult search(String query, int most) throws IOException {
    SiteReader reader = new SiteReader(source, options, Progress.NONE);
    SiteReader.Outcome read = reader.read();
    if (read.reports().isEmpty()) {
      return new SearchResult(List.of(), 0, 0, Map.of(), read.problems());
    }
    var index = reader.index(read.reports().get());
    var hits = index.search(query);
    return new SearchResult(
        hits.hits().stream()
            .limit(most)
            .map(hit ->
                new Match(hit.incident(), hit.score(), index.explain(query, hit.incident().id())))
            .toList(),
        hits.hits().size(),
        hits.withAll(),
        hits.respelt(),
        List.of());
  }
}
