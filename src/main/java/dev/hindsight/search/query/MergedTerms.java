package dev.hindsight.search.query;

import dev.hindsight.search.analysis.SearchField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// Iterates over the terms of all fields, each once, sorted by code point.
public final class MergedTerms {

  /// The terms of one field.
  public static final class Cursor {
    private final int place;
    private final SearchField field;
    private final Terms terms;
    private final TermsEnum each;
    private BytesRef term;
    private PostingsEnum postings;

    private Cursor(int place, SearchField field, Terms terms) throws IOException {
      this.place = place;
      this.field = field;
      this.terms = terms;
      this.each = terms.iterator();
      this.term = each.next();
    }

    /// The index among the fields that any report has.
    public int place() {
      return place;
    }

    public SearchField field() {
      return field;
    }

    public Terms terms() {
      return terms;
    }

    /// How many documents have the term in this field.
    public int documents() throws IOException {
      return each.docFreq();
    }

    /// The frequencies of the term in this field; valid until the next call.
    public PostingsEnum frequencies() throws IOException {
      postings = each.postings(postings, PostingsEnum.FREQS);
      return postings;
    }

    /// The positions of the term in this field; valid until the next call.
    public PostingsEnum postings() throws IOException {
      postings = each.postings(postings, PostingsEnum.POSITIONS);
      return postings;
    }
  }

  private final List<Cursor> fields = new ArrayList<>();
  private final List<Cursor> here = new ArrayList<>();

  public MergedTerms(IndexReader reader) {
    for (SearchField field : SearchField.values()) {
      try {
        Terms terms = MultiTerms.getTerms(reader, field.id());
        if (terms != null) {
          fields.add(new Cursor(fields.size(), field, terms));
        }
      } catch (IOException inMemory) {
        throw new UncheckedIOException(inMemory);
      }
    }
  }

  /// The fields that any report has.
  public List<Cursor> fields() {
    return fields;
  }

  /// Moves to the next term; false after the last.
  public boolean next() throws IOException {
    for (Cursor cursor : here) {
      cursor.term = cursor.each.next();
    }
    here.clear();
    for (Cursor cursor : fields) {
      if (cursor.term != null) {
        int order = here.isEmpty() ? 0 : cursor.term.compareTo(here.getFirst().term);
        if (order < 0) {
          here.clear();
        }
        if (order <= 0) {
          here.add(cursor);
        }
      }
    }
    return !here.isEmpty();
  }

  /// The term.
  public String term() {
    return here.getFirst().term.utf8ToString();
  }

  /// The fields that have it, in order.
  public List<Cursor> here() {
    return here;
  }
}
