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

/// Writes what a browser needs to search: a manifest with what every query needs, and parts that it
/// fetches as a query needs them. A small site has its parts in the manifest.
/// `docs/search-format.md` describes all of it.
public final class SearchExport {

  /// `search.json`
  ///
  /// @param format raised by one when an older page could not read it
  /// @param documents how many
  /// @param severities the worst first
  /// @param systems the page of each system, by its name
  /// @param terms the first term of each part of terms, and the parts
  /// @param spellings what slips are compared with
  /// @param cards parts that name parts of cards
  /// @param columns the parts of each column
  /// @param size how many bytes all parts have
  /// @param inline parts by their names, where they are few
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

  /// What BM25 asks of a field.
  ///
  /// @param documents how many have the field
  /// @param totalTerms how many terms all of them have in it
  /// @param places whether it is known at which places in it terms stand
  /// @param norms its lengths as Lucene encodes them, in one byte each; those that occur
  record Field(
      String name,
      float weight,
      int documents,
      long totalTerms,
      boolean places,
      List<Integer> norms) {}

  /// Terms that slips are compared with: term, how common it is, and the word that it is mostly the
  /// stem of, or 0 where that is the term itself; one after the other.
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

  /// Writes `search.json` and the parts below `search/`, all of them as scripts too, for pages that
  /// are opened from disk.
  ///
  /// @return what was written, to be amended while somebody writes
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

  /// Those that occur, the worst first.
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
