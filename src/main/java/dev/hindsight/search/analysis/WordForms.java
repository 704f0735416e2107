package dev.hindsight.search.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// English words by the terms that they are of, and how often each stands in all reports: `connect`
/// has `connection` 31 times and `connected` 8 times.
public final class WordForms {
  private final Map<String, Map<String, Integer>> counts;

  /// What was asked already.
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /// Of the terms that are not here; empty where all are.
  private final Optional<WordForms> others;

  /// @param counts of words, by their terms
  private WordForms(Map<String, Map<String, Integer>> counts, Optional<WordForms> others) {
    this.counts = counts;
    this.others = others;
  }

  /// A word that was met.
  ///
  /// @param count how often; less than nothing where it is there no more
  public record WordCount(String term, String word, int count) {
    public WordCount gone() {
      return new WordCount(term, word, -count);
    }
  }

  /// All words that were met.
  public static WordForms of(Stream<WordCount> words) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    words.forEach(met ->
        counts
            .computeIfAbsent(met.term(), _ -> new HashMap<>(4))
            .merge(met.word(), met.count(), Integer::sum));
    return new WordForms(counts, Optional.empty());
  }

  /// The same with words that have come and gone.
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

  /// The word that a term is mostly the stem of, of equally common ones the first; the term itself
  /// where it is of no English word.
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
