package dev.hindsight.search;

import dev.hindsight.model.Incident;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.SmallFloat;

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

  /// Takes a report apart as an index of it would, which takes Lucene ten times as long to make.
  static ReportTerms of(Incident incident) {
    ReportAnalyzer analyzer = new ReportAnalyzer();
    Map<String, List<InField>> terms = new TreeMap<>(TermList::compare);
    Map<SearchField, Long> lengths = new EnumMap<>(SearchField.class);
    for (SearchField field : SearchField.values()) {
      Map<String, List<Integer>> steps = new HashMap<>();
      Map<String, Integer> last = new HashMap<>();
      int length = 0;
      int place = -1;
      try (TokenStream words = analyzer.tokenStream(field.id(), field.text(incident))) {
        var term = words.getAttribute(CharTermAttribute.class);
        var step = words.getAttribute(PositionIncrementAttribute.class);
        words.reset();
        for (; words.incrementToken(); length++) {
          place += step.getPositionIncrement();
          String word = term.toString();
          Integer before = last.put(word, place);
          steps
              .computeIfAbsent(word, _ -> new ArrayList<>())
              .add(place - (before == null ? 0 : before));
        }
      } catch (IOException inMemory) {
        throw new UncheckedIOException(inMemory);
      }
      if (length > 0) {
        lengths.put(field, (long) length);
      }
      // What stands at the place of another counts as no length: as `BM25Similarity` has it.
      int norm = SmallFloat.intToByte4(place + 1) & 0xFF;
      steps.forEach((word, all) -> {
        boolean hasPlaces = field.hasPlaces() && !Words.isCompound(word);
        terms
            .computeIfAbsent(word, _ -> new ArrayList<>())
            .add(new InField(field, all.size(), norm, hasPlaces ? all : List.of()));
      });
    }
    return new ReportTerms(terms, lengths, analyzer.words().toList());
  }

  /// In how many fields a term stands.
  int count(String term) {
    return terms.getOrDefault(term, List.of()).size();
  }
}
