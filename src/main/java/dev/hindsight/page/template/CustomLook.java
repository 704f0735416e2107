package dev.hindsight.page.template;

import dev.hindsight.site.Output;
import dev.hindsight.site.color.Color;
import dev.hindsight.site.color.ColorScheme;
import dev.hindsight.site.config.ThemeConfig;
import java.nio.charset.StandardCharsets;

/// Applies the configuration's `theme` to the default look: a stylesheet after the theme's, and
/// images.
public final class CustomLook {
  static final String STYLESHEET = "assets/theme.css";

  private CustomLook() {}

  /// Whether a file with this name can be written by this class.
  static boolean writes(String name) {
    return name.equals(STYLESHEET) || name.matches("(?i)assets/(logo|icon)\\.[^/]*");
  }

  public static void write(ThemeConfig config, Theme theme, Output output) {
    if (config.isStyled()) {
      output.write(STYLESHEET, css(config).getBytes(StandardCharsets.UTF_8));
    }
    config.logo().ifPresent(file -> output.write(config.logoPath(), theme.beside(file.file())));
    config.favicon().ifPresent(file -> output.write(config.iconPath(), theme.beside(file.file())));
  }

  private static String css(ThemeConfig config) {
    StringBuilder css = new StringBuilder();
    config
        .accent()
        .ifPresent(accent ->
            css.append(":root{")
                .append(property("accent", accent.light(), accent.dark()))
                .append(
                    property(
                        "accent-soft",
                        ColorScheme.LIGHT.soft(accent.light()),
                        ColorScheme.DARK.soft(accent.dark())))
                .append(
                    property(
                        "on-accent",
                        ColorScheme.LIGHT.onAccent(accent.light()),
                        ColorScheme.DARK.onAccent(accent.dark())))
                .append("}\n"));
    if (config.logo().isPresent()) {
      css.append(".logo{flex:none;height:1.75rem;width:auto;max-width:8rem;border-radius:0}\n");
    }
    return css.toString();
  }

  private static String property(String name, Color light, Color dark) {
    return "--" + name + ":light-dark(" + light + "," + dark + ");";
  }
}
