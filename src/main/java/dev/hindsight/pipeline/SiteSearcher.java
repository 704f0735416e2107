package dev.hindsight.pipeline;

import dev.hindsight.model.Incident;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs queries as the site's search does.
public final class SiteSearcher {
  private final SiteSource source;
  private final BuildOptions options;

  public SiteSearcher(SiteSource source, BuildOptions options) {
    this.source = source;
    this.options = options;
  }

  /// A result, with Lucene's score and explanation if the query has words.
  public record Match(Incident incident, float score, Optional<String> explanation) {}

  /// The results of a query.
  ///
  /// @param matches best first, up to the requested number
  /// @param count the number of all results
  /// @param withAll the number of results with all words of the query
  /// @param respelt corrected words, with the words that were searched instead or as well
  /// @param problems the errors of the configuration, which prevent the search
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

  /// Reads and links every report, then runs a query.
  ///
  /// @param most the maximum number of matches
  /// @throws IOException if the folder of reports cannot be listed
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
