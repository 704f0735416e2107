package dev.hindsight.site;

/// What a build is busy with. Some stages overlap.
public enum Stage {
  /// Markdown becomes incidents.
  READ,
  /// Incidents become a knowledge base; likenesses are found, and what is doubtful.
  LINK,
  /// Lucene takes in every word.
  INDEX,
  /// Pages, data and copies are made and written.
  RENDER,
  /// The index is written out for browsers.
  EXPORT,
  /// The new site takes the place of the old one.
  PUBLISH
}
