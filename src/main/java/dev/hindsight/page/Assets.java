package dev.hindsight.page;

import dev.hindsight.site.Output;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The theme's stylesheet, icon and scripts.
final class Assets {
  private static final List<String> COPIED =
      List.of("assets/site.css", "assets/site.js", "assets/favicon.svg");

  /// In the order in which one needs the other.
  private static final List<String> SEARCH =
      List.of(
          "assets/search/stem.js",
          "assets/search/words.js",
          "assets/search/query.js",
          "assets/search/engine.js",
          "assets/search/data.js",
          "assets/search/page.js");

  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*;\\R");
  private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=(async )?function|const)");

  private Assets() {}

  static void write(Theme theme, Output output) {
    COPIED.forEach(name -> output.write(name, theme.read(name)));
    output.write("assets/search.js", searchScript(theme));
  }

  /// The search modules as one classic script: a browser loads no module from disk. Each module's
  /// names are its own by convention; a name that stands twice is a syntax error that tests see.
  private static byte[] searchScript(Theme theme) {
    StringBuilder script = new StringBuilder("(() => {\n\"use strict\";\n");
    for (String name : SEARCH) {
      String module = new String(theme.read(name), StandardCharsets.UTF_8);
      script.append(EXPORT.matcher(IMPORT.matcher(module).replaceAll("")).replaceAll(""));
    }
    return script.append("})();\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
