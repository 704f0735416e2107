package dev.hindsight.page;

import java.util.List;

/// What a page shows of an incident to whom points at a link to it: `incidents/<ID>.js`.
///
/// @param resolution at most the first step
record Glance(
    String id,
    String severity,
    String date,
    String title,
    String summary,
    List<String> resolution) {

  static Glance of(IncidentData incident) {
    return new Glance(
        incident.id(),
        incident.severity(),
        incident.date(),
        incident.title(),
        incident.summary(),
        incident.resolution().stream().limit(1).toList());
  }
}
