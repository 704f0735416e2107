package dev.hindsight.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// English words by the terms that they are of, and how often each stands in all reports: `connect`
/// has `connection` 31 times and `connected` 8 times.
final class StemWords {
  private final Map<String, Map<String, Integer>> counts;

  /// @param counts of words, by their terms
  private StemWords(Map<String, Map<String, Integer>> counts) {
    this.counts = counts;
  }

  /// A word that was met.
  ///
  /// @param count how often; less than nothing where it is there no more
  record Met(String term, String word, int count) {
    Met gone() {
      return new Met(term, word, -count);
    }
  }

  /// All words that were met.
  static StemWords of(Stream<Met> words) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    words.forEach(met ->
        counts
            .computeIfAbsent(met.term(), _ -> new HashMap<>(4))
            .merge(met.word(), met.count(), Integer::sum));
    return new StemWords(counts);
  }

  /// The same with words that have come and gone.
  StemWords with(Stream<Met> changes) {
    Map<String, Map<String, Integer>> changed = new HashMap<>(counts);
    Set<String> own = new HashSet<>();
    changes.forEach(met -> {
      if (own.add(met.term())) {
        changed.put(met.term(), new HashMap<>(counts.getOrDefault(met.term(), Map.of())));
      }
      changed.get(met.term()).merge(met.word(), met.count(), Integer::sum);
    });
    return new StemWords(changed);
  }

  /// The word that a term is mostly the stem of, of equally common ones the first; the term itself
  /// where it is of no English word.
  String word(String term) {
    String best = term;
    int most = 0;
    for (Map.Entry<String, Integer> one : counts.getOrDefault(term, Map.of()).entrySet()) {
      int count = one.getValue();
      if (count > most || count == most && count > 0 && one.getKey().compareTo(best) < 0) {
        best = one.getKey();
        most = count;
      }
    }
    return best;
  }
}
