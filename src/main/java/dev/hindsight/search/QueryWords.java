package dev.hindsight.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The terms that a query asks for, each once. A compound that some report has is asked for as a
/// whole, any other by its parts. The browser does the same in `engine.js`.
record QueryWords(List<String> terms) {

  /// So many words tell what is meant; the rest of a pasted log only takes time.
  static final int MOST = 32;

  QueryWords {
    terms = List.copyOf(terms);
  }

  static QueryWords of(String text, IndexReader reader) {
    Set<String> terms = new LinkedHashSet<>();
    int skipTo = 0;
    try (ReportAnalyzer analyzer = new ReportAnalyzer();
        TokenStream stream = analyzer.tokenStream("query", new StringReader(text))) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      List<Words.Word> words = Words.of(text);
      stream.reset();
      for (int i = 0; stream.incrementToken() && terms.size() < MOST; i++) {
        if (offset.startOffset() < skipTo) {
          continue;
        }
        if (!words.get(i).compound()) {
          terms.add(term.toString());
        } else if (isKnown(term.toString(), reader)) {
          terms.add(term.toString());
          skipTo = offset.endOffset();
        }
      }
      return new QueryWords(new ArrayList<>(terms));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static boolean isKnown(String term, IndexReader reader) throws IOException {
    for (SearchField field : SearchField.values()) {
      if (reader.docFreq(new Term(field.id(), term)) > 0) {
        return true;
      }
    }
    return false;
  }

  /// Incidents that have every word, each in any field.
  Query all() {
    return combined(Occur.MUST);
  }

  /// Incidents that have at least one word.
  Query any() {
    return combined(Occur.SHOULD);
  }

  private Query combined(Occur occur) {
    if (terms.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.forEach(term -> query.add(inAnyField(term), occur));
    return query.build();
  }

  private static Query inAnyField(String term) {
    BooleanQuery.Builder fields = new BooleanQuery.Builder();
    for (SearchField field : SearchField.values()) {
      fields.add(
          new BoostQuery(new TermQuery(new Term(field.id(), term)), field.weight()), Occur.SHOULD);
    }
    return fields.build();
  }
}
