package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;

/// A Lucene index of a knowledge base: asked for queries here, or written out for the browser.
public final class SearchIndex {
  /// With fewer hits than these somebody in a hurry wants to see what comes near.
  private static final int FEW = 3;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final KnowledgeBase knowledge;
  private final SearchFile file;
  private TermList terms;

  private SearchIndex(DirectoryReader reader, KnowledgeBase knowledge) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.knowledge = knowledge;
    this.file = SearchFile.of(reader, knowledge);
  }

  static SearchIndex open(Directory directory, KnowledgeBase knowledge) {
    try {
      return new SearchIndex(DirectoryReader.open(directory), knowledge);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /// An incident that was found.
  ///
  /// @param score Lucene's, in 32 bits
  public record Hit(Incident incident, float score) {}

  /// What was found.
  ///
  /// @param hits those with all words first, best first; behind them, where these are few, those
  ///   with some
  /// @param withAll how many have all words
  public record Hits(List<Hit> hits, int withAll) {
    public Hits {
      hits = List.copyOf(hits);
    }
  }

  /// Every incident that has all words of a query and passes its filters, best first; where fewer
  /// than three have all words, then those that have some. [QueryText] says what a query can be.
  public Hits search(String text) {
    QueryText query = QueryText.of(text);
    QueryPlan plan = QueryPlan.of(query.wanted(), terms());
    Set<Integer> unwanted = unwanted(query.unwanted());
    Filters filters = new Filters(query.filters());
    Predicate<ScoreDoc> isWanted =
        found ->
            !unwanted.contains(found.doc)
                && filters.pass(
                    file.manifest().documents().get(found.doc), file.manifest().systems());
    if (query.wanted().isEmpty() && (!query.unwanted().isEmpty() || !query.filters().isEmpty())) {
      List<Hit> hits = hits(run(MatchAllDocsQuery.INSTANCE), isWanted, true);
      return new Hits(hits, hits.size());
    }
    List<ScoreDoc> all = plan.pasted() ? List.of() : run(plan.all());
    List<Hit> hits = new ArrayList<>(hits(all, isWanted, false));
    int withAll = hits.size();
    if (all.size() < FEW && (plan.pasted() || plan.slots().size() > 1)) {
      Set<Integer> listed = all.stream().map(found -> found.doc).collect(Collectors.toSet());
      hits.addAll(
          hits(
              run(plan.any()),
              found -> !listed.contains(found.doc) && isWanted.test(found),
              false));
    }
    return new Hits(hits, withAll);
  }

  private TermList terms() {
    if (terms == null) {
      try {
        terms = TermList.of(reader);
      } catch (IOException inMemory) {
        throw new UncheckedIOException(inMemory);
      }
    }
    return terms;
  }

  /// The documents that have what is not wanted, in the words as they were typed.
  private Set<Integer> unwanted(List<QueryText.Clause> clauses) {
    Set<Integer> documents = new HashSet<>();
    for (QueryText.Clause clause : clauses) {
      QueryText.Clause closed =
          clause instanceof QueryText.Word word ? new QueryText.Word(word.text(), false) : clause;
      QueryPlan plan = QueryPlan.of(List.of(closed), terms());
      boolean isRespelt =
          plan.slots().stream()
              .anyMatch(slot -> slot instanceof QueryPlan.Terms one && one.respelt());
      if (!isRespelt) {
        run(plan.all()).forEach(found -> documents.add(found.doc));
      }
    }
    return documents;
  }

  private List<ScoreDoc> run(Query query) {
    try {
      return List.of(searcher.search(query, Math.max(1, knowledge.incidents().size())).scoreDocs);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private List<Hit> hits(List<ScoreDoc> found, Predicate<ScoreDoc> isWanted, boolean isUnscored) {
    return found.stream()
        .filter(isWanted)
        .map(one -> new Hit(knowledge.incidents().get(one.doc), isUnscored ? 0 : one.score))
        .toList();
  }

  /// Writes `search.json`, `search-positions.json`, and both as scripts for pages that are opened
  /// from disk.
  public void writeTo(Output output) {
    file.writeTo(output);
  }
}
