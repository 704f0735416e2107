/// What is drawn: incidents and numbers become places, paths and words, and templates print them as
/// SVG. [dev.hindsight.page.chart.Charts] has every chart of how reports relate.
package dev.hindsight.page.chart;
