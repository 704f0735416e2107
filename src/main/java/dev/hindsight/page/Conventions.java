package dev.hindsight.page;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Output;
import dev.hindsight.site.SiteConfig;

/// The files that other programs look for, under names and in forms that others have laid down:
///
/// | file | for |
/// |---|---|
/// | `feed.xml`, `systems/<slug>.xml` | feed readers |
/// | `objects.inv` | Sphinx and MkDocs |
final class Conventions {
  private Conventions() {}

  static void write(SiteConfig config, KnowledgeBase knowledge, Output output) {
    Feeds.write(config, knowledge, output);
    output.write("objects.inv", SphinxInventory.of(config.title(), knowledge));
  }
}
