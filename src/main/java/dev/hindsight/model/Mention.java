package dev.hindsight.model;

import java.util.Map;

/// A word of a report that may be an incident's ID: `inc-2024-0089`. Linking decides, because it
/// knows all IDs.
///
/// @param word the word as written
/// @param anchor of its section
/// @param sentence about a sentence of plain text around it
public record Mention(String word, String anchor, TextPosition place, String sentence) {

  Mention withAnchors(Map<String, String> kept) {
    return new Mention(word, kept.getOrDefault(anchor, anchor), place, sentence);
  }

  /// Whether the word is the path of a report that a link leads to, `@/2024/INC-2024-0112.md`, so
  /// that it is certain which report is meant.
  public boolean isPath() {
    return word.startsWith("@/");
  }
}
