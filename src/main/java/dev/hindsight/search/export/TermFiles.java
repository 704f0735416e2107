package dev.hindsight.search.export;

import dev.hindsight.search.analysis.WordTokenizer;
import dev.hindsight.search.query.MergedTerms;
import dev.hindsight.search.query.TermDictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/// Reads the terms out of the index by its public interface, with where they stand, and cuts them
/// into parts. A part ends by its size where a term's hash says so: a report that is added then
/// changes the parts of its words, and leaves others as browsers have them.
final class TermFiles {

  /// Which part of terms a term is in: the last that does not begin behind it.
  ///
  /// @param first for each part the shortest beginning of its first term that is behind the part
  ///   before it
  record Table(List<String> first, List<String> parts) {}

  /// Terms in a row.
  ///
  /// @param counts in how many fields of how many documents each stands
  /// @param postings names of parts
  /// @param lists how many of the terms each of them has
  /// @param positions as `postings`
  /// @param places as `lists`
  record Terms(
      List<String> terms,
      List<Integer> counts,
      List<String> postings,
      List<Integer> lists,
      List<String> positions,
      List<Integer> places) {}

  /// For terms in a row a flat list of fields: number of the field, how many documents follow, the
  /// steps from one to the next, then for each its frequency less one times the number of the
  /// field's norms, plus the place of its norm among them.
  record Postings(List<int[]> postings) {}

  /// For terms in a row, in the order of their postings, the steps from each place in a document to
  /// the next, the first from 0: in the field that has places, and not for compounds.
  record Positions(List<int[]> positions) {}

  /// With more terms, larger parts: each has its entry in the manifest.
  private static final int SMALLEST_TERMS = 8_000;

  private static final int LARGEST_TERMS = 20_000;
  private static final int SMALLEST_LISTS = 8_000;

  /// Few queries need positions, and what is large packs better.
  private static final int SMALLEST_POSITIONS = 30_000;

  private static final int LARGEST = 3;

  private final ExportFiles parts;
  private final MergedTerms each;
  private final List<Norms> norms;
  private final List<SearchExport.Field> fields = new ArrayList<>();
  private final List<String> allTerms = new ArrayList<>();
  private final List<Integer> allCounts = new ArrayList<>();
  private final int documents;

  private final List<String> first = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> terms = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final Lists postings = new Lists("postings", SMALLEST_LISTS);
  private final Lists positions = new Lists("positions", SMALLEST_POSITIONS);
  private final int smallestTerms;
  private String last = "";
  private int length;

  private TermFiles(MergedTerms each, List<Norms> norms, int documents, ExportFiles parts) {
    this.documents = documents;
    this.smallestTerms = Math.clamp(documents / 5, SMALLEST_TERMS, LARGEST_TERMS);
    this.each = each;
    this.norms = norms;
    this.parts = parts;
  }

  static TermFiles write(IndexReader reader, ExportFiles parts) {
    try {
      MergedTerms each = new MergedTerms(reader);
      TermFiles written = new TermFiles(each, norms(reader, each), reader.maxDoc(), parts);
      written.write();
      return written;
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  List<SearchExport.Field> fields() {
    return fields;
  }

  /// All terms that were written.
  TermDictionary list() {
    return TermDictionary.of(documents, allTerms, allCounts);
  }

  Table table() {
    return new Table(first, names);
  }

  /// The lengths of one field, as Lucene encodes them.
  ///
  /// @param different each that occurs, in the order of the first documents that have it, so that
  ///   one more report leaves the places of the others
  /// @param places for each document the place of its norm in `different`
  private record Norms(List<Integer> different, int[] places) {

    /// What a frequency is multiplied with to stand in one number with a place.
    int base() {
      int base = 16;
      while (base < different.size()) {
        base *= 2;
      }
      return base;
    }
  }

  private static List<Norms> norms(IndexReader reader, MergedTerms each) throws IOException {
    List<Norms> norms = new ArrayList<>();
    for (MergedTerms.Cursor cursor : each.fields()) {
      List<Integer> different = new ArrayList<>();
      int[] places = new int[reader.maxDoc()];
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues values = leaf.reader().getNormValues(cursor.field().id());
        while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          int norm = (int) values.longValue() & 0xFF;
          if (!different.contains(norm)) {
            different.add(norm);
          }
          places[leaf.docBase + values.docID()] = different.indexOf(norm);
        }
      }
      norms.add(new Norms(different, places));
    }
    return norms;
  }

