package dev.hindsight.model;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A piece of a section, in the order of the report: a fact that was recognized, or prose. Every
/// piece is one or the other, so no word of a report is lost.
public sealed interface Block {

  /// All markup in this block.
  default Stream<Html> markup() {
    return switch (this) {
      case Prose prose -> Stream.of(prose.html());
      case Metadata metadata -> Stream.of(metadata.html());
      case Systems systems -> systems.systems().stream().map(AffectedSystem::detail);
      case Timeline timeline -> timeline.entries().stream().map(TimelineEntry::html);
      case Impact impact -> impact.facts().stream().map(ImpactFact::html);
      case Steps steps -> steps.steps().stream().map(ResolutionStep::html);
      case Actions actions -> actions.items().stream().map(ActionItem::html);
      case Related related -> related.incidents().stream().map(RelatedIncident::html);
    };
  }

  /// The same block with other anchors.
  ///
  /// @param kept the new anchor for each old one
  default Block withAnchors(Map<String, String> kept) {
    UnaryOperator<String> anchor = old -> kept.getOrDefault(old, old);
    return switch (this) {
      case Timeline timeline ->
          new Timeline(
              timeline.header(),
              timeline.entries().stream()
                  .map(entry -> entry.withAnchor(anchor.apply(entry.anchor())))
                  .toList());
      case Steps steps ->
          new Steps(
              steps.steps().stream()
                  .map(step -> step.withAnchor(anchor.apply(step.anchor())))
                  .toList());
      case Actions actions ->
          new Actions(
              actions.header(),
              actions.items().stream()
                  .map(item -> item.withAnchor(anchor.apply(item.anchor())))
                  .toList());
      case Prose _, Metadata _, Systems _, Impact _, Related _ -> this;
    };
  }

  /// Any other content: paragraphs, tables, code, images.
  record Prose(Html html, String text) implements Block {}

  /// Keys and values, as the report states them.
  record Metadata(Html html, String text) implements Block {}

  /// The systems that were affected.
  record Systems(List<AffectedSystem> systems) implements Block {
    public Systems {
      systems = List.copyOf(systems);
    }
  }

  /// The timeline entries.
  ///
  /// @param header the names of the columns, if it was a table
  record Timeline(List<String> header, List<TimelineEntry> entries) implements Block {
    public Timeline {
      header = List.copyOf(header);
      entries = List.copyOf(entries);
    }
  }

  /// The impact, as a list of measures.
  record Impact(List<ImpactFact> facts) implements Block {
    public Impact {
      facts = List.copyOf(facts);
    }
  }

  /// The resolution, step by step.
  record Steps(List<ResolutionStep> steps) implements Block {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /// The action items.
  ///
  /// @param header the names of the columns, if it was a table
  record Actions(List<String> header, List<ActionItem> items) implements Block {
    public Actions {
      header = List.copyOf(header);
      items = List.copyOf(items);
    }
  }

  /// The incidents that the author lists as related.
  record Related(List<RelatedIncident> incidents) implements Block {
    public Related {
      incidents = List.copyOf(incidents);
    }
  }
}
