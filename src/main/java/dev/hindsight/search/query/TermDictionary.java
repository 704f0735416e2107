package dev.hindsight.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;

/// Every term of an index, sorted by code point, with its count: the sum of the documents that have
/// it, over all fields. Finds completions of unfinished words and corrections of typos. The browser
/// does the same in `plan.js`.
public final class TermDictionary {

  /// A word has at most this many completions ...
  private static final int MOST_ENDINGS = 16;

  /// ... with at most this total count, because a browser loads all their postings.
  private static final int MOST_PLACES = 10_000;

  /// The limit if the word as typed is a term itself. Completions are only a guess then and must be
  /// cheap.
  private static final int MOST_PLACES_BESIDE = 2_000;

  /// In a larger index, too many terms begin with one or two letters.
  private static final int SMALL = 500;

  private static final int SHORTEST_BEGINNING = 3;

  private static final int MOST_SPELLINGS = 8;

  /// Typos are compared with this many terms, the most common.
  static final int MOST_SPELLABLE = 16_384;

  private static final int SHORTEST_STEM = 4;

  /// A word may extend a stem, as `replicati` extends `replic`, if the stem has at least this many
  /// letters.
  private static final int SHORTEST_BEGUN = 5;

  private static final int LONGEST_ENDING = 3;

  /// The longest ending after the stem of a word with a typo, such as `icate` in `xertificate`.
  private static final int ENDING = 5;

  /// A letter left out costs nearly as much as an edit: `databse` is more likely `databas` than
  /// `data`.
  private static final int EDIT_COST = 3;

  private static final int ENDING_COST = 2;

  /// A term that occurs once may be a typo of the author, if a similar term is this many times as
  /// common.
  private static final int FAR_COMMONER = 50;

  private final int documents;
  private final String[] terms;
  private final int[] counts;

  /// Possible corrections, most common first.
  private final int[] ranked;

  /// The first of these, in the order of terms.
  private final int[] spellable;

  /// @param terms in order
  /// @param counts of each
  TermDictionary(int documents, String[] terms, int[] counts) {
    this.documents = documents;
    this.terms = terms;
    this.counts = counts;
    this.ranked =
        IntStream.range(0, terms.length)
            .filter(place -> isSpellable(terms[place]))
            .boxed()
            .sorted(commonest())
            .mapToInt(Integer::intValue)
            .toArray();
    this.spellable = Arrays.stream(ranked).limit(MOST_SPELLABLE).sorted().toArray();
  }