  private void write() throws IOException {
    for (MergedTerms.Cursor cursor : each.fields()) {
      fields.add(
          new SearchExport.Field(
              cursor.field().id(),
              cursor.field().weight(),
              cursor.terms().getDocCount(),
              cursor.terms().getSumTotalTermFreq(),
              cursor.field().hasPlaces(),
              norms.get(cursor.place()).different()));
    }
    while (each.next()) {
      term(each.term());
    }
    closeTerms();
  }

  private void term(String term) throws IOException {
    boolean isCut = term.hashCode() % 4 == 0;
    if (isFull(length, smallestTerms, isCut)) {
      closeTerms();
    }
    postings.cut(isCut);
    positions.cut(isCut);
    Numbers list = new Numbers();
    Numbers places = new Numbers();
    boolean isCompound = WordTokenizer.isCompound(term);
    int count = 0;
    for (MergedTerms.Cursor cursor : each.here()) {
      count += cursor.documents();
      field(cursor, isCompound, list, places);
    }
    if (terms.isEmpty()) {
      first.add(beginning(term));
    }
    last = term;
    terms.add(term);
    counts.add(count);
    allTerms.add(term);
    allCounts.add(count);
    length += term.length() + 6;
    postings.add(list);
    positions.add(places);
  }

  /// As much of a term as tells it from the one before it.
  private String beginning(String term) {
    int end = 0;
    while (end < last.length() && last.codePointAt(end) == term.codePointAt(end)) {
      end += Character.charCount(last.codePointAt(end));
    }
    return term.substring(0, end + Character.charCount(term.codePointAt(end)));
  }

  private void field(MergedTerms.Cursor cursor, boolean isCompound, Numbers list, Numbers places)
      throws IOException {
    int documents = cursor.documents();
    list.add(cursor.place());
    list.add(documents);
    int[] mixes = new int[documents];
    Norms norm = norms.get(cursor.place());
    PostingsEnum postings = cursor.postings();
    boolean hasPlaces = cursor.field().hasPlaces() && !isCompound;
    int before = 0;
    for (int i = 0; postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; i++) {
      int document = postings.docID();
      list.add(document - before);
      before = document;
      mixes[i] = (postings.freq() - 1) * norm.base() + norm.places()[document];
      int last = 0;
      for (int k = 0; k < postings.freq() && hasPlaces; k++) {
        int place = postings.nextPosition();
        places.add(place - last);
        last = place;
      }
    }
    for (int mix : mixes) {
      list.add(mix);
    }
  }

  private void closeTerms() {
    if (terms.isEmpty()) {
      return;
    }
    postings.close();
    positions.close();
    names.add(
        parts.add(
            "terms",
            new Terms(
                List.copyOf(terms),
                List.copyOf(counts),
                List.copyOf(postings.names),
                List.copyOf(postings.counts),
                List.copyOf(positions.names),
                List.copyOf(positions.counts))));
    terms.clear();
    counts.clear();
    postings.forget();
    positions.forget();
    length = 0;
  }

  private static boolean isFull(int length, int smallest, boolean isCut) {
    return length >= smallest && (isCut || length >= smallest * LARGEST);
  }

  /// Lists of numbers on their way into parts of one kind, for one part of terms.
  private final class Lists {
    private final String kind;
    private final int smallest;
    private final List<int[]> open = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private int length;

    Lists(String kind, int smallest) {
      this.kind = kind;
      this.smallest = smallest;
    }

    void add(Numbers list) {
      open.add(list.values());
      length += list.length + 3;
    }

    void cut(boolean isCut) {
      if (isFull(length, smallest, isCut)) {
        close();
      }
    }

    void close() {
      if (!open.isEmpty()) {
        List<int[]> lists = List.copyOf(open);
        Object part = kind.equals("postings") ? new Postings(lists) : new Positions(lists);
        names.add(parts.add(kind, part));
        counts.add(open.size());
        open.clear();
        length = 0;
      }
    }

    void forget() {
      names.clear();
      counts.clear();
    }
  }

  /// A list of numbers that grows, and how long it is as JSON.
  private static final class Numbers {
    private int[] values = new int[16];
    private int size;
    private int length;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
      length += value < 10 ? 2 : value < 100 ? 3 : value < 1000 ? 4 : 6;
    }

    int[] values() {
      return Arrays.copyOf(values, size);
    }
  }
}
