package dev.hindsight.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The source folder of a site.
///
/// @param folder contains `site-config.yml`, `incidents/` and, for a site with its own theme,
///   `templates/`
/// @param published the inventory of the published site, which need not exist
public record SiteSource(Path folder, Path published) {
  /// The name of the configuration.
  public static final String CONFIG = "site-config.yml";

  /// The name of the folder of reports.
  public static final String INCIDENTS = "incidents";

  /// The name of the inventory in a site.
  public static final String INVENTORY = "incidents.json";

  /// A source folder with the default output folder of `hindsight build`.
  public SiteSource(Path folder) {
    this(folder, folder.resolve("site").resolve(INVENTORY));
  }

  public Path incidents() {
    return folder.resolve(INCIDENTS);
  }

  /// The cache folder of builds.
  public Path cache() {
    return folder.resolve(".hindsight");
  }

  public Path templates() {
    return folder.resolve("templates");
  }

  /// The published inventory; empty if the file is not an inventory.
  public Optional<PublishedInventory> publishedNow() throws IOException {
    return Files.isRegularFile(published)
        ? PublishedInventory.read(bytes(published))
        : Optional.of(PublishedInventory.NOTHING);
  }

  /// The text of the configuration; empty without a file, because every key has a default.
  public String config() throws IOException {
    Path file = folder.resolve(CONFIG);
    return Files.exists(file) ? new String(bytes(file), StandardCharsets.UTF_8) : "";
  }

  /// Adds the file to the message, because the system omits it for files that are already open.
  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IOException("cannot read " + file, unreadable);
    }
  }
}
