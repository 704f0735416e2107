package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.site.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;

/// One report as the index has it.
///
/// @param terms each with the fields where it stands
/// @param lengths how many terms each field has, of those that it has
/// @param words its English words
record ReportTerms(
    Map<String, List<InField>> terms, Map<SearchField, Long> lengths, List<StemWords.Met> words) {

  /// @param norm the field's length as Lucene encodes it
  /// @param steps from each of its places to the next, the first from 0; none where places are not
  ///   known
  record InField(SearchField field, int frequency, int norm, List<Integer> steps) {}

  /// Takes a report apart as the index does.
  static ReportTerms of(Incident incident) {
    Shard shard = SearchIndexer.shard(List.of(incident), Progress.NONE);
    try {
      MergedTerms each = new MergedTerms(shard.reader());
      Map<SearchField, Integer> norms = new HashMap<>();
      Map<SearchField, Long> lengths = new HashMap<>();
      for (MergedTerms.Cursor cursor : each.fields()) {
        LeafReader only = shard.reader().leaves().getFirst().reader();
        NumericDocValues norm = only.getNormValues(cursor.field().id());
        norm.nextDoc();
        norms.put(cursor.field(), (int) norm.longValue() & 0xFF);
        lengths.put(cursor.field(), cursor.terms().getSumTotalTermFreq());
      }
      Map<String, List<InField>> terms = new LinkedHashMap<>();
      while (each.next()) {
        boolean isCompound = Words.isCompound(each.term());
        List<InField> fields = new ArrayList<>();
        for (MergedTerms.Cursor cursor : each.here()) {
          fields.add(inField(cursor, norms.get(cursor.field()), isCompound));
        }
        terms.put(each.term(), fields);
      }
      return new ReportTerms(terms, lengths, shard.words());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static InField inField(MergedTerms.Cursor cursor, int norm, boolean isCompound)
      throws IOException {
    PostingsEnum postings = cursor.postings();
    postings.nextDoc();
    List<Integer> steps = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < postings.freq() && cursor.field().hasPlaces() && !isCompound; i++) {
      int place = postings.nextPosition();
      steps.add(place - last);
      last = place;
    }
    return new InField(cursor.field(), postings.freq(), norm, steps);
  }

  /// In how many fields a term stands.
  int count(String term) {
    return terms.getOrDefault(term, List.of()).size();
  }
}
