package dev.hindsight.search.analysis;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Severity;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A searchable field of an incident, with its weight. One field has all words of a report, so that
/// a report with all words of a query ranks above one that repeats a few of them in many sections.
/// The other fields make the most important words count again. The weights were chosen with
/// `script/bench relevance`.
public enum SearchField {
  ID(0.5f, SearchField::ids),
  TITLE(1f, Incident::title),
  SYSTEMS(0.3f, SearchField::systems),
  SUMMARY(0.3f, Incident::summary),
  TEXT(1f, SearchField::all);

  /// The best field of a word counts in full, its other fields by this factor.
  public static final float ELSEWHERE = 0.5f;

  private final float weight;
  private final Function<Incident, String> text;

  SearchField(float weight, Function<Incident, String> text) {
    this.weight = weight;
    this.text = text;
  }

  /// The factor of matches in this field.
  public float weight() {
    return weight;
  }

  /// The field's name in the index.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Finds a field by its name.
  public static SearchField of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /// Whether the index has positions for this field, which phrases need.
  public boolean hasPlaces() {
    return this == TITLE || this == TEXT;
  }

  /// The field's words.
  public String text(Incident incident) {
    return text.apply(incident);
  }

  private static String ids(Incident incident) {
    return incident.ids().map(IncidentId::value).collect(Collectors.joining("\n"));
  }

  private static String systems(Incident incident) {
    return incident.systems().stream()
        .map(name -> name.name() + " " + name.detail().orElse(""))
        .collect(Collectors.joining("\n"));
  }

  /// All sections, and the values of metadata that are in no section.
  private static String all(Incident incident) {
    return Stream.of(
            Stream.of(ids(incident), incident.title(), systems(incident)),
            incident.sections().stream().map(section -> section.heading() + "\n" + section.text()),
            incident.severity().map(Severity::name).stream(),
            incident.status().stream(),
            incident.tags().stream(),
            incident.authors().stream(),
            incident.extra().stream().map(fact -> fact.name() + " " + fact.value()))
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }
}
