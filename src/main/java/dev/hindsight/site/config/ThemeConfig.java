package dev.hindsight.site.config;

import dev.hindsight.model.TextPosition;
import dev.hindsight.site.color.Color;
import java.util.Locale;
import java.util.Optional;

/// What a site says of its look.
///
/// @param accent the color of links and buttons
/// @param logo in the place of the built-in mark
/// @param favicon in the place of the built-in one
public record ThemeConfig(
    Optional<Accent> accent, Optional<OwnFile> logo, Optional<OwnFile> favicon) {
  /// The default look.
  public static final ThemeConfig NONE =
      new ThemeConfig(Optional.empty(), Optional.empty(), Optional.empty());

  /// A color for each scheme.
  public record Accent(Color light, Color dark) {}

  /// A file that the site's owner gives.
  ///
  /// @param key of the configuration
  /// @param file its path, as seen from the folder of the configuration
  /// @param place where the configuration names it
  public record OwnFile(String key, String file, TextPosition place) {
    /// What follows the last dot, in lower case.
    public String ending() {
      return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
  }

  /// Whether pages need a stylesheet of the site's own.
  public boolean isStyled() {
    return accent.isPresent() || logo.isPresent();
  }

  /// Where the logo is in the site, or null.
  public String logoPath() {
    return logo.map(file -> "assets/logo." + file.ending()).orElse(null);
  }

  /// Where the favicon is in the site.
  public String iconPath() {
    return favicon.map(file -> "assets/icon." + file.ending()).orElse("assets/favicon.svg");
  }

  /// What browsers call a favicon of this kind.
  public String iconType() {
    return switch (favicon.map(OwnFile::ending).orElse("svg")) {
      case "svg" -> "image/svg+xml";
      case "ico" -> "image/x-icon";
      case "jpg" -> "image/jpeg";
      case String ending -> "image/" + ending;
    };
  }
}
