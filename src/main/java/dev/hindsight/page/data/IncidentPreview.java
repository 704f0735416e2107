package dev.hindsight.page.data;

import java.util.List;

/// What other pages show of an incident, `incidents/<ID>.js`: a preview when someone points at a
/// link, and the place that a search found.
///
/// @param fix what fixed it; null if the report does not say
public record IncidentPreview(
    String id,
    String severity,
    String date,
    String title,
    String summary,
    IncidentData.FixData fix,
    List<PreviewSection> sections) {

  /// A section in which search can find words.
  record PreviewSection(String anchor, String heading, String text) {}

  public static IncidentPreview of(IncidentData incident) {
    return new IncidentPreview(
        incident.id(),
        incident.severity(),
        incident.date(),
        incident.title(),
        incident.summary(),
        incident.fix(),
        incident.sections().stream()
            .map(section -> new PreviewSection(section.anchor(), section.heading(), section.text()))
            .toList());
  }
}
