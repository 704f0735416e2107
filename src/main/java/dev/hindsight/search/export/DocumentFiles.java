package dev.hindsight.search.export;

import dev.hindsight.model.Fix;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Severity;
import dev.hindsight.model.Whitespace;
import dev.hindsight.search.query.IncidentColumn;
import dev.hindsight.site.Addresses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Writes the parts of the index that are organized by document: cards, and the columns for
/// filters, counts and sorting. Each part covers consecutive documents.
final class DocumentFiles {

  /// What a result shows before the data of its report is loaded.
  ///
  /// @param from the source of the fix, if it is not about the fix alone: `timeline`
  /// @param open the number of open action items
  record Card(
      String id,
      String title,
      String url,
      String date,
      String severity,
      List<String> systems,
      String fix,
      String from,
      long open) {}

  /// The hashes in the names of parts of kind `cards`, by number.
  record Directory(List<String> parts) {}

  /// The cards of consecutive documents.
  record Cards(List<Card> cards) {}

  /// A column for consecutive documents: for each the number of its label, a list of numbers, or -1
  /// for none. If equal values are often adjacent: the length of each run.
  record Labels(List<String> labels, List<Object> values, List<Integer> runs) {}

  private static final int CARDS_IN_A_PART = 8;
  private static final int PARTS_IN_A_DIRECTORY = 256;

  /// A power of two, so that the part of a document can be computed by shifting.
  private static final int DOCUMENTS_IN_A_COLUMN = 8192;

  private static final int LONGEST_FIX = 200;

  private final List<Incident> documents;
  private final KnowledgeBase knowledge;
  private final ExportFiles parts;

  DocumentFiles(List<Incident> documents, KnowledgeBase knowledge, ExportFiles parts) {
    this.documents = documents;
    this.knowledge = knowledge;
    this.parts = parts;
  }

  /// All cards.
  ///
  /// @return the hashes in the names of their parts, by number
  List<String> cards() {
    return IntStream.range(0, pieces(documents, CARDS_IN_A_PART)).mapToObj(this::cards).toList();
  }

  /// The same after a document has changed.
  List<String> cards(List<String> before, int document) {
    int number = document / CARDS_IN_A_PART;
    return replaced(before, number, cards(number));
  }

  private String cards(int number) {
    List<Card> cards =
        piece(documents, CARDS_IN_A_PART, number).stream()
            .map(incident -> card(incident, knowledge))
            .toList();
    return parts.add("cards", number, new Cards(cards));
  }

  /// The parts that list the parts of kind `cards`.
  ///
  /// @param cards the hashes in their names
  List<String> directories(List<String> cards) {
    return IntStream.range(0, pieces(cards, PARTS_IN_A_DIRECTORY))
        .mapToObj(number -> new Directory(piece(cards, PARTS_IN_A_DIRECTORY, number)))
        .map(directory -> parts.add("directory", directory))
        .toList();
  }

  /// All columns.
  ///
  /// @return the parts of each
  Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (IncidentColumn column : IncidentColumn.values()) {
      columns.put(
          column.id(),
          IntStream.range(0, pieces(documents, DOCUMENTS_IN_A_COLUMN))
              .mapToObj(number -> labels(column, number))
              .toList());
    }
    return columns;
  }

  /// The same after a document has changed.
  ///
  /// @param was the document before the change
  Map<String, List<String>> columns(Map<String, List<String>> before, int document, Incident was) {
    Map<String, List<String>> columns = new LinkedHashMap<>(before);
    int number = document / DOCUMENTS_IN_A_COLUMN;
    for (IncidentColumn column : IncidentColumn.values()) {
      List<String> values = column.values(documents.get(document), knowledge);
      if (!values.equals(column.values(was, knowledge))) {
        columns.compute(column.id(), (_, old) -> replaced(old, number, labels(column, number)));
      }
    }
    return columns;
  }

  private String labels(IncidentColumn column, int number) {
    List<List<String>> values =
        piece(documents, DOCUMENTS_IN_A_COLUMN, number).stream()
            .map(incident -> column.values(incident, knowledge))
            .toList();
    return parts.add(
        "column",
        switch (column) {
          case ID, DATE, YEAR -> runs(values);
          default -> places(values);
        });
  }

  private static <T> int pieces(List<T> all, int length) {
    return Math.ceilDiv(all.size(), length);
  }

  private static <T> List<T> piece(List<T> all, int length, int number) {
    return all.subList(number * length, Math.min(all.size(), (number + 1) * length));
  }

  private static List<String> replaced(List<String> all, int place, String by) {
    List<String> replaced = new ArrayList<>(all);
    replaced.set(place, by);
    return List.copyOf(replaced);
  }

  static Card card(Incident incident, KnowledgeBase knowledge) {
    return new Card(
        incident.id().value(),
        incident.title(),
        Addresses.page(incident.id()),
        incident.date().map(date -> date.date()).orElse(null),
        incident.severity().map(Severity::name).orElse(null),
        IncidentColumn.SYSTEM.values(incident, knowledge),
        incident.fix().map(DocumentFiles::cut).orElse(null),
        incident.solution().filter(Fix::isDerived).map(fix -> fix.source().id()).orElse(null),
        incident.openActions());
  }

  private static String cut(String text) {
    String line = Whitespace.collapse(text).strip();
    if (line.length() <= LONGEST_FIX) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_FIX);
    return line.substring(0, space < 0 ? LONGEST_FIX : space) + " …";
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
}
