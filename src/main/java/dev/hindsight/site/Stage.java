package dev.hindsight.site;

/// The stages of a build. Some overlap.
public enum Stage {
  /// Reads Markdown into incidents.
  READ,
  /// Links incidents, and checks them.
  LINK,
  /// Indexes incidents with Lucene.
  INDEX,
  /// Renders and writes pages, data and copies.
  RENDER,
  /// Exports the index for browsers.
  EXPORT,
  /// Replaces the old site with the new one.
  PUBLISH
}
