package dev.hindsight.search.export;

import dev.hindsight.model.Incident;
import dev.hindsight.search.analysis.ReportAnalyzer;
import dev.hindsight.search.analysis.SearchField;
import dev.hindsight.search.analysis.WordForms;
import dev.hindsight.search.analysis.WordTokenizer;
import dev.hindsight.search.query.TermDictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.SmallFloat;

/// The terms of one report, as in the index.
///
/// @param terms each with the fields that have it
/// @param lengths the number of terms in each field of the report
/// @param words its English words
record ReportTerms(
    Map<String, List<InField>> terms,
    Map<SearchField, Long> lengths,
    List<WordForms.WordCount> words) {

  /// @param norm the field's length, as Lucene encodes it
  /// @param steps the differences between its positions, the first from 0; empty for fields without
  ///   positions
  record InField(SearchField field, int frequency, int norm, List<Integer> steps) {}

  /// Analyzes a report as the index does, without creating an index.
  static ReportTerms of(Incident incident) {
    ReportAnalyzer analyzer = new ReportAnalyzer();
    Map<String, List<InField>> terms = new TreeMap<>(TermDictionary::compare);
    Map<SearchField, Long> lengths = new EnumMap<>(SearchField.class);
    for (SearchField field : SearchField.values()) {
      Map<String, List<Integer>> places = new HashMap<>();
      int place = -1;
      try (TokenStream words = analyzer.tokenStream(field.id(), field.text(incident))) {
        var term = words.getAttribute(CharTermAttribute.class);
        var step = words.getAttribute(PositionIncrementAttribute.class);
        words.reset();
        while (words.incrementToken()) {
          place += step.getPositionIncrement();
          places.computeIfAbsent(term.toString(), _ -> new ArrayList<>()).add(place);
        }
      } catch (IOException inMemory) {
        throw new UncheckedIOException(inMemory);
      }
      if (!places.isEmpty()) {
        lengths.put(field, places.values().stream().mapToLong(List::size).sum());
      }
      // Terms at the same position do not add to the length, as in `BM25Similarity`.
      int norm = SmallFloat.intToByte4(place + 1) & 0xFF;
      places.forEach((word, all) -> {
        boolean hasPlaces = field.hasPlaces() && !WordTokenizer.isCompound(word);
        terms
            .computeIfAbsent(word, _ -> new ArrayList<>())
            .add(new InField(field, all.size(), norm, hasPlaces ? steps(all) : List.of()));
      });
    }
    return new ReportTerms(terms, lengths, analyzer.words().toList());
  }

  private static List<Integer> steps(List<Integer> places) {
    return IntStream.range(0, places.size())
        .mapToObj(i -> i == 0 ? places.getFirst() : places.get(i) - places.get(i - 1))
        .toList();
  }

  /// In how many fields a term occurs.
  int count(String term) {
    return terms.getOrDefault(term, List.of()).size();
  }
}
