package dev.hindsight.read.fact;

import dev.hindsight.read.words.TimelineClock;
import java.util.List;
import org.commonmark.node.Node;

/// The content under one heading.
///
/// @param anchor of the section
/// @param clock of the report
public record SectionContent(String heading, String anchor, List<Node> nodes, TimelineClock clock) {
  public SectionContent {
    nodes = List.copyOf(nodes);
  }
}
