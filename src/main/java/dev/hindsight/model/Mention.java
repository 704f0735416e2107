package dev.hindsight.model;

import java.util.Map;

/// A word of a report that may be the id of an incident: `inc-2024-0089`. Whether it is one is for
/// linking to decide, which knows all ids.
///
/// @param word the word as written
/// @param anchor the section it stands in
/// @param sentence the plain text around it, cut to a sentence or so
public record Mention(String word, String anchor, TextPosition place, String sentence) {

  Mention withAnchors(Map<String, String> kept) {
    return new Mention(word, kept.getOrDefault(anchor, anchor), place, sentence);
  }

  /// Whether the word is the path of a report that a link leads to, `@/2024/INC-2024-0112.md`,
  /// which says for certain which report is meant.
  public boolean isPath() {
    return word.startsWith("@/");
  }
}
