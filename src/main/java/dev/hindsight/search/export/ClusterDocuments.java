package dev.hindsight.search.export;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Severity;
import dev.hindsight.search.analysis.ReportAnalyzer;
import dev.hindsight.search.analysis.SearchField;
import dev.hindsight.search.query.IncidentColumn;
import dev.hindsight.search.query.QueryFilters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Documents for a search cluster that finds incidents as the site does. They have analyzed terms,
/// because no other engine splits compounds and humps as Hindsight does; values for filters and
/// sorting; and what a result shows. `docs/opensearch.md` describes them.
public final class ClusterDocuments {
  private final KnowledgeBase knowledge;
  private final List<Incident> incidents;
  private final List<String> severities;

  public ClusterDocuments(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.incidents = knowledge.incidents().reversed();
    this.severities = SearchExport.severities(incidents);
  }

  /// A field of words.
  ///
  /// @param hasPlaces whether it has positions, which phrases need
  public record WordField(String name, boolean hasPlaces) {}

  /// All fields of words.
  public static List<WordField> wordFields() {
    return Arrays.stream(SearchField.values())
        .map(field -> new WordField(field.id(), field.hasPlaces()))
        .toList();
  }

  /// The names of all columns.
  public static List<String> columns() {
    return Arrays.stream(IncidentColumn.values()).map(IncidentColumn::id).toList();
  }

  /// The number of incidents.
  public int size() {
    return incidents.size();
  }

  /// The ID of an incident by its document number.
  public String id(int number) {
    return incidents.get(number).id().value();
  }

  /// The document of an incident by its number in the site's own index. The oldest has number 0.
  public Map<String, Object> document(int number) {
    Incident incident = incidents.get(number);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("number", number);
    document.put("card", DocumentFiles.card(incident, knowledge));
    document.put("rank", rank(incident));
    document.put("lasted", incident.duration().isPresent() ? incident.duration().getAsLong() : -1);
    for (IncidentColumn column : IncidentColumn.values()) {
      document.put(column.id(), column.values(incident, knowledge));
    }
    document.put("bare", bare(incident));
    document.put("terms", terms(incident));
    return document;
  }

  /// The rank of its severity; incidents without one rank last.
  private int rank(Incident incident) {
    int place = severities.indexOf(incident.severity().map(Severity::name).orElse(""));
    return place < 0 ? severities.size() : place;
  }

  /// The values that the filters of a query compare, see [QueryFilters].
  private Map<String, List<String>> bare(Incident incident) {
    Map<String, List<String>> bare = new LinkedHashMap<>();
    for (IncidentColumn column :
        List.of(
            IncidentColumn.SYSTEM,
            IncidentColumn.SEVERITY,
            IncidentColumn.STATUS,
            IncidentColumn.TAG,
            IncidentColumn.OWNER)) {
      bare.put(column.id(), values(column, incident, QueryFilters::normal));
    }
    bare.put(
        IncidentColumn.ID.id(),
        values(IncidentColumn.ID, incident, id -> id.toLowerCase(Locale.ROOT)));
    return bare;
  }

  private List<String> values(
      IncidentColumn column, Incident incident, UnaryOperator<String> form) {
    return column.values(incident, knowledge).stream().map(form).distinct().toList();
  }

  private static Map<String, String> terms(Incident incident) {
    Map<String, String> terms = new LinkedHashMap<>();
    for (SearchField field : SearchField.values()) {
      String text = field.text(incident);
      if (!text.isBlank()) {
        terms.put(field.id(), ReportAnalyzer.places(text));
      }
    }
    return terms;
  }
}
