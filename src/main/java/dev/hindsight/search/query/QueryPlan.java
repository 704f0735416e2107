package dev.hindsight.search.query;

import dev.hindsight.search.analysis.ReportAnalyzer;
import dev.hindsight.search.analysis.SearchField;
import dev.hindsight.search.analysis.WordTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The slots of a query, each once: its words with their completions and corrections. A compound,
/// or a name with humps, that is in the index is one slot; of any other, each part is a slot. The
/// browser does the same in `plan.js`.
///
/// @param pasted whether the query is so long that only its rarest words are searched
public record QueryPlan(List<Slot> slots, boolean pasted) {

  /// A query of more words is a pasted log. Its rarest words say most.
  public static final int MOST_WORDS = 32;

  static final int MOST_TELLING = 25;

  /// Words without meaning for a search, dropped if others remain.
  static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("a an and are as at be been but by can could did do does for from had has have how i if in"
                  + " into is it its no not of on or our so such that the their them then there"
                  + " these they this to was we were what when where which who why will with would"
                  + " you your")
              .split(" "));

  /// The boost of completions.
  private static final float COMPLETED = 0.7f;

  /// The boost of completions if the word itself is in the index. They are only a guess then, and
  /// rare ones would rank too high.
  private static final float COMPLETED_BESIDE = 0.1f;

  private static final float RESPELT = 0.5f;

  /// One word of a query with its terms, or a phrase.
  sealed interface Slot {}

  /// @param typed the word as typed, normalized
  /// @param terms its terms, with their boosts
  /// @param spelt those of the terms that are corrections of a typo
  record Terms(String typed, Map<String, Float> terms, List<String> spelt) implements Slot {
    private Terms withoutSpelling() {
      Map<String, Float> typedOnly = new LinkedHashMap<>(terms);
      typedOnly.keySet().removeAll(spelt);
      return new Terms(typed, typedOnly, List.of());
    }
  }

  /// A phrase: terms at consecutive positions.
  record SideTerms(List<String> terms) implements Slot {
    SideTerms {
      terms = List.copyOf(terms);
    }
  }

  public QueryPlan {
    slots = List.copyOf(slots);
  }

  public static QueryPlan of(List<ParsedQuery.Clause> clauses, TermDictionary known) {
    long words =
        clauses.stream()
            .flatMap(clause -> WordTokenizer.of(clause.text()).stream())
            .filter(WordTokenizer.Word::isPlain)
            .count();
    boolean isLong = words > MOST_WORDS;
    Map<Object, Slot> slots = new LinkedHashMap<>();
    for (ParsedQuery.Clause clause : clauses) {
      switch (clause) {
        case ParsedQuery.Phrase phrase when !isLong -> phrase(phrase, slots);
        default -> words(clause, isLong, known, slots);
      }
    }
    List<Slot> all = saying(different(slots.values()));
    return isLong ? new QueryPlan(rarest(all, known), true) : new QueryPlan(all, false);
  }

  /// Removes duplicate slots, which Lucene would count twice.
  private static List<Slot> different(Collection<Slot> slots) {
    Set<Object> seen = new HashSet<>();
    return slots.stream()
        .filter(slot ->
            switch (slot) {
              case SideTerms side -> seen.add(side);
              case Terms(_, Map<String, Float> terms, _) ->
                  terms.isEmpty() || seen.add(terms.size() == 1 ? terms.keySet() : terms);
            })
        .toList();
  }

  private static List<Slot> saying(List<Slot> slots) {
    List<Slot> saying =
        slots.stream()
            .filter(
                slot -> !(slot instanceof Terms terms && FUNCTION_WORDS.contains(terms.typed())))
            .toList();
    return saying.isEmpty() ? slots : saying;
  }

  private static void words(
      ParsedQuery.Clause clause, boolean isLong, TermDictionary known, Map<Object, Slot> slots) {
    List<WordTokenizer.Word> words = WordTokenizer.of(clause.text());
    List<String> terms = ReportAnalyzer.terms(clause.text());
    boolean canEnd = !isLong && clause instanceof ParsedQuery.Word word && word.isOpen();
    int skipTo = 0;
    for (int i = 0; i < words.size(); i++) {
      WordTokenizer.Word word = words.get(i);
      if (word.start() < skipTo) {
        continue;
      }
      boolean isOpen = canEnd && word.end() == clause.text().length();
      String term = terms.get(i);
      boolean hasParts = i + 1 < words.size() && words.get(i + 1).start() < word.end();
      boolean isAsked =
          !hasParts
              || known.count(term) > 0
              || (isOpen && !known.completions(word.term(), term).isEmpty());
      if (isAsked) {
        slots.putIfAbsent(
            term, isLong ? exact(term, known) : slot(word.term(), term, isOpen, known));
        skipTo = word.end();
      }
    }
  }

  private static Slot exact(String term, TermDictionary known) {
    return new Terms(term, known.count(term) > 0 ? Map.of(term, 1f) : Map.of(), List.of());
  }

  private static Slot slot(String typed, String term, boolean isOpen, TermDictionary known) {
    Map<String, Float> terms = new LinkedHashMap<>();
    if (known.count(term) > 0) {
      terms.put(term, 1f);
    }
    if (isOpen) {
      float worth = terms.isEmpty() ? COMPLETED : COMPLETED_BESIDE;
      known.completions(typed, term).forEach(other -> terms.put(other, worth));
    }
    boolean isBarelyKnown = terms.isEmpty() || (terms.size() == 1 && known.count(term) == 1);
    List<String> spelt = isBarelyKnown ? known.spellings(typed, term) : List.of();
    spelt.forEach(other -> terms.put(other, RESPELT));
    return new Terms(typed, terms, spelt);
  }

  private static void phrase(ParsedQuery.Phrase clause, Map<Object, Slot> slots) {
    List<WordTokenizer.Word> words = WordTokenizer.of(clause.text());
    List<String> all = ReportAnalyzer.terms(clause.text());
    List<String> terms =
        IntStream.range(0, words.size())
            .filter(i -> words.get(i).isPlain())
            .mapToObj(all::get)
            .toList();
    if (terms.size() == 1) {
      String term = terms.getFirst();
      slots.put(term, new Terms(term, Map.of(term, 1f), List.of()));
    } else if (!terms.isEmpty()) {
      slots.put(terms, new SideTerms(terms));
    }
  }

  /// The rarest words that are in the index, in the order of the query.
  private static List<Slot> rarest(List<Slot> all, TermDictionary known) {
    record Found(int place, String term, int count) {}
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Terms(String term, Map<String, Float> terms, _)
          && !terms.isEmpty()) {
        found.add(new Found(i, term, known.count(term)));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Found::count).thenComparing(Found::place))
        .limit(MOST_TELLING)
        .sorted(Comparator.comparingInt(Found::place))
        .<Slot>map(one -> new Terms(one.term(), Map.of(one.term(), 1f), List.of()))
        .toList();
  }

  /// The corrected words, each with the words that are searched instead or as well.
  ///
  /// @param wordOf the word that a term is the stem of
  public Map<String, List<String>> respelt(UnaryOperator<String> wordOf) {
    Map<String, List<String>> respelt = new LinkedHashMap<>();
    for (Slot slot : slots) {
      if (slot instanceof Terms(String typed, _, List<String> spelt) && !spelt.isEmpty()) {
        respelt.put(typed, spelt.stream().map(wordOf).distinct().toList());
      }
    }
    return respelt;
  }

  /// The same plan without corrections.
  public QueryPlan withoutSpelling() {
    return new QueryPlan(
        slots.stream()
            .map(slot -> slot instanceof Terms terms ? terms.withoutSpelling() : slot)
            .toList(),
        pasted);
  }

  /// Incidents that have every word, each in any field.
  public Query all() {
    return combined(Occur.MUST);
  }

  /// Incidents that have at least one word.
  public Query any() {
    return combined(Occur.SHOULD);
  }

  private Query combined(Occur occur) {
    if (slots.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    slots.forEach(slot -> query.add(query(slot), occur));
    return query.build();
  }

  private static Query query(Slot slot) {
    return switch (slot) {
      case SideTerms side ->
          inFields(
              SearchField::hasPlaces,
              field -> new PhraseQuery(field, side.terms().toArray(String[]::new)));
      case Terms terms when terms.terms().isEmpty() -> new MatchNoDocsQuery(terms.typed());
      case Terms terms ->
          new DisjunctionMaxQuery(
              terms.terms().entrySet().stream()
                  .map(one ->
                      boosted(
                          inFields(_ -> true, field -> term(field, one.getKey())), one.getValue()))
                  .toList(),
              0);
    };
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
  }

  private static Query boosted(Query query, float boost) {
    return boost == 1f ? query : new BoostQuery(query, boost);
  }

  private static Query inFields(Predicate<SearchField> isAsked, Function<String, Query> inField) {
    return new DisjunctionMaxQuery(
        Arrays.stream(SearchField.values())
            .filter(isAsked)
            .map(field -> (Query) new BoostQuery(inField.apply(field.id()), field.weight()))
            .toList(),
        SearchField.ELSEWHERE);
  }
}
