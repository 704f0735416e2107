package dev.hindsight.search.export;

import dev.hindsight.search.analysis.SearchField;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Replaces what the index says about one report.
///
/// @param terms the current terms of the report, in order
/// @param postings for each term a flat list: number of the field, frequency, norm; then the next
///   field
/// @param positions for each term the differences between positions, as in parts of kind
///   `positions`
/// @param changed terms that occur in more or fewer fields of the report than before
/// @param by how many more
record Amendment(
    int document,
    List<String> terms,
    List<List<Integer>> postings,
    List<List<Integer>> positions,
    List<String> changed,
    List<Integer> by) {

  /// @param before the report in the index
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

  /// For each term, in how many more fields of the report it occurs than before; negative if fewer.
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

  /// The number of a field in an index; -1 if no report had it.
  static int number(SearchField field, List<SearchExport.Field> fields) {
    return fields.stream().map(SearchExport.Field::name).toList().indexOf(field.id());
  }
}
