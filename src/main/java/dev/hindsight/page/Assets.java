package dev.hindsight.page;

import dev.hindsight.site.Output;
import java.util.List;

/// The theme's stylesheet, icon and scripts.
final class Assets {
  private static final List<String> FILES =
      List.of("site.css", "site.js", "search.js", "search-engine.js", "actions.js", "favicon.svg");

  private Assets() {}

  static void write(Theme theme, Output output) {
    FILES.forEach(name -> output.write("assets/" + name, theme.read("assets/" + name)));
  }

  /// A service worker has a say in the folder that it is in, and below.
  static void writeServiceWorker(Theme theme, Output output) {
    output.write("service-worker.js", theme.read("assets/service-worker.js"));
  }
}