  public static TermDictionary of(IndexReader reader) {
    List<String> terms = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    MergedTerms each = new MergedTerms(reader);
    try {
      while (each.next()) {
        int count = 0;
        for (MergedTerms.Cursor cursor : each.here()) {
          count += cursor.documents();
        }
        terms.add(each.term());
        counts.add(count);
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return of(reader.maxDoc(), terms, counts);
  }

  /// @param terms in order
  /// @param counts of each
  public static TermDictionary of(int documents, List<String> terms, List<Integer> counts) {
    return new TermDictionary(
        documents,
        terms.toArray(String[]::new),
        counts.stream().mapToInt(Integer::intValue).toArray());
  }

  /// A term with its count.
  public record CountedTerm(String term, int count) {}

  private static final Comparator<CountedTerm> IN_ORDER =
      Comparator.comparing(CountedTerm::term, TermDictionary::compare);

  private static final Comparator<CountedTerm> COMMONEST =
      Comparator.comparingInt(CountedTerm::count).reversed().thenComparing(IN_ORDER);

  /// The terms that typos are compared with, in order.
  public List<CountedTerm> spellable() {
    return Arrays.stream(spellable).mapToObj(this::counted).toList();
  }

  /// Changes of the terms that typos are compared with.
  ///
  /// @param come new and changed terms, in order
  /// @param gone removed terms, in order
  public record Respelt(List<CountedTerm> come, List<String> gone) {}

  /// Computes how the terms that typos are compared with change after the counts of some terms have
  /// changed. The work is proportional to the number of changes.
  ///
  /// @param changes the difference in counts by term, including new terms
  public Respelt respelt(Map<String, Integer> changes) {
    // For each change, one term may enter from below the limit or replace the last.
    int first = Math.min(ranked.length, Math.max(0, MOST_SPELLABLE - changes.size()));
    int end = Math.min(ranked.length, MOST_SPELLABLE + changes.size());
    long before = changes.keySet().stream().filter(term -> isAmong(first, term)).count();
    Stream<CountedTerm> here =
        IntStream.range(first, end)
            .mapToObj(rank -> counted(ranked[rank]))
            .filter(one -> !changes.containsKey(one.term()));
    Stream<CountedTerm> changed =
        changes.entrySet().stream()
            .map(one -> new CountedTerm(one.getKey(), count(one.getKey()) + one.getValue()))
            .filter(one -> one.count() > 0 && isSpellable(one.term()));
    List<CountedTerm> commonest =
        Stream.concat(here, changed)
            .sorted(COMMONEST)
            .limit(MOST_SPELLABLE - (first - before))
            .toList();
    Set<String> stay = commonest.stream().map(CountedTerm::term).collect(Collectors.toSet());
    Stream<String> were =
        Stream.concat(
            IntStream.range(first, end).mapToObj(rank -> terms[ranked[rank]]),
            changes.keySet().stream());
    return new Respelt(
        commonest.stream()
            .filter(one -> changes.containsKey(one.term()) || !isAmong(MOST_SPELLABLE, one.term()))
            .sorted(IN_ORDER)
            .toList(),
        were.filter(term -> isAmong(MOST_SPELLABLE, term) && !stay.contains(term))
            .distinct()
            .sorted(TermDictionary::compare)
            .toList());
  }

  /// Whether a term was among the `most` most common possible corrections.
  private boolean isAmong(int most, String term) {
    int place = Arrays.binarySearch(terms, term, TermDictionary::compare);
    return place >= 0
        && isSpellable(term)
        && (most >= ranked.length || commonest().compare(place, ranked[most]) < 0);
  }

  private CountedTerm counted(int place) {
    return new CountedTerm(terms[place], counts[place]);
  }

  /// The count of a term; 0 if no report has it.
  int count(String term) {
    int place = Arrays.binarySearch(terms, term, TermDictionary::compare);
    return place < 0 ? 0 : counts[place];
  }

  /// The completions of a word: terms that begin with it, and stems that it extends. Most common
  /// first.
  List<String> completions(String typed, String exact) {
    if (documents > SMALL && typed.codePointCount(0, typed.length()) < SHORTEST_BEGINNING) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>();
    for (int i = place(typed); i < terms.length && terms[i].startsWith(typed); i++) {
      found.add(i);
    }
    for (int length = typed.length() - 1;
        length >= Math.max(SHORTEST_BEGUN, typed.length() - LONGEST_ENDING);
        length--) {
      int stem = Arrays.binarySearch(terms, typed.substring(0, length), TermDictionary::compare);
      if (stem >= 0) {
        found.add(stem);
      }
    }
    List<Integer> likeliest =
        found.stream()
            .filter(i -> !terms[i].equals(exact))
            .sorted(commonest())
            .limit(MOST_ENDINGS)
            .toList();
    boolean isKnown = count(exact) > 0;
    int most = isKnown ? MOST_PLACES_BESIDE : MOST_PLACES;
    int places = 0;
    List<String> completions = new ArrayList<>();
    for (int i : likeliest) {
      places += counts[i];
      if (places <= most || (completions.isEmpty() && !isKnown)) {
        completions.add(terms[i]);
      }
    }
    return completions;
  }

  private Comparator<Integer> commonest() {
    return Comparator.comparingInt((Integer place) -> -counts[place]).thenComparing(place -> place);
  }

  private int place(String text) {
    int place = Arrays.binarySearch(terms, text, TermDictionary::compare);
    return place < 0 ? -place - 1 : place;
  }

  private static boolean isSpellable(String term) {
    return term.length() >= 3 && term.codePoints().allMatch(Character::isLetter);
  }

  /// The corrections of a word that no report has, or that occurs only once: terms with one edit,
  /// or two for a word of six or more letters. As terms are stems, the word may have an ending
  /// after the term. Returns only the nearest terms: shortest ending first, then the most common.
  /// Words with digits have no corrections.
  ///
  /// @param exact the term of the word
  List<String> spellings(String typed, String exact) {
    int own = count(exact);
    if (own > 1 || !isSpellable(typed)) {
      return List.of();
    }
    int most = typed.length() <= 5 ? 1 : 2;
    record Found(int place, int cost, int ending) {}
    List<Found> found = new ArrayList<>();
    for (int place : spellable) {
      String term = terms[place];
      if (term.length() < typed.length() - most - ENDING
          || term.length() > typed.length() + most
          || counts[place] < own * FAR_COMMONER) {
        continue;
      }
      int[] edits = edits(term, typed);
      int shortest = Math.min(typed.length(), Math.max(SHORTEST_STEM, typed.length() - ENDING));
      Found best = null;
      for (int j = typed.length(); j >= shortest; j--) {
        int cost = EDIT_COST * edits[j] + ENDING_COST * (typed.length() - j);
        if (edits[j] <= most && (best == null || cost < best.cost())) {
          best = new Found(place, cost, typed.length() - j);
        }
      }
      if (best != null) {
        found.add(best);
      }
    }
    int least = found.stream().mapToInt(Found::cost).min().orElse(0);
    return found.stream()
        .filter(one -> one.cost() == least)
        .sorted(Comparator.comparingInt(Found::ending).thenComparing(Found::place, commonest()))
        .limit(MOST_SPELLINGS)
        .map(one -> terms[one.place()])
        .toList();
  }

  /// The edit distance between a term and each prefix of a word: Levenshtein's distance with
  /// Damerau's swaps, in its restricted form, row by row (Wagner and Fischer, 1974).
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

  /// Compares by code point, as Lucene does.
  public static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return rank(a.charAt(i)) - rank(b.charAt(i));
      }
    }
    return a.length() - b.length();
  }

  /// Surrogates, for characters above U+FFFF, sort after all others.
  private static int rank(char c) {
    return c < 0xD800 ? c : c < 0xE000 ? c + 0x2000 : c - 0x800;
  }
}
