package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.Severity;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A part of an incident that is searched, and how much a match in it weighs. Somebody who is on
/// call types what they see or what they remember: a name in the id, the title or a system says
/// most.
enum SearchField {
  ID(8f, SearchField::ids),
  TITLE(5f, Incident::title),
  SYSTEMS(4f, SearchField::systems),
  SUMMARY(2.5f, SearchField::summary),
  CAUSE(
      2f,
      incident ->
          incident.text(SectionKind.ROOT_CAUSE)
              + "\n"
              + incident.text(SectionKind.TRIGGER)
              + "\n"
              + incident.text(SectionKind.CONTRIBUTING_FACTORS)),
  RESOLUTION(
      2f,
      incident ->
          incident.text(SectionKind.RESOLUTION) + "\n" + incident.text(SectionKind.MITIGATION)),
  TIMELINE(1f, incident -> incident.text(SectionKind.TIMELINE)),
  ACTIONS(1f, incident -> incident.text(SectionKind.ACTION_ITEMS)),
  OTHER(1f, SearchField::other);

  private static final Set<SectionKind> OF_THEIR_OWN =
      EnumSet.of(
          SectionKind.SUMMARY,
          SectionKind.ROOT_CAUSE,
          SectionKind.TRIGGER,
          SectionKind.CONTRIBUTING_FACTORS,
          SectionKind.RESOLUTION,
          SectionKind.MITIGATION,
          SectionKind.TIMELINE,
          SectionKind.ACTION_ITEMS);

  private final float weight;
  private final Function<Incident, String> text;

  SearchField(float weight, Function<Incident, String> text) {
    this.weight = weight;
    this.text = text;
  }

  /// What a match in this field is multiplied with.
  float weight() {
    return weight;
  }

  /// The field's name in the index.
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The field's words.
  String text(Incident incident) {
    return text.apply(incident);
  }

  private static String ids(Incident incident) {
    return Stream.concat(Stream.of(incident.id()), incident.aliases().stream())
        .map(IncidentId::value)
        .collect(Collectors.joining("\n"));
  }

  private static String summary(Incident incident) {
    String section = incident.text(SectionKind.SUMMARY);
    return section.isBlank() ? incident.summary() : section;
  }

  private static String systems(Incident incident) {
    return incident.systems().stream()
        .map(name -> name.name() + " " + name.detail().orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static String other(Incident incident) {
    return incident.sections().stream()
            .filter(section -> !OF_THEIR_OWN.contains(section.kind()))
            .map(section -> section.heading() + "\n" + section.text())
            .collect(Collectors.joining("\n"))
        + "\n"
        + incident.sections().stream()
            .filter(section -> OF_THEIR_OWN.contains(section.kind()))
            .map(Section::heading)
            .collect(Collectors.joining("\n"))
        + "\n"
        + incident.severity().map(Severity::name).orElse("")
        + "\n"
        + incident.status().orElse("")
        + "\n"
        + String.join("\n", incident.tags())
        + "\n"
        + String.join("\n", incident.authors())
        + "\n"
        + incident.extra().stream()
            .map(fact -> fact.name() + " " + fact.value())
            .collect(Collectors.joining("\n"));
  }
}
