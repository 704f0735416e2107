package dev.hindsight.site.config;

import dev.hindsight.model.TextPosition;
import dev.hindsight.site.color.Color;
import java.util.Locale;
import java.util.Optional;

/// The configured look of a site.
///
/// @param accent the color of links and buttons
/// @param logo replaces the built-in one
/// @param favicon replaces the built-in one
public record ThemeConfig(
    Optional<Accent> accent, Optional<OwnFile> logo, Optional<OwnFile> favicon) {
  /// The default look.
  public static final ThemeConfig NONE =
      new ThemeConfig(Optional.empty(), Optional.empty(), Optional.empty());

  /// A color for each scheme.
  public record Accent(Color light, Color dark) {}

  /// A file of the site.
  ///
  /// @param key in the configuration
  /// @param file its path, relative to the folder of the configuration
  /// @param place the position of its name in the configuration
  public record OwnFile(String key, String file, TextPosition place) {
    /// The extension, in lower case.
    public String ending() {
      return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
  }

  /// Whether pages need an additional stylesheet.
  public boolean isStyled() {
    return accent.isPresent() || logo.isPresent();
  }

  /// The path of the logo in the site, or null.
  public String logoPath() {
    return logo.map(file -> "assets/logo." + file.ending()).orElse(null);
  }

  /// The path of the favicon in the site.
  public String iconPath() {
    return favicon.map(file -> "assets/icon." + file.ending()).orElse("assets/favicon.svg");
  }

  /// The media type of the favicon.
  public String iconType() {
    return switch (favicon.map(OwnFile::ending).orElse("svg")) {
      case "svg" -> "image/svg+xml";
      case "ico" -> "image/x-icon";
      case "jpg" -> "image/jpeg";
      case String ending -> "image/" + ending;
    };
  }
}
