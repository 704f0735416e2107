package dev.hindsight.page;

import dev.hindsight.site.Output;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The theme's stylesheet, icon and scripts.
final class Assets {
  private static final List<String> COPIED =
      List.of("assets/site.css", "assets/site.js", "assets/actions.js", "assets/favicon.svg");

  /// The scripts that are joined from modules, in the order in which one needs the other.
  private static final Map<String, List<String>> JOINED =
      Map.of(
          "assets/search.js",
          List.of("page.js"),
          "assets/search-engine.js",
          List.of(
              "stem.js",
              "words.js",
              "query.js",
              "index.js",
              "plan.js",
              "engine.js",
              "excerpt.js",
              "data.js",
              "searcher.js"));

  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*;\\R");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?=(async )?function|const|class)");

  /// Comments that have lines of their own, and the space before each line: what only authors need.
  private static final Pattern MARGIN =
      Pattern.compile("(?m)^\\s*/\\*\\*(?s:.*?)\\*/\\R|^\\s*//.*\\R|^\\s+");

  private Assets() {}

  static void write(Theme theme, Output output) {
    COPIED.forEach(name -> output.write(name, theme.read(name)));
    JOINED.forEach((name, modules) -> output.write(name, joined(theme, modules)));
  }

  /// A service worker has a say in the folder that it is in, and below.
  static void writeServiceWorker(Theme theme, Output output) {
    output.write("service-worker.js", theme.read("assets/service-worker.js"));
  }

  /// Modules as one classic script: a browser loads no module from disk. Each module's names are
  /// its own by convention; a name that stands twice is a syntax error that tests see.
  private static byte[] joined(Theme theme, List<String> modules) {
    StringBuilder script = new StringBuilder("(() => {\n\"use strict\";\n");
    for (String name : modules) {
      String module = new String(theme.read("assets/search/" + name), StandardCharsets.UTF_8);
      String bare = MARGIN.matcher(IMPORT.matcher(module).replaceAll("")).replaceAll("");
      script.append(EXPORT.matcher(bare).replaceAll(""));
    }
    return script.append("})();\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
