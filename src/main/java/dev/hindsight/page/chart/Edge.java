package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;

/// The line of a bond between two nodes of one chart.
record Edge(IncidentId from, IncidentId to, Bond.Kind kind, String path) {}
