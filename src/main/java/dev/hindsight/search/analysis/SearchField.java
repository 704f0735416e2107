package dev.hindsight.search.analysis;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Severity;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A part of an incident that is searched, and how much a match in it weighs. All words of a report
/// are in one field, so that a report that has all of what was typed is not beaten by one that
/// repeats some of it in many sections; what says most of a report counts once more. The weights
/// were chosen with `script/bench relevance`.
public enum SearchField {
  ID(0.5f, SearchField::ids),
  TITLE(1f, Incident::title),
  SYSTEMS(0.3f, SearchField::systems),
  SUMMARY(0.3f, Incident::summary),
  TEXT(1f, SearchField::all);

  /// A word counts in the field where it says most, and in others by this much.
  public static final float ELSEWHERE = 0.5f;

  private final float weight;
  private final Function<Incident, String> text;

  SearchField(float weight, Function<Incident, String> text) {
    this.weight = weight;
    this.text = text;
  }

  /// What a match in this field is multiplied with.
  public float weight() {
    return weight;
  }

  /// The field's name in the index.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The field of a name.
  public static SearchField of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /// Whether it is known at which places its words stand, so that phrases are found there.
  public boolean hasPlaces() {
    return this == TITLE || this == TEXT;
  }

  /// The field's words.
  public String text(Incident incident) {
    return text.apply(incident);
  }

  private static String ids(Incident incident) {
    return Stream.concat(Stream.of(incident.id()), incident.aliases().stream())
        .map(IncidentId::value)
        .collect(Collectors.joining("\n"));
  }

  private static String systems(Incident incident) {
    return incident.systems().stream()
        .map(name -> name.name() + " " + name.detail().orElse(""))
        .collect(Collectors.joining("\n"));
  }

  /// Every word, and for metadata that stands in no section its value.
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
