package dev.hindsight.search;

import dev.hindsight.model.AffectedSystemHistory;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Severity;
import dev.hindsight.model.Spaces;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes what a browser needs to search: a manifest with what every query needs, and parts that it
/// fetches as a query needs them. A small site has its parts in the manifest.
/// `docs/search-format.md` describes all of it.
final class SearchFiles {

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
      TermParts.Table terms,
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

  /// What a result shows before its report's data is there.
  ///
  /// @param open how many action items are still to be done
  record Card(
      String id,
      String title,
      String url,
      String date,
      String severity,
      List<String> systems,
      String fix,
      long open) {}

  /// Hashes in the names of parts of cards, in the order of their numbers.
  record Directory(List<String> parts) {}

  /// The cards of documents in a row.
  record Cards(List<Card> cards) {}

  /// A column for documents in a row: for each the place of its value, places of several values, or
  /// -1; or, where equal values stand in rows, how long each row is.
  record Labels(List<String> labels, List<Object> values, List<Integer> runs) {}

  /// Terms that slips are compared with: term, how common it is, and the word that it is mostly the
  /// stem of, or 0 where that is the term itself; one after the other.
  record Spellings(List<Object> spellings) {}

  private static final int FORMAT = 2;
  private static final int CARDS_IN_A_PART = 8;
  private static final int PARTS_IN_A_DIRECTORY = 256;

  /// A power of two, so that a document's part is found by shifting.
  private static final int DOCUMENTS_IN_A_COLUMN = 8192;

  private static final int LONGEST_FIX = 200;

  private final SearchIndex index;
  private final KnowledgeBase knowledge;
  private final List<Incident> documents;

  /// @param documents the incidents by the numbers that Lucene gave them
  SearchFiles(SearchIndex index, KnowledgeBase knowledge, List<Incident> documents) {
    this.index = index;
    this.knowledge = knowledge;
    this.documents = documents;
  }

  void writeTo(Output output) {
    Parts parts = new Parts(output);
    TermParts terms = TermParts.write(index.reader(), parts);
    Manifest manifest =
        new Manifest(
            FORMAT,
            documents.size(),
            terms.fields(),
            severities(),
            knowledge.systems().stream()
                .collect(
                    Collectors.toMap(
                        AffectedSystemHistory::name,
                        AffectedSystemHistory::slug,
                        (first, _) -> first,
                        LinkedHashMap::new)),
            terms.table(),
            parts.add("spellings", spellings()),
            cards(parts),
            columns(parts),
            parts.size(),
            parts.inline());
    byte[] json = Json.compact(manifest);
    output.write("search.json", json);
    output.write("search.js", Scripts.data("search.json", json));
  }

  private List<String> severities() {
    return severities(documents);
  }

  /// Those that occur, the worst first.
  static List<String> severities(List<Incident> incidents) {
    return incidents.stream()
        .flatMap(incident -> incident.severity().stream())
        .sorted(Comparator.comparingInt(Severity::rank).thenComparing(Severity::name))
        .map(Severity::name)
        .distinct()
        .toList();
  }

  private Spellings spellings() {
    List<Object> flat = new ArrayList<>();
    for (TermList.Counted one : index.terms().spellable()) {
      String word = index.word(one.term());
      flat.addAll(List.of(one.term(), one.count(), word.equals(one.term()) ? (Object) 0 : word));
    }
    return new Spellings(flat);
  }

  private List<String> cards(Parts parts) {
    List<String> names = new ArrayList<>();
    inParts(documents, CARDS_IN_A_PART)
        .map(some -> new Cards(some.stream().map(one -> card(one, knowledge)).toList()))
        .forEach(cards -> names.add(parts.add("cards", names.size(), cards)));
    return inParts(names, PARTS_IN_A_DIRECTORY)
        .map(some -> parts.add("directory", new Directory(some)));
  }

  static Card card(Incident incident, KnowledgeBase knowledge) {
    return new Card(
        incident.id().value(),
        incident.title(),
        Addresses.page(incident.id()),
        incident.date().map(date -> date.date()).orElse(null),
        incident.severity().map(Severity::name).orElse(null),
        Column.SYSTEM.values(incident, knowledge),
        incident.fix().map(SearchFiles::cut).orElse(null),
        incident.openActions());
  }

  private static String cut(String text) {
    String line = Spaces.collapse(text).strip();
    if (line.length() <= LONGEST_FIX) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_FIX);
    return line.substring(0, space < 0 ? LONGEST_FIX : space) + " …";
  }

  private Map<String, List<String>> columns(Parts parts) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (Column column : Column.values()) {
      columns.put(
          column.id(),
          inParts(documents, DOCUMENTS_IN_A_COLUMN)
              .map(some -> parts.add("column", labels(column, some))));
    }
    return columns;
  }

  private Labels labels(Column column, List<Incident> some) {
    List<List<String>> values =
        some.stream().map(incident -> column.values(incident, knowledge)).toList();
    return switch (column) {
      case ID, DATE, YEAR -> runs(values);
      default -> places(values);
    };
  }

  private static Labels runs(List<List<String>> values) {
    List<String> labels = new ArrayList<>();
    List<Integer> runs = new ArrayList<>();
    for (List<String> one : values) {
      String value = one.isEmpty() ? "" : one.getFirst();
      if (!labels.isEmpty() && labels.getLast().equals(value)) {
        runs.set(runs.size() - 1, runs.getLast() + 1);
      } else {
        labels.add(value);
        runs.add(1);
      }
    }
    return new Labels(labels, null, runs);
  }

  private static Labels places(List<List<String>> values) {
    Map<String, Integer> places = new LinkedHashMap<>();
    values.forEach(one -> one.forEach(value -> places.computeIfAbsent(value, _ -> places.size())));
    Function<List<String>, Object> placesOf =
        one ->
            switch (one.size()) {
              case 0 -> -1;
              case 1 -> places.get(one.getFirst());
              default -> one.stream().map(places::get).toList();
            };
    return new Labels(List.copyOf(places.keySet()), values.stream().map(placesOf).toList(), null);
  }

  /// A list cut into lists of a length.
  private record Pieces<T>(List<T> all, int length) {
    <R> List<R> map(Function<List<T>, R> each) {
      List<R> made = new ArrayList<>();
      for (int from = 0; from < all.size(); from += length) {
        made.add(each.apply(all.subList(from, Math.min(all.size(), from + length))));
      }
      return made;
    }
  }

  private static <T> Pieces<T> inParts(List<T> all, int length) {
    return new Pieces<>(all, length);
  }
}
