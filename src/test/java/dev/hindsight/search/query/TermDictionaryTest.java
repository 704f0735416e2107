package dev.hindsight.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a slip is compared with after some terms have become more or less common is what a list of
/// all terms as they are now would say.
class TermDictionaryTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 1_000, TermDictionary.MOST_SPELLABLE, 20_000})
  void changedTermsAreMergedWithTheOthers(int size) {
    Random random = new Random(size);
    Map<String, Integer> before = new TreeMap<>();
    while (before.size() < size) {
      before.put(word(random), 1 + random.nextInt(9));
    }
    TermDictionary list = list(before);
    for (int turn = 0; turn < 20; turn++) {
      Map<String, Integer> changes = new TreeMap<>();
      Map<String, Integer> now = new TreeMap<>(before);
      before.forEach((term, count) -> {
        if (random.nextInt(200) == 0) {
          change(changes, now, term, random.nextInt(-count, 9));
        }
      });
      for (int more = random.nextInt(30); more > 0; more--) {
        String term = word(random);
        if (!now.containsKey(term)) {
          change(changes, now, term, 1 + random.nextInt(9));
        }
      }
      TermDictionary.Respelt respelt = list.respelt(changes);
      Map<String, Integer> spellable = new TreeMap<>();
      list.spellable().forEach(one -> spellable.put(one.term(), one.count()));
      respelt.gone().forEach(term -> assertNotNull(spellable.remove(term), term));
      respelt.come().forEach(one -> spellable.put(one.term(), one.count()));
      assertEquals(commonest(now).size(), spellable.size());
      assertEquals(commonest(now), commonest(spellable));
      assertTrue(respelt.come().size() <= 2 * changes.size(), "as few as have changed");
    }
  }

  private static void change(
      Map<String, Integer> changes, Map<String, Integer> now, String term, int by) {
    changes.put(term, by);
    if (now.merge(term, by, Integer::sum) == 0) {
      now.remove(term);
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int letters = 3 + random.nextInt(3); letters > 0; letters--) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static TermDictionary list(Map<String, Integer> counts) {
    return new TermDictionary(
        10,
        counts.keySet().toArray(String[]::new),
        counts.values().stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<TermDictionary.CountedTerm> commonest(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(one -> new TermDictionary.CountedTerm(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparingInt(TermDictionary.CountedTerm::count)
                .reversed()
                .thenComparing(TermDictionary.CountedTerm::term))
        .limit(TermDictionary.MOST_SPELLABLE)
        .sorted(Comparator.comparing(TermDictionary.CountedTerm::term))
        .toList();
  }
}
