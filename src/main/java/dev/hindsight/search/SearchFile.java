package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/// What the browser needs to rank as Lucene does, read out of the index by its public interface: in
/// two files, as few queries need positions. `docs/search-format.md` describes them.
record SearchFile(Manifest manifest, Positions positions) {

  /// `search.json`
  ///
  /// @param format raised by one when an older page could not read it
  /// @param documents a card for each incident; its number is its place here
  /// @param systems what the cards' systems stand for
  /// @param terms sorted by their UTF-16 code units
  /// @param postings for each term a flat list of fields: number of the field, how many numbers
  ///   follow, then pairs of the step to the next document and the term's frequency there
  record Manifest(
      int format,
      List<Card> documents,
      List<SystemLabel> systems,
      List<FieldStatistics> fields,
      List<String> terms,
      List<List<Integer>> postings) {}

  /// `search-positions.json`
  ///
  /// @param positions for each term, in the order of its postings, the steps from each of its
  ///   places in a document to the next, the first from 0
  record Positions(int format, List<List<Integer>> positions) {}

  /// What a result shows before anything else is loaded.
  ///
  /// @param systems places in the list of systems
  /// @param open how many action items are still to be done
  record Card(
      String id,
      String title,
      String url,
      String date,
      String severity,
      String status,
      List<Integer> systems,
      String summary,
      String fix,
      long open,
      List<String> tags,
      List<String> owners) {}

  /// A system that results can be narrowed to.
  record SystemLabel(String name, String slug) {}

  /// What BM25 asks of a field.
  ///
  /// @param documents how many have the field
  /// @param totalTerms how many terms all of them have in it
  /// @param norms one byte a document, Lucene's encoded length of the field; Base64
  record FieldStatistics(String name, float weight, int documents, long totalTerms, String norms) {}

  private static final int SUMMARY_LENGTH = 280;

  static SearchFile of(DirectoryReader reader, KnowledgeBase knowledge) {
    try {
      List<SystemLabel> systems =
          knowledge.systems().stream()
              .map(system -> new SystemLabel(system.name(), system.slug()))
              .toList();
      Map<String, Integer> places = new HashMap<>();
      knowledge.systems().forEach(system -> places.put(system.slug(), places.size()));
      List<Card> cards =
          knowledge.incidents().stream()
              .map(incident -> card(incident, knowledge, places))
              .toList();
      SortedMap<String, List<Integer>> postings = new TreeMap<>();
      SortedMap<String, List<Integer>> positions = new TreeMap<>();
      List<FieldStatistics> fields = new ArrayList<>();
      for (SearchField field : SearchField.values()) {
        LeafReader leaf = reader.leaves().isEmpty() ? null : reader.leaves().getFirst().reader();
        Terms terms = leaf == null ? null : leaf.terms(field.id());
        if (terms != null) {
          fields.add(statistics(field, terms, leaf));
          collect(fields.size() - 1, terms, postings, positions);
        }
      }
      return new SearchFile(
          new Manifest(
              1,
              cards,
              systems,
              fields,
              List.copyOf(postings.keySet()),
              List.copyOf(postings.values())),
          new Positions(1, List.copyOf(positions.values())));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Card card(
      Incident incident, KnowledgeBase knowledge, Map<String, Integer> places) {
    return new Card(
        incident.id().value(),
        incident.title(),
        Addresses.page(incident.id()),
        incident.date().map(date -> date.date()).orElse(null),
        incident.severity().map(severity -> severity.name()).orElse(null),
        incident.status().orElse(null),
        incident.systems().stream()
            .map(name -> places.get(knowledge.system(name).slug()))
            .distinct()
            .toList(),
        cut(incident.summary()),
        incident.fix().map(SearchFile::cut).orElse(null),
        incident.openActions(),
        incident.tags(),
        incident.actionItems().stream().flatMap(item -> item.owner().stream()).distinct().toList());
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= SUMMARY_LENGTH) {
      return line;
    }
    int space = line.lastIndexOf(' ', SUMMARY_LENGTH);
    return line.substring(0, space < 0 ? SUMMARY_LENGTH : space) + " …";
  }

  private static FieldStatistics statistics(SearchField field, Terms terms, LeafReader leaf)
      throws IOException {
    byte[] norms = new byte[leaf.maxDoc()];
    NumericDocValues values = leaf.getNormValues(field.id());
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      norms[values.docID()] = (byte) values.longValue();
    }
    return new FieldStatistics(
        field.id(),
        field.weight(),
        terms.getDocCount(),
        terms.getSumTotalTermFreq(),
        Base64.getEncoder().encodeToString(norms));
  }

  private static void collect(
      int field,
      Terms terms,
      SortedMap<String, List<Integer>> postings,
      SortedMap<String, List<Integer>> positions)
      throws IOException {
    TermsEnum each = terms.iterator();
    PostingsEnum documents = null;
    while (each.next() != null) {
      String term = each.term().utf8ToString();
      List<Integer> list = postings.computeIfAbsent(term, _ -> new ArrayList<>());
      List<Integer> places = positions.computeIfAbsent(term, _ -> new ArrayList<>());
      list.add(field);
      list.add(2 * each.docFreq());
      documents = each.postings(documents, PostingsEnum.POSITIONS);
      int before = 0;
      while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        list.add(documents.docID() - before);
        list.add(documents.freq());
        before = documents.docID();
        int last = 0;
        for (int i = 0; i < documents.freq(); i++) {
          int place = documents.nextPosition();
          places.add(place - last);
          last = place;
        }
      }
    }
  }

  /// Writes both, each as a script too, for pages that are opened from disk.
  void writeTo(Output output) {
    write("search.json", Json.compact(manifest), output);
    write("search-positions.json", Json.compact(positions), output);
  }

  private static void write(String path, byte[] json, Output output) {
    output.write(path, json);
    output.write(path.replace(".json", ".js"), Scripts.data(path, json));
  }
}
