package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;

/// A Lucene index of a knowledge base: asked for queries here, or written out for the browser.
public final class SearchIndex {
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final KnowledgeBase knowledge;

  private SearchIndex(DirectoryReader reader, KnowledgeBase knowledge) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.knowledge = knowledge;
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

  /// Every incident that has all words of a query, best first; where none has, those that have any.
  public Hits search(String text) {
    QueryWords words = QueryWords.of(text, reader);
    List<Hit> all = run(words.all());
    return all.isEmpty() && words.terms().size() > 1
        ? new Hits(run(words.any()), false)
        : new Hits(all, true);
  }

  private List<Hit> run(Query query) {
    try {
      List<Hit> hits = new ArrayList<>();
      int wanted = Math.max(1, knowledge.incidents().size());
      for (ScoreDoc found : searcher.search(query, wanted).scoreDocs) {
        hits.add(new Hit(knowledge.incidents().get(found.doc), found.score));
      }
      return hits;
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /// Writes `search.json` and the same as a script, for pages that are opened from disk.
  public void writeTo(Output output) {
    SearchFile file = SearchFile.of(reader, knowledge);
    output.write("search.json", file.json());
    output.write("search.js", file.script());
  }
}
