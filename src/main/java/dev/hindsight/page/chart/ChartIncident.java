package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.MissingReport;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import dev.hindsight.page.message.TimeFormat;
import java.util.Comparator;
import java.util.Optional;

/// What a chart tells of one incident.
///
/// @param title empty where nobody has written it up
/// @param date what the report says; what others say where there is none
/// @param rank of its severity, 1 for the worst; 0 without
record ChartIncident(
    IncidentId id, String title, Optional<Moment> date, int rank, boolean isWritten) {

  /// The oldest first, then what has no date.
  static final Comparator<ChartIncident> OLDEST_FIRST =
      Comparator.comparing((ChartIncident subject) -> subject.date().isEmpty())
          .thenComparing(subject -> subject.date().orElse(Moment.year(0)))
          .thenComparing(ChartIncident::id);

  static ChartIncident of(Incident incident) {
    return new ChartIncident(
        incident.id(),
        incident.title(),
        incident.date(),
        incident.severity().map(Severity::rank).orElse(0),
        true);
  }

  static ChartIncident of(MissingReport unwritten) {
    return new ChartIncident(unwritten.id(), "", unwritten.dates().stream().findFirst(), 0, false);
  }

  /// `INC-2024-0112: Checkout down, 2 Apr 2024`
  public String words() {
    return id
        + ": "
        + (isWritten ? title : "not written up")
        + ", "
        + date.map(TimeFormat::day).orElse("no date");
  }
}
