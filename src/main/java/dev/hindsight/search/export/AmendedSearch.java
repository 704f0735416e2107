package dev.hindsight.search.export;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.analysis.SearchField;
import dev.hindsight.search.analysis.WordForms;
import dev.hindsight.search.query.TermDictionary;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The search files of a site in which some reports were edited after the export: the exported
/// files, and an amendment for each edited report, which the browser applies.
///
/// Every report has common words, and one more word moves all positions after it. So a new export
/// would change half of all postings and positions, and with them most parts. An amendment is only
/// as long as the report. Results are the same as after a new export.
public final class AmendedSearch {

  /// The last export.
  ///
  /// @param documents the incidents by document number
  /// @param cards the hashes in the names of parts of kind `cards`
  record Written(
      KnowledgeBase knowledge,
      List<Incident> documents,
      SearchExport.Manifest manifest,
      List<String> cards,
      TermDictionary terms,
      WordForms words) {}

  /// An edited report.
  private record Report(Incident was, Incident now, ReportTerms before, ReportTerms terms) {}

  /// The changes to the part of kind `spellings`.
  ///
  /// @param gone removed terms, in order
  /// @param spellings new and changed entries, in order, as in that part
  private record Respelt(List<String> gone, List<Object> spellings) {}

  private final Written written;
  private final TreeMap<Integer, Report> reports;

  /// Reports that were edited before the last export. The next edited report is most likely one of
  /// them.
  private final Map<IncidentId, Report> known;

  private AmendedSearch(
      Written written, TreeMap<Integer, Report> reports, Map<IncidentId, Report> known) {
    this.written = written;
    this.reports = reports;
    this.known = known;
  }

  static AmendedSearch of(Written written) {
    return new AmendedSearch(written, new TreeMap<>(), Map.of());
  }

  /// The same, reusing the terms of reports that were edited since an earlier export.
  public AmendedSearch after(AmendedSearch other) {
    return new AmendedSearch(
        written,
        reports,
        other.reports.values().stream()
            .collect(Collectors.toMap(report -> report.now().id(), Function.identity())));
  }

  /// The same with the current version of one report. Its date and systems must be unchanged.
  ///
  /// @return empty if there is no such report, or if only a new export can represent it
  public Optional<AmendedSearch> with(Incident now) {
    return IntStream.range(0, written.documents().size())
        .filter(i -> written.documents().get(i).id().equals(now.id()))
        .boxed()
        .findFirst()
        .map(document -> with(document, now))
        .filter(AmendedSearch::isOfKnownFields);
  }

  private AmendedSearch with(int document, Incident now) {
    TreeMap<Integer, Report> more = new TreeMap<>(reports);
    more.compute(
        document,
        (_, old) -> {
          Incident was = written.documents().get(document);
          ReportTerms before = old == null ? terms(was) : old.before();
          return new Report(was, now, before, ReportTerms.of(now));
        });
    return new AmendedSearch(written, more, known);
  }

  private ReportTerms terms(Incident incident) {
    Report last = known.get(incident.id());
    return last != null && last.now().equals(incident) ? last.terms() : ReportTerms.of(incident);
  }

  /// Amendments refer to fields by number, so new fields need a new export.
  private boolean isOfKnownFields() {
    return reports.values().stream()
        .flatMap(report -> report.terms().lengths().keySet().stream())
        .allMatch(field -> Amendment.number(field, written.manifest().fields()) >= 0);
  }

  /// Writes `search.json` and the parts that it needs in addition to the exported ones.
  public void writeTo(Output output) {
    SearchExport.Manifest before = written.manifest();
    ExportFiles parts = new ExportFiles(output, before.size(), before.inline());
    List<Incident> documents = new ArrayList<>(written.documents());
    reports.forEach((document, report) -> documents.set(document, report.now()));
    DocumentFiles each = new DocumentFiles(documents, written.knowledge(), parts);
    List<String> cards = written.cards();
    Map<String, List<String>> columns = before.columns();
    for (Map.Entry<Integer, Report> one : reports.entrySet()) {
      cards = each.cards(cards, one.getKey());
      columns = each.columns(columns, one.getKey(), one.getValue().was());
    }
    List<String> directories = each.directories(cards);
    output.write(
        "search.json",
        Json.compact(
            new SearchExport.Manifest(
                before.format(),
                before.documents(),
                before.fields().stream().map(this::field).toList(),
                severities(documents),
                before.systems(),
                before.terms(),
                before.spellings(),
                directories,
                columns,
                parts.size(),
                inline(parts))));
  }

  private List<String> severities(List<Incident> documents) {
    boolean areSame =
        reports.values().stream()
            .allMatch(report -> report.was().severity().equals(report.now().severity()));
    return areSame ? written.manifest().severities() : SearchExport.severities(documents);
  }

  private Map<String, Object> inline(ExportFiles parts) {
    Map<String, Object> inline = new LinkedHashMap<>(parts.inline());
    reports.forEach((document, report) ->
        inline.put(
            "amendment-" + document,
            Amendment.of(document, report.before(), report.terms(), written.manifest().fields())));
    inline.put("amended-spellings", respelt());
    return inline;
  }

  private SearchExport.Field field(SearchExport.Field before) {
    int documents = before.documents();
    long totalTerms = before.totalTerms();
    SearchField field = SearchField.of(before.name());
    for (Report report : reports.values()) {
      Long was = report.before().lengths().get(field);
      Long now = report.terms().lengths().get(field);
      documents += (now == null ? 0 : 1) - (was == null ? 0 : 1);
      totalTerms += (now == null ? 0 : now) - (was == null ? 0 : was);
    }
    return new SearchExport.Field(
        before.name(), before.weight(), documents, totalTerms, before.places(), before.norms());
  }

  /// The changes to the part of kind `spellings`.
  private Respelt respelt() {
    Map<String, Integer> changes = new TreeMap<>();
    List<WordForms.WordCount> met = new ArrayList<>();
    for (Report report : reports.values()) {
      Amendment.changes(report.before(), report.terms())
          .forEach((term, change) -> changes.merge(term, change, Integer::sum));
      met.addAll(report.terms().words());
      report.before().words().forEach(word -> met.add(word.gone()));
    }
    WordForms words = written.words().with(met.stream());
    // A term with an unchanged count may now be most often the stem of another word.
    met.stream()
        .map(WordForms.WordCount::term)
        .filter(term -> !words.word(term).equals(written.words().word(term)))
        .forEach(term -> changes.putIfAbsent(term, 0));
    TermDictionary.Respelt respelt = written.terms().respelt(changes);
    return new Respelt(respelt.gone(), SearchExport.spellings(respelt.come(), words).spellings());
  }
}
