package dev.hindsight.site.config;

import dev.hindsight.model.TextPosition;
import dev.hindsight.site.color.Color;
import dev.hindsight.site.color.ColorScheme;
import dev.hindsight.site.problem.Problem;
import java.util.List;
import java.util.Optional;

/// Reads the key `theme`.
final class ThemeReader {
  private static final String FORMS =
      "write a colour without transparency, such as '#6d28d9', rgb(109 40 217), hsl(263 70% 50%)"
          + " or oklch(0.54 0.25 293)";

  private final ConfigReader reader;

  ThemeReader(ConfigReader reader) {
    this.reader = reader;
  }

  ThemeConfig read(YamlValue value) {
    YamlValue.Entries theme = reader.entries(value, "theme", List.of("accent", "logo", "favicon"));
    return new ThemeConfig(
        theme.get("accent").flatMap(this::accent),
        theme
            .get("logo")
            .flatMap(file -> file(file, "logo", List.of("svg", "png", "webp", "jpg", "jpeg"))),
        theme.get("favicon").flatMap(file -> file(file, "favicon", List.of("svg", "png", "ico"))));
  }

  /// One colour for both schemes, or one each; that which is not given is made of the other.
  private Optional<ThemeConfig.Accent> accent(YamlValue value) {
    if (!(value instanceof YamlValue.Entries)) {
      Optional<Color> one = color(value, "theme.accent");
      one.ifPresent(color -> judge(value, "theme.accent", ColorScheme.LIGHT, color));
      return one.map(color -> new ThemeConfig.Accent(color, ColorScheme.DARK.legible(color)));
    }
    YamlValue.Entries both = reader.entries(value, "theme.accent", List.of("light", "dark"));
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
          color.ifPresent(found -> judge(value, "theme.accent." + key, scheme, found));
          return color;
        });
  }

  private Optional<Color> color(YamlValue value, String key) {
    String text = value.asText();
    Optional<Color> color = Color.read(text);
    if (text.isBlank()) {
      reader.bad(
          value.line(),
          value.column(),
          key + ": there is no colour",
          "put a colour that begins with # in quotes, such as '#6d28d9': YAML takes the rest of the"
              + " line for a comment");
    } else if (color.isEmpty()) {
      reader.bad(value.line(), value.column(), key + ": cannot read '" + text + "'", FORMS);
    }
    return color;
  }

  private void judge(YamlValue value, String key, ColorScheme scheme, Color color) {
    if (scheme.contrast(color) < ColorScheme.ENOUGH) {
      reader.doubt(
          new Problem.LowContrast(
              reader.at(value.line(), value.column()), key, scheme, color, scheme.legible(color)));
    }
  }

  private Optional<ThemeConfig.OwnFile> file(YamlValue value, String key, List<String> endings) {
    String path = reader.text(value, "theme." + key);
    var file =
        new ThemeConfig.OwnFile(
            "theme." + key, path, new TextPosition(value.line(), value.column()));
    if (path.isBlank()) {
      return Optional.empty();
    }
    if (path.startsWith("/") || path.matches("(?s).*([\\\\:\\x00]|(^|/)\\.\\.(/|$)).*")) {
      reader.bad(
          value.line(),
          value.column(),
          file.key() + ": '" + path + "' is no path of a file beside this one",
          "write its path as seen from this file, such as images/" + key + ".svg");
    } else if (!path.contains(".") || !endings.contains(file.ending())) {
      reader.bad(
          value.line(),
          value.column(),
          file.key() + ": '" + path + "' is no image that can stand there",
          "its name must end with ." + String.join(", .", endings));
    }
    return Optional.of(file);
  }
}
