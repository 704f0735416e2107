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

/// The weight of each term in each document: term frequency times inverse document frequency over
/// all fields, as in Salton and Buckley, Term-weighting approaches in automatic text retrieval
/// (1988). Only the heaviest terms of each document are kept, scaled so that the vector of all its
/// terms has length 1.
///
/// @param terms every term that can be compared
/// @param documents the terms of each document, by number
record TermWeights(List<String> terms, List<Row> documents) {

  /// The heaviest terms of a document, in the order of their numbers.
  record Row(int[] terms, float[] weights) {}

  /// The logarithms of common frequencies, which are needed millions of times.
  private static final double[] DAMPED =
      IntStream.range(0, 64).mapToDouble(n -> 1 + Math.log(Math.max(1, n))).toArray();

  /// Collects the terms of a document.
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

    /// Terms stay in the order of their numbers, in which they were collected. Weight and number
    /// are compared as one integer, because the bits of positive floats sort like the floats.
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

  /// The weight of a field. Higher weights for the summary or the root cause did not improve
  /// results in measurements.
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

  /// Repeated mentions add less than the first.
  private static double damped(int frequency) {
    return frequency < DAMPED.length ? DAMPED[frequency] : 1 + Math.log(frequency);
  }

  /// Whether to compare a term. The parts of compounds are terms too, and numbers do not describe
  /// what happened.
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
