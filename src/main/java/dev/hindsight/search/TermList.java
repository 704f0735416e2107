package dev.hindsight.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/// Every term of an index, sorted by its UTF-16 code units, with how common it is: in how many
/// fields of how many documents it stands. Finds what a word that is still in typing, or has a
/// slip, may mean. The browser does the same in `query.js`.
record TermList(List<String> terms, List<Integer> counts) {

  /// A beginning of a word may have so many ends.
  private static final int MOST_ENDINGS = 16;

  private static final int MOST_SPELLINGS = 8;
  private static final int SHORTEST_STEM = 4;

  /// A stem that somebody goes on from, `replic` for `replicati`, is no short word, and not much is
  /// missing.
  private static final int SHORTEST_BEGUN = 5;

  private static final int LONGEST_ENDING = 3;

  /// What may stand behind the stem of a word with a slip: the `icate` of `xertificate`.
  private static final int ENDING = 5;

  /// A letter of an ending is nearly as unlikely as a slip: `databse` is rather `databas` than
  /// `data`.
  private static final int EDIT_COST = 3;

  private static final int ENDING_COST = 2;

  static TermList of(IndexReader reader) throws IOException {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (SearchField field : SearchField.values()) {
      Terms terms = MultiTerms.getTerms(reader, field.id());
      if (terms != null) {
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
          counts.merge(each.term().utf8ToString(), each.docFreq(), Integer::sum);
        }
      }
    }
    return new TermList(List.copyOf(counts.keySet()), List.copyOf(counts.values()));
  }

  /// How common a term is; 0 for one that no report has.
  int count(String term) {
    int place = Collections.binarySearch(terms, term);
    return place < 0 ? 0 : counts.get(place);
  }

  /// Terms that a word in typing may become: those that it begins, and stems that it goes on from.
  /// The commonest come first.
  List<String> completions(String typed, String exact) {
    List<Integer> found = new ArrayList<>();
    int from = place(typed);
    for (int i = from; i < terms.size() && terms.get(i).startsWith(typed); i++) {
      found.add(i);
    }
    for (int length = typed.length() - 1;
        length >= Math.max(SHORTEST_BEGUN, typed.length() - LONGEST_ENDING);
        length--) {
      int stem = Collections.binarySearch(terms, typed.substring(0, length));
      if (stem >= 0) {
        found.add(stem);
      }
    }
    return found.stream()
        .filter(i -> !terms.get(i).equals(exact))
        .sorted(Comparator.comparingInt((Integer i) -> -counts.get(i)).thenComparing(i -> i))
        .limit(MOST_ENDINGS)
        .map(terms::get)
        .toList();
  }

  private int place(String text) {
    int place = Collections.binarySearch(terms, text);
    return place < 0 ? -place - 1 : place;
  }

  /// Terms that a word which no report has is spelt like: one letter off, or two in a word of six
  /// or more, where the word may go on behind the stem that a term is. Only the nearest count; of
  /// these the ones with the shortest ending, then the commonest, come first. A word with a digit
  /// has no other spelling.
  List<String> spellings(String typed) {
    int most = typed.length() <= 5 ? 1 : 2;
    if (typed.length() < 3 || !typed.codePoints().allMatch(Character::isLetter)) {
      return List.of();
    }
    record Found(int place, int cost, int ending) {}
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      String term = terms.get(i);
      if (term.length() >= typed.length() - most - ENDING
          && term.length() <= typed.length() + most
          && term.codePoints().allMatch(Character::isLetter)) {
        int[] edits = edits(term, typed);
        int shortest = Math.min(typed.length(), Math.max(SHORTEST_STEM, typed.length() - ENDING));
        Found best = null;
        for (int j = typed.length(); j >= shortest; j--) {
          int cost = EDIT_COST * edits[j] + ENDING_COST * (typed.length() - j);
          if (edits[j] <= most && (best == null || cost < best.cost())) {
            best = new Found(i, cost, typed.length() - j);
          }
        }
        if (best != null) {
          found.add(best);
        }
      }
    }
    int least = found.stream().mapToInt(Found::cost).min().orElse(0);
    return found.stream()
        .filter(one -> one.cost() == least)
        .sorted(
            Comparator.comparingInt(Found::ending)
                .thenComparing(one -> -counts.get(one.place()))
                .thenComparing(Found::place))
        .limit(MOST_SPELLINGS)
        .map(one -> terms.get(one.place()))
        .toList();
  }

  /// For each beginning of a word, how many letters to add, drop, replace or swap with the next to
  /// make a term of it: Levenshtein's distance with Damerau's swaps, in its restricted form, row by
  /// row (Wagner and Fischer, 1974).
  private static int[] edits(String term, String word) {
    int[] beforeLast = new int[word.length() + 1];
    int[] last = new int[word.length() + 1];
    for (int j = 0; j <= word.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= term.length(); i++) {
      int[] row = new int[word.length() + 1];
      row[0] = i;
      for (int j = 1; j <= word.length(); j++) {
        int replaced = last[j - 1] + (term.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && term.charAt(i - 1) == word.charAt(j - 2)
            && term.charAt(i - 2) == word.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last;
  }
}
