package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;

/// A Lucene index of a knowledge base: asked for queries here, or written out for the browser.
public final class SearchIndex {
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
  /// @param all whether each hit has all words of the query; otherwise no incident has, and each
  ///   hit has at least one
  public record Hits(List<Hit> hits, boolean all) {
    public Hits {
      hits = List.copyOf(hits);
    }
  }

  /// Every incident that has all words of a query and passes its filters, best first; where none
  /// has all words, those that have any. [QueryText] says what a query can be.
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
      return new Hits(hits(run(MatchAllDocsQuery.INSTANCE), isWanted, true), true);
    }
    List<ScoreDoc> all = plan.pasted() ? List.of() : run(plan.all());
    boolean isAll = !plan.pasted() && (!all.isEmpty() || plan.slots().size() < 2);
    return new Hits(hits(isAll ? all : run(plan.any()), isWanted, false), isAll);
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
