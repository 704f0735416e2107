package dev.hindsight.read;

import java.util.List;
import org.commonmark.node.Node;

/// What stands under one heading.
///
/// @param anchor of the section
/// @param clock of the report
record Content(String heading, String anchor, List<Node> nodes, Clock clock) {
  Content {
    nodes = List.copyOf(nodes);
  }
}
