package dev.hindsight.page.chart;

import dev.hindsight.page.message.Messages;
import java.util.Locale;

/// How two incidents are related, as templates show it.
record RelationKind(RelationEdge.Kind kind, Messages messages) {

  /// How to draw its line: `strong` for duplicates and recurrences, `said` for links by an author,
  /// `like` for similar incidents.
  public String line() {
    return switch (kind) {
      case SAME, RECURS -> "strong";
      case NAMED, MENTIONED -> "said";
      case SIMILAR -> "like";
    };
  }

  /// As in `INC-2024-0112 links to INC-2024-0089`.
  public String verb() {
    return messages.text("chart.verb." + kind.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
