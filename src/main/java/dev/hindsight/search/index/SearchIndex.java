package dev.hindsight.search.index;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.analysis.WordForms;
import dev.hindsight.search.query.ParsedQuery;
import dev.hindsight.search.query.QueryFilters;
import dev.hindsight.search.query.QueryPlan;
import dev.hindsight.search.query.TermDictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// A Lucene index of a knowledge base. Runs queries, and is exported for the browser.
///
/// The oldest incident is document 0, so that a new report does not change the numbers of the
/// others. Incidents with equal scores are sorted newest first.
public final class SearchIndex {
  /// If fewer incidents than this have all words, results are those with any word.
  private static final int FEW = 3;

  private static final Comparator<ScoreDoc> BEST =
      Comparator.comparingDouble((ScoreDoc found) -> -found.score)
          .thenComparing(found -> -found.doc);

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final KnowledgeBase knowledge;
  private final List<Incident> documents;
  private final WordForms words;
  private TermDictionary terms;

  SearchIndex(IndexReader reader, KnowledgeBase knowledge, WordForms words) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.knowledge = knowledge;
    this.documents = knowledge.incidents().reversed();
    this.words = words;
  }

  /// A result.
  ///
  /// @param score Lucene's, in 32 bits
  public record Hit(Incident incident, float score) {}

  /// The results of a query.
  ///
  /// @param hits best first: incidents with all words or, if these are few, with any word
  /// @param withAll how many of them have all words
  /// @param respelt corrected words, with the words that were searched instead or as well
  public record Hits(List<Hit> hits, int withAll, Map<String, List<String>> respelt) {
    public Hits {
      hits = List.copyOf(hits);
    }
  }

  /// Runs a query: all incidents that have all its words and pass its filters, best first. If fewer
  /// than three have all words, all that have any word. [ParsedQuery] describes queries.
  public Hits search(String text) {
    ParsedQuery query = ParsedQuery.of(text);
    QueryPlan plan = QueryPlan.of(query.wanted(), terms());
    Set<Integer> unwanted = unwanted(query.unwanted());
    QueryFilters filters = new QueryFilters(query.filters(), knowledge);
    Predicate<ScoreDoc> isWanted =
        found -> !unwanted.contains(found.doc) && filters.pass(documents.get(found.doc));
    if (query.wanted().isEmpty() && (!query.unwanted().isEmpty() || !query.filters().isEmpty())) {
      List<Hit> hits = hits(run(MatchAllDocsQuery.INSTANCE), isWanted, true);
      return new Hits(hits, hits.size(), Map.of());
    }
    List<ScoreDoc> all = plan.pasted() ? List.of() : run(plan.all());
    List<ScoreDoc> found = all.size() < FEW ? run(plan.any()) : all;
    int withAll = (int) all.stream().filter(isWanted).count();
    return new Hits(hits(found, isWanted, false), withAll, plan.respelt(this::word));
  }

  /// Lucene's explanation of an incident's score. Empty if the words of the query do not match it.
  public Optional<String> explain(String text, IncidentId id) {
    return explanation(text, id).map(Explanation::toString);
  }

  public Optional<Explanation> explanation(String text, IncidentId id) {
    QueryPlan plan = QueryPlan.of(ParsedQuery.of(text).wanted(), terms());
    int document =
        IntStream.range(0, documents.size())
            .filter(i -> documents.get(i).id().equals(id))
            .findFirst()
            .orElseThrow();
    try {
      Explanation explanation = searcher.explain(plan.any(), document);
      return Optional.of(explanation).filter(Explanation::isMatch);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /// The incidents by document number, oldest first.
  public List<Incident> documents() {
    return documents;
  }

  public KnowledgeBase knowledge() {
    return knowledge;
  }

  TermDictionary terms() {
    if (terms == null) {
      terms = TermDictionary.of(reader);
    }
    return terms;
  }

  public IndexReader reader() {
    return reader;
  }

  public WordForms words() {
    return words;
  }

  /// The word that a term is most often the stem of.
  public String word(String term) {
    return words.word(term);
  }

  /// The documents that match an exclusion, without corrections.
  private Set<Integer> unwanted(List<ParsedQuery.Clause> clauses) {
    Set<Integer> documents = new HashSet<>();
    for (ParsedQuery.Clause clause : clauses) {
      ParsedQuery.Clause closed =
          clause instanceof ParsedQuery.Word word
              ? new ParsedQuery.Word(word.text(), false)
              : clause;
      QueryPlan plan = QueryPlan.of(List.of(closed), terms()).withoutSpelling();
      run(plan.all()).forEach(found -> documents.add(found.doc));
    }
    return documents;
  }

  private List<ScoreDoc> run(Query query) {
    try {
      ScoreDoc[] found = searcher.search(query, Math.max(1, documents.size())).scoreDocs;
      Arrays.sort(found, BEST);
      return List.of(found);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private List<Hit> hits(List<ScoreDoc> found, Predicate<ScoreDoc> isWanted, boolean isUnscored) {
    return found.stream()
        .filter(isWanted)
        .map(one -> new Hit(documents.get(one.doc), isUnscored ? 0 : one.score))
        .toList();
  }
}
