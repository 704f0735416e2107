package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.MissingReport;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import dev.hindsight.page.message.Messages;
import java.util.Comparator;
import java.util.Optional;

/// What a chart shows of one incident.
///
/// @param title empty without a report
/// @param date from the report; without a report, from those that mention it
/// @param rank of its severity, 1 for the worst; 0 without a severity
/// @param messages for its label
record ChartIncident(
    IncidentId id,
    String title,
    Optional<Moment> date,
    int rank,
    boolean isWritten,
    Messages messages) {

  /// The oldest first; incidents without a date last.
  static final Comparator<ChartIncident> OLDEST_FIRST =
      Comparator.comparing((ChartIncident subject) -> subject.date().isEmpty())
          .thenComparing(subject -> subject.date().orElse(Moment.year(0)))
          .thenComparing(ChartIncident::id);

  static ChartIncident of(Incident incident, Messages messages) {
    return new ChartIncident(
        incident.id(),
        incident.title(),
        incident.date(),
        incident.severity().map(Severity::rank).orElse(0),
        true,
        messages);
  }

  static ChartIncident of(MissingReport missing, Messages messages) {
    return new ChartIncident(
        missing.id(), "", missing.dates().stream().findFirst(), 0, false, messages);
  }

  /// `INC-2024-0112: Checkout down, 2 Apr 2024`
  public String words() {
    return messages.text(
        "chart.incident",
        id,
        isWritten ? title : messages.text("chart.no-report"),
        date.map(messages.times()::day).orElseGet(() -> messages.text("chart.no-date")));
  }
}
