package dev.hindsight.search.export;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.search.analysis.WordForms;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.search.query.TermDictionary;
import dev.hindsight.site.DataScript;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the search files for browsers: a manifest for every query, and parts that are loaded as
/// queries need them. On a small site, the manifest contains the parts. `docs/search-format.md`
/// describes the format.
public final class SearchExport {

  /// `search.json`
  ///
  /// @param format increased when older pages could not read the files
  /// @param documents the number of documents
  /// @param severities worst first
  /// @param systems the slug of each system, by name
  /// @param terms the parts of kind `terms`, with the first term of each
  /// @param spellings the terms that typos are compared with
  /// @param cards the parts of kind `directory`
  /// @param columns the parts of each column
  /// @param size the size of all parts in bytes
  /// @param inline the parts by name, on a small site
  record Manifest(
      int format,
      int documents,
      List<Field> fields,
      List<String> severities,
      Map<String, String> systems,
      TermFiles.Table terms,
      String spellings,
      List<String> cards,
      Map<String, List<String>> columns,
      long size,
      Map<String, Object> inline) {}

  /// The statistics of a field that BM25 needs.
  ///
  /// @param documents how many documents have the field
  /// @param totalTerms the number of terms in all of them
  /// @param places whether it has positions
  /// @param norms the lengths that occur, as Lucene encodes them in one byte
  record Field(
      String name,
      float weight,
      int documents,
      long totalTerms,
      boolean places,
      List<Integer> norms) {}

  /// The terms that typos are compared with, as a flat list: term, count, and the word that it is
  /// most often the stem of, or 0 if that is the term itself.
  record Spellings(List<Object> spellings) {}

  private static final int FORMAT = 2;
  private final SearchIndex index;
  private final KnowledgeBase knowledge;
  private final List<Incident> documents;

  private SearchExport(SearchIndex index) {
    this.index = index;
    this.knowledge = index.knowledge();
    this.documents = index.documents();
  }

  /// Writes `search.json`, `search.js` and the parts in `search/`.
  ///
  /// @return the written files, so that `hindsight serve` can amend them
  public static AmendedSearch write(SearchIndex index, Output output) {
    return new SearchExport(index).writeTo(output);
  }

  private AmendedSearch writeTo(Output output) {
    ExportFiles parts = new ExportFiles(output);
    TermFiles terms = TermFiles.write(index.reader(), parts);
    DocumentFiles each = new DocumentFiles(documents, knowledge, parts);
    TermDictionary list = terms.list();
    String spellings = parts.add("spellings", spellings(list.spellable(), index.words()));
    List<String> cards = each.cards();
    Manifest manifest =
        new Manifest(
            FORMAT,
            documents.size(),
            terms.fields(),
            severities(documents),
            knowledge.systems().stream()
                .collect(
                    Collectors.toMap(
                        SystemHistory::name,
                        SystemHistory::slug,
                        (first, _) -> first,
                        LinkedHashMap::new)),
            terms.table(),
            spellings,
            each.directories(cards),
            each.columns(),
            parts.size(),
            parts.inline());
    byte[] json = Json.compact(manifest);
    output.write("search.json", json);
    output.write("search.js", DataScript.data("search.json", json));
    return AmendedSearch.of(
        new AmendedSearch.Written(knowledge, documents, manifest, cards, list, index.words()));
  }

  /// The severities that occur, worst first.
  static List<String> severities(List<Incident> incidents) {
    return incidents.stream()
        .flatMap(incident -> incident.severity().stream())
        .distinct()
        .sorted(Comparator.comparingInt(Severity::rank).thenComparing(Severity::name))
        .map(Severity::name)
        .distinct()
        .toList();
  }

  static Spellings spellings(List<TermDictionary.CountedTerm> terms, WordForms words) {
    List<Object> flat = new ArrayList<>();
    for (TermDictionary.CountedTerm one : terms) {
      String word = words.word(one.term());
      flat.addAll(List.of(one.term(), one.count(), word.equals(one.term()) ? (Object) 0 : word));
    }
    return new Spellings(flat);
  }
}
