package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;

/// The line of a bond between two nodes of one chart.
record EdgeLine(IncidentId from, IncidentId to, RelationEdge.Kind kind, String path) {}
