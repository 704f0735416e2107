package dev.hindsight.search.export;

import dev.hindsight.search.analysis.SearchField;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a browser lays over the index in the place of one report.
///
/// @param terms the report's terms as it is now, in order
/// @param postings for each a flat list: place of the field, frequency, norm; then the next field
/// @param positions for each the steps from one place to the next, as in parts of positions
/// @param changed terms that stand in more or fewer fields of it than before
/// @param by how many more
record Amendment(
    int document,
    List<String> terms,
    List<List<Integer>> postings,
    List<List<Integer>> positions,
    List<String> changed,
    List<Integer> by) {

  /// @param before the report as the index has it
  /// @param fields of the index
  static Amendment of(
      int document, ReportTerms before, ReportTerms now, List<SearchExport.Field> fields) {
    Map<String, Integer> changes = changes(before, now);
    return new Amendment(
        document,
        List.copyOf(now.terms().keySet()),
        now.terms().values().stream().map(some -> postings(some, fields)).toList(),
        now.terms().values().stream().map(Amendment::positions).toList(),
        List.copyOf(changes.keySet()),
        List.copyOf(changes.values()));
  }

  /// In how many more fields of a report each term stands, or, below 0, fewer; in order.
  static Map<String, Integer> changes(ReportTerms before, ReportTerms now) {
    Map<String, Integer> changes = new TreeMap<>();
    Stream.of(before, now)
        .flatMap(report -> report.terms().keySet().stream())
        .forEach(term -> changes.put(term, now.count(term) - before.count(term)));
    changes.values().removeIf(change -> change == 0);
    return changes;
  }

  private static List<Integer> postings(
      List<ReportTerms.InField> term, List<SearchExport.Field> fields) {
    return term.stream()
        .flatMap(one -> Stream.of(number(one.field(), fields), one.frequency(), one.norm()))
        .toList();
  }

  private static List<Integer> positions(List<ReportTerms.InField> term) {
    return term.stream().flatMap(one -> one.steps().stream()).toList();
  }

  /// The place of a field among those of an index; -1 where no report had it.
  static int number(SearchField field, List<SearchExport.Field> fields) {
    return fields.stream().map(SearchExport.Field::name).toList().indexOf(field.id());
  }
}
