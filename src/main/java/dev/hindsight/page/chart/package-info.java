/// Turns incidents and numbers into positions, paths and labels, which templates print as SVG.
/// [dev.hindsight.page.chart.RelationCharts] draws how reports relate,
/// [dev.hindsight.page.chart.IncidentCalendar] when they happened, and
/// [dev.hindsight.page.chart.Insights] statistics.
package dev.hindsight.page.chart;
