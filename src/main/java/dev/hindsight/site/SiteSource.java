package dev.hindsight.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder that a site is made from.
///
/// @param folder holds `site-config.yml`, `incidents/` and, for a site with a look of its own,
///   `templates/`
/// @param published the inventory of the site that is published now, which need not exist
public record SiteSource(Path folder, Path published) {
  /// The name of the configuration.
  public static final String CONFIG = "site-config.yml";

  /// The name of the folder of reports.
  public static final String INCIDENTS = "incidents";

  /// The name of the inventory in a site.
  public static final String INVENTORY = "incidents.json";

  /// A site that was published, if at all, where `hindsight build` does by itself.
  public SiteSource(Path folder) {
    this(folder, folder.resolve("site").resolve(INVENTORY));
  }

  public Path incidents() {
    return folder.resolve(INCIDENTS);
  }

  /// What builds keep for the next build.
  public Path cache() {
    return folder.resolve(".hindsight");
  }

  public Path templates() {
    return folder.resolve("templates");
  }

  /// What is published now; empty where the file is no inventory.
  public Optional<PublishedInventory> publishedNow() throws IOException {
    return Files.isRegularFile(published)
        ? PublishedInventory.read(bytes(published))
        : Optional.of(PublishedInventory.NOTHING);
  }

  /// The text of the configuration; empty where there is none, as every key has a default.
  public String config() throws IOException {
    Path file = folder.resolve(CONFIG);
    return Files.exists(file) ? new String(bytes(file), StandardCharsets.UTF_8) : "";
  }

  /// Names the file, which the system does not where a file fails that is open already.
  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IOException("cannot read " + file, unreadable);
    }
  }
}
