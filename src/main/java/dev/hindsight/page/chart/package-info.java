/// Incidents and numbers become positions, paths and labels, which templates print as SVG:
/// [dev.hindsight.page.chart.RelationCharts] draws how reports relate,
/// [dev.hindsight.page.chart.Timeline] when they were, [dev.hindsight.page.chart.Insights] what
/// they say in numbers.
package dev.hindsight.page.chart;
