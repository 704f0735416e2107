/// What is drawn: incidents and numbers become places, paths and words, and templates print them as
/// SVG. [dev.hindsight.page.chart.Charts] has every chart of how reports relate,
/// [dev.hindsight.page.chart.Timeline] of when they were, [dev.hindsight.page.chart.Insights] of
/// what they tell in numbers.
package dev.hindsight.page.chart;
