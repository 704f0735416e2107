package dev.hindsight.site.config;

import dev.hindsight.model.TextPosition;
import dev.hindsight.site.color.Color;
import dev.hindsight.site.color.ColorScheme;
import dev.hindsight.site.color.Oklch;
import dev.hindsight.site.problem.ProblemKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the key `theme`.
final class ThemeReader {
  static final ProblemKind LOW_CONTRAST =
      ProblemKind.warning(
          "low-contrast",
          ProblemKind.Topic.CONFIGURATION,
          """
          A color in `theme` with a contrast below 4.5:1 against its background (WCAG 2.2, 1.4.3). The message gives the nearest
          lightness that passes.
          """);

  private static final String FORMS =
      "use an opaque color such as '#6d28d9', rgb(109 40 217), hsl(263 70% 50%)"
          + " or oklch(0.54 0.25 293)";

  private final ConfigValues values;

  ThemeReader(ConfigValues values) {
    this.values = values;
  }

  ThemeConfig read(YamlValue value) {
    YamlValue.Entries theme = values.entries(value, "theme", List.of("accent", "logo", "favicon"));
    return new ThemeConfig(
        theme.get("accent").flatMap(this::accent),
        theme
            .get("logo")
            .flatMap(file -> file(file, "logo", List.of("svg", "png", "webp", "jpg", "jpeg"))),
        theme.get("favicon").flatMap(file -> file(file, "favicon", List.of("svg", "png", "ico"))));
  }

  /// One color for both schemes, or one for each. A missing color is derived from the other.
  private Optional<ThemeConfig.Accent> accent(YamlValue value) {
    if (!(value instanceof YamlValue.Entries)) {
      Optional<Color> one = color(value, "theme.accent");
      one.ifPresent(color -> warnIfIllegible(value, "theme.accent", ColorScheme.LIGHT, color));
      return one.map(color -> new ThemeConfig.Accent(color, ColorScheme.DARK.legible(color)));
    }
    YamlValue.Entries both = values.entries(value, "theme.accent", List.of("light", "dark"));
    Optional<Color> light = color(both, "light", ColorScheme.LIGHT);
    Optional<Color> dark = color(both, "dark", ColorScheme.DARK);
    return light
        .or(() -> dark.map(ColorScheme.LIGHT::legible))
        .map(color ->
            new ThemeConfig.Accent(color, dark.orElseGet(() -> ColorScheme.DARK.legible(color))));
  }

  private Optional<Color> color(YamlValue.Entries both, String key, ColorScheme scheme) {
    return both.get(key)
        .flatMap(value -> {
          Optional<Color> color = color(value, "theme.accent." + key);
          color.ifPresent(found -> warnIfIllegible(value, "theme.accent." + key, scheme, found));
          return color;
        });
  }

  private Optional<Color> color(YamlValue value, String key) {
    String text = value.asText();
    Optional<Color> color = Color.read(text);
    if (text.isBlank()) {
      values.bad(
          value,
          key + ": missing color",
          "quote a color that begins with #, such as '#6d28d9': YAML reads the rest of the line as"
              + " a comment");
    } else if (color.isEmpty()) {
      values.bad(value, key + ": cannot read '" + text + "'", FORMS);
    }
    return color;
  }

  private void warnIfIllegible(YamlValue value, String key, ColorScheme scheme, Color color) {
    if (scheme.contrast(color) < ColorScheme.ENOUGH) {
      values.warn(
          LOW_CONTRAST.at(
              values.at(value.line(), value.column()),
              String.format(
                  Locale.ROOT,
                  "%s: %s has a contrast of only %.2f:1 in the %s scheme; text needs %.1f:1",
                  key,
                  color,
                  // Round down, so that 4.499 does not look sufficient.
                  Math.floor(scheme.contrast(color) * 100) / 100,
                  scheme.name().toLowerCase(Locale.ROOT),
                  ColorScheme.ENOUGH),
              legible(color, scheme.legible(color))));
    }
  }

  private static String legible(Color color, Color legible) {
    return String.format(
        Locale.ROOT,
        "%s is the nearest that passes, with a lightness of %.3f instead of %.3f (OKLCH)",
        legible,
        Oklch.of(legible).lightness(),
        Oklch.of(color).lightness());
  }

  private Optional<ThemeConfig.OwnFile> file(YamlValue value, String key, List<String> endings) {
    String path = values.text(value, "theme." + key);
    var file =
        new ThemeConfig.OwnFile(
            "theme." + key, path, new TextPosition(value.line(), value.column()));
    if (path.isBlank()) {
      return Optional.empty();
    }
    if (path.startsWith("/") || path.matches("(?s).*([\\\\:\\x00]|(^|/)\\.\\.(/|$)).*")) {
      values.bad(
          value,
          file.key() + ": invalid path '" + path + "'",
          "use a path relative to this file, such as images/" + key + ".svg");
    } else if (!path.contains(".") || !endings.contains(file.ending())) {
      values.bad(
          value,
          file.key() + ": unsupported image type '" + path + "'",
          "use a file that ends with ." + String.join(", .", endings));
    }
    return Optional.of(file);
  }
}
