package dev.hindsight.page.template;

import dev.hindsight.page.message.Messages;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.config.ClusterConfig;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The theme's stylesheets, icon and scripts.
public final class Assets {
  private static final List<String> SCRIPTS = List.of("search.js", "list.js", "report.js");

  /// The script that every page loads first.
  private static final String SITE = "assets/site.js";

  /// The group of messages that scripts use.
  private static final String SCRIPT_MESSAGES = "script";

  private static final String DIAGRAMS = "assets/mermaid.js";

  private static final String ENGINE = "assets/search-engine.js";

  /// In CSS, strings stay. Comments, space around punctuation and the 0 of 0.5 are removed.
  private static final Pattern NEEDLESS =
      Pattern.compile(
          "(\"[^\"]*\")|/\\*(?s:.*?)\\*/\\s*|;?\\s*(})\\s*|\\s*([{;,>])\\s*|(:)\\s+|(\\s)\\s*|(?<![\\w.])0(?=\\.\\d)");

  private Assets() {}

  public static void write(
      Theme theme, Messages messages, Optional<ClusterConfig> cluster, Output output) {
    output.write(
        SITE,
        assignment(
            "globalThis.hindsight={messages:",
            messages.below(SCRIPT_MESSAGES),
            "};",
            theme.script(SITE)));
    output.write(ENGINE, engine(theme, cluster));
    SCRIPTS.forEach(name -> output.write("assets/" + name, theme.script("assets/" + name)));
    for (String name : List.of("assets/site.css", "assets/charts.css")) {
      output.write(name, terse(theme.read(name)));
    }
    output.write("assets/favicon.svg", theme.read("assets/favicon.svg"));
    theme.ownAssets().stream()
        .filter(name -> !CustomLook.writes(name))
        .forEach(name -> output.write(name, theme.read(name)));
  }

  /// The code that queries a cluster is only added if the site uses one.
  private static byte[] engine(Theme theme, Optional<ClusterConfig> cluster) {
    byte[] engine = theme.script(ENGINE);
    if (cluster.isEmpty()) {
      return engine;
    }
    return assignment(
        "(globalThis.hindsight??={}).cluster=",
        cluster.get(),
        ";",
        theme.script("assets/search-cluster.js"),
        engine);
  }

  /// Scripts, after the data that they need.
  private static byte[] assignment(String before, Object data, String after, byte[]... scripts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(Json.compact(data));
    all.writeBytes((after + "\n").getBytes(StandardCharsets.UTF_8));
    for (byte[] script : scripts) {
      all.writeBytes(script);
    }
    return all.toByteArray();
  }

  /// The library for diagrams is large. A site has it only if some report has a diagram, and a page
  /// loads it only if it has one. The code for the worker comes before the library.
  public static void writeDiagrams(Theme theme, Output output) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(theme.script("assets/diagrams.js"));
    all.writeBytes(theme.script(DIAGRAMS));
    output.write(DIAGRAMS, all.toByteArray());
  }

  /// A service worker controls the folder that contains it, and everything below.
  public static void writeServiceWorker(Theme theme, Output output) {
    output.write("service-worker.js", theme.script("assets/service-worker.js"));
  }

  /// A stylesheet without comments and unnecessary space.
  private static byte[] terse(byte[] css) {
    return NEEDLESS
        .matcher(new String(css, StandardCharsets.UTF_8))
        .replaceAll("$1$2$3$4$5")
        .getBytes(StandardCharsets.UTF_8);
  }
}
