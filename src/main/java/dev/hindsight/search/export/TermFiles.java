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

/// Reads terms and postings from the index and splits them into parts. A part ends when it is large
/// enough and the hash of a term marks a boundary. So a new report only changes the parts of its
/// own words, and browsers can keep the others.
final class TermFiles {

  /// Finds the part of a term: the last one that does not start after it.
  ///
  /// @param first for each part the shortest prefix of its first term that sorts after the part
  ///   before it
  record Table(List<String> first, List<String> parts) {}

  /// Consecutive terms.
  ///
  /// @param counts for each term the sum of the documents that have it, over all fields
  /// @param postings the hashes of parts
  /// @param lists how many of the terms each of these parts covers
  /// @param positions like `postings`
  /// @param places like `lists`
  record Terms(
      List<String> terms,
      List<Integer> counts,
      List<String> postings,
      List<Integer> lists,
      List<String> positions,
      List<Integer> places) {}

  /// For each term a flat list, field after field: number of the field, number of documents, the
  /// differences from one document to the next, then for each document (frequency - 1) times the
  /// base of the field's norms, plus the index of its norm.
  record Postings(List<int[]> postings) {}

  /// For each term, in the order of its postings, the differences between its positions in a
  /// document, the first from 0. Only for fields with positions, and not for compounds.
  record Positions(List<int[]> positions) {}

  /// More terms need larger parts, because each part has an entry in the manifest.
  private static final int SMALLEST_TERMS = 8_000;

  private static final int LARGEST_TERMS = 20_000;
  private static final int SMALLEST_LISTS = 8_000;

  /// Few queries need positions, and large files compress better.
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

  /// The norms of one field: its lengths, as Lucene encodes them.
  ///
  /// @param different each norm that occurs, in the order of the first document that has it, so
  ///   that a new report does not change the indexes of the others
  /// @param places for each document the index of its norm in `different`
  private record Norms(List<Integer> different, int[] places) {

    /// The factor of the frequency in numbers that combine a frequency and the index of a norm.
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

  /// The shortest prefix of a term that differs from the term before it.
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

  /// Collects lists of numbers for parts of one kind, within one part of terms.
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

  /// A growing list of numbers, with its approximate length as JSON.
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
