package dev.hindsight.search.similar;

import dev.hindsight.search.analysis.SearchField;
import dev.hindsight.search.analysis.WordTokenizer;
import dev.hindsight.search.query.MergedTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/// How heavy each term is in each document: term frequency by inverse document frequency, as in
/// Salton and Buckley, Term-weighting approaches in automatic text retrieval (1988), over all
/// fields; and only the heaviest of each document, scaled to the length 1 of all of them.
///
/// @param terms every term that can be compared
/// @param documents by number
record TermWeights(List<String> terms, List<Row> documents) {

  /// The heaviest terms of a document, in the order of their numbers.
  record Row(int[] terms, float[] weights) {}

  /// Logarithms of the usual frequencies, of which there are millions.
  private static final double[] DAMPED =
      IntStream.range(0, 64).mapToDouble(n -> 1 + Math.log(Math.max(1, n))).toArray();

  /// A document's terms while they are collected.
  private static final class Draft {
    private int[] terms = new int[64];
    private float[] weights = new float[64];
    private int size;

    void add(int term, double weight) {
      if (size > 0 && terms[size - 1] == term) {
        weights[size - 1] += (float) weight;
        return;
      }
      if (size == terms.length) {
        terms = Arrays.copyOf(terms, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
      }
      terms[size] = term;
      weights[size++] = (float) weight;
    }

    /// The terms were collected in the order of their numbers and stay in it. Weight and, of
    /// equals, number are compared in one word: the bits of a positive float are in its order.
    Row heaviest(int most) {
      double squares = 0;
      long[] order = new long[size];
      for (int i = 0; i < size; i++) {
        squares += (double) weights[i] * weights[i];
        order[i] = rank(i);
      }
      Arrays.sort(order);
      int kept = Math.min(most, size);
      Row row = new Row(new int[kept], new float[kept]);
      int next = 0;
      for (int i = 0; next < kept; i++) {
        if (rank(i) >= order[size - kept]) {
          row.terms[next] = terms[i];
          row.weights[next++] = (float) (weights[i] / Math.sqrt(squares));
        }
      }
      return row;
    }

    private long rank(int i) {
      return (long) Float.floatToIntBits(weights[i]) << 32 | Integer.MAX_VALUE - terms[i];
    }
  }

  /// What a term in a field says of its report. More for the summary or the root cause than as a
  /// part of the whole text brought nothing where it was measured.
  private static double weight(SearchField field) {
    return switch (field) {
      case TITLE -> 7;
      case SYSTEMS -> 1.5;
      case TEXT -> 1;
      case ID, SUMMARY -> 0;
    };
  }

  /// @param most how many terms of a document to keep
  static TermWeights of(IndexReader reader, int documents, int most) {
    Draft[] drafts = new Draft[documents];
    Arrays.setAll(drafts, _ -> new Draft());
    List<String> terms = new ArrayList<>();
    try {
      MergedTerms merged = new MergedTerms(reader);
      while (merged.next()) {
        String term = merged.term();
        int having = having(merged);
        if (isWord(term) && having > 0 && having < documents) {
          double idf = Math.log((documents + 1.0) / having);
          for (MergedTerms.Cursor cursor : merged.here()) {
            add(drafts, terms.size(), cursor, weight(cursor.field()) * idf);
          }
          terms.add(term);
        }
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    List<Row> rows = Arrays.stream(drafts).parallel().map(draft -> draft.heaviest(most)).toList();
    return new TermWeights(terms, rows);
  }

  /// How many documents have the term anywhere.
  private static int having(MergedTerms merged) throws IOException {
    for (MergedTerms.Cursor cursor : merged.here()) {
      if (cursor.field() == SearchField.TEXT) {
        return cursor.documents();
      }
    }
    return 0;
  }

  private static void add(Draft[] drafts, int term, MergedTerms.Cursor cursor, double weight)
      throws IOException {
    if (weight > 0) {
      PostingsEnum postings = cursor.frequencies();
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        drafts[postings.docID()].add(term, weight * damped(postings.freq()));
      }
    }
  }

  /// The second mention says less than the first.
  private static double damped(int frequency) {
    return frequency < DAMPED.length ? DAMPED[frequency] : 1 + Math.log(frequency);
  }

  /// A compound's parts are terms too; a number tells nothing of what happened.
  private static boolean isWord(String term) {
    return term.length() > 1 && !WordTokenizer.isCompound(term) && !isNumber(term);
  }

  private static boolean isNumber(String term) {
    for (int i = 0; i < term.length(); i++) {
      if (!Character.isDigit(term.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
