package dev.hindsight.search.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The English words of each term, with how often they occur in all reports: `connect` has
/// `connection` 31 times and `connected` 8 times.
public final class WordForms {
  private final Map<String, Map<String, Integer>> counts;

  /// Results of earlier calls.
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /// The words of terms that are not in `counts`; empty if all are.
  private final Optional<WordForms> others;

  /// @param counts of words, by term
  private WordForms(Map<String, Map<String, Integer>> counts, Optional<WordForms> others) {
    this.counts = counts;
    this.others = others;
  }

  /// A word that occurs in reports.
  ///
  /// @param count how often it occurs; negative if it was removed
  public record WordCount(String term, String word, int count) {
    public WordCount gone() {
      return new WordCount(term, word, -count);
    }
  }

  /// Collects words.
  public static WordForms of(Stream<WordCount> words) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    words.forEach(met ->
        counts
            .computeIfAbsent(met.term(), _ -> new HashMap<>(4))
            .merge(met.word(), met.count(), Integer::sum));
    return new WordForms(counts, Optional.empty());
  }

  /// The same after words were added and removed.
  public WordForms with(Stream<WordCount> changes) {
    Map<String, Map<String, Integer>> changed = new HashMap<>();
    changes.forEach(met ->
        changed
            .computeIfAbsent(met.term(), term -> new HashMap<>(counts(term)))
            .merge(met.word(), met.count(), Integer::sum));
    return new WordForms(changed, Optional.of(this));
  }

  private Map<String, Integer> counts(String term) {
    Map<String, Integer> own = counts.get(term);
    return own != null ? own : others.map(all -> all.counts(term)).orElse(Map.of());
  }

  /// The word that a term is most often the stem of; of equally common words the first. The term
  /// itself if it is not a stem.
  public String word(String term) {
    return others.isPresent() && !counts.containsKey(term)
        ? others.get().word(term)
        : known.computeIfAbsent(term, this::commonest);
  }

  private String commonest(String term) {
    String best = term;
    int most = 0;
    for (Map.Entry<String, Integer> one : counts(term).entrySet()) {
      int count = one.getValue();
      if (count > most || count == most && count > 0 && one.getKey().compareTo(best) < 0) {
        best = one.getKey();
        most = count;
      }
    }
    return best;
  }
}
