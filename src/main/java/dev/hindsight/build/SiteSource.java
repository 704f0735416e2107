package dev.hindsight.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that a site is made from.
///
/// @param folder holds `site-config.yml`, `incidents/` and, for a site with a look of its own,
///   `templates/`
public record SiteSource(Path folder) {
  /// The name of the configuration.
  public static final String CONFIG = "site-config.yml";

  /// The name of the folder of reports.
  public static final String INCIDENTS = "incidents";

  Path incidents() {
    return folder.resolve(INCIDENTS);
  }

  Path templates() {
    return folder.resolve("templates");
  }

  /// The text of the configuration; empty where there is none, as every key has a default.
  String config() throws IOException {
    Path file = folder.resolve(CONFIG);
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }
}
