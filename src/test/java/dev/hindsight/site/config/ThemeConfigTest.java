package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.color.Color;
import dev.hindsight.site.color.ColorScheme;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemeConfigTest {
  private static String read(String color) {
    return Color.read(color).map(Color::toString).orElse("none");
  }

  private static ConfigReader.Outcome theme(String yaml) {
    return ConfigReader.read("site-config.yml", "theme:\n" + yaml);
  }

  private static ThemeConfig.Accent accent(String yaml) {
    return theme(yaml).config().orElseThrow().theme().accent().orElseThrow();
  }

  private static List<String> told(String yaml) {
    return theme(yaml).problems().stream()
        .map(
            problem -> problem.at() + " " + problem.message() + "; " + problem.hint().orElseThrow())
        .toList();
  }

  @Test
  void everyNotationOfAColorGivesTheSameNumbers() {
    for (String form :
        List.of(
            "#6d28d9", "#6D28D9", "rgb(109 40 217)", "rgb(109, 40, 217)", " RGB(109 40 217) ")) {
      assertEquals("#6d28d9", read(form), form);
    }
    assertEquals("#66aaff", read("#6af"));
    assertEquals("#ff0000", read("hsl(0 100% 50%)"));
    assertEquals("#336699", read("hsl(210deg, 50%, 40%)"));
    assertEquals("#ffffff", read("oklch(1 0 0)"));
    assertEquals("#000000", read("oklch(0% 0 0)"));
    // CSS Color 4 has this pair as an example.
    assertEquals("#008000", read("oklch(51.975% 0.17686 142.495)"));
  }

  @Test
  void readsOnlyPlainColors() {
    for (String form :
        List.of(
            "purple",
            "#6d28d9ff",
            "rgb(1 2 3 / 50%)",
            "rgb(1 2)",
            "rgb(var(--x) 2 3)",
            "hsl(1 2 3)",
            "#fff;}body{display:none",
            "url(https://example.com/)",
            "oklch(NaN 0 0)",
            "")) {
      assertEquals("none", read(form), form);
    }
  }

  @Test
  void computesContrastAsWcagDoes() {
    Color white = new Color(255, 255, 255);
    assertEquals(21, white.contrast(new Color(0, 0, 0)), 1e-9);
    assertEquals(4.54, white.contrast(Color.read("#767676").orElseThrow()), 0.005);
  }

  @Test
  void derivesAColorForTheDarkScheme() {
    ThemeConfig.Accent accent = accent("  accent: '#6d28d9'\n");
    assertEquals("#6d28d9", accent.light().toString());
    assertTrue(ColorScheme.DARK.contrast(accent.dark()) >= ColorScheme.ENOUGH, accent.toString());
    assertEquals(accent, accent("  accent: {light: '#6d28d9'}\n"));
    assertEquals(List.of(), told("  accent: '#6d28d9'\n"));
  }

  @Test
  void derivesALegibleColorForEveryHue() {
    for (int hue = 0; hue < 360; hue += 15) {
      Color color = Color.read("oklch(0.6 0.2 " + hue + ")").orElseThrow();
      for (ColorScheme scheme : ColorScheme.values()) {
        Color legible = scheme.legible(color);
        assertTrue(scheme.contrast(legible) >= ColorScheme.ENOUGH, hue + " " + scheme);
        assertTrue(
            legible.contrast(scheme.onAccent(legible)) >= ColorScheme.ENOUGH, hue + " " + scheme);
      }
    }
  }

  @Test
  void warnsAboutAnIllegibleColor() {
    assertEquals(
        List.of(
            "site-config.yml:2:11 theme.accent: #c4b5fd has a contrast of only 1.59:1 in the light"
                + " scheme; text needs 4.5:1; #7262a4 is the nearest that passes, with a lightness"
                + " of 0.540 instead of 0.811 (OKLCH)"),
        told("  accent: '#c4b5fd'\n"));
    assertEquals(
        Problem.Level.WARNING, theme("  accent: '#c4b5fd'\n").problems().getFirst().level());
  }

  @Test
  void aWrongColorIsReportedWithPositionAndFix() {
    assertEquals(
        List.of(
            "site-config.yml:2:11 theme.accent: cannot read 'purple'; use an opaque color such as"
                + " '#6d28d9', rgb(109 40 217), hsl(263 70% 50%) or oklch(0.54 0.25 293)"),
        told("  accent: purple\n"));
    assertTrue(told("  accent: #6d28d9\n").getFirst().contains("quote a color"));
    assertTrue(told("  acent: red\n").getFirst().contains("did you mean 'accent'?"));
    assertTrue(told("  logo: ../logo.svg\n").getFirst().contains("invalid path"));
    assertTrue(told("  logo: logo.exe\n").getFirst().contains("ends with .svg, .png"));
  }

  @Test
  void noThemeIsTheDefaultLook() {
    assertEquals(
        Optional.of(ThemeConfig.NONE), ConfigReader.read("x", "").config().map(SiteConfig::theme));
    assertEquals(Optional.of(ThemeConfig.NONE), theme("").config().map(SiteConfig::theme));
  }

  @Test
  void usesTheSchemesOfTheStylesheet() throws IOException {
    String css = Files.readString(Path.of("templates/assets/site.css"));
    for (String property :
        List.of(
            "--paper: light-dark(oklch(0.985 0.003 250), oklch(0.185 0.012 258))",
            "--card: light-dark(oklch(1 0 0), oklch(0.222 0.014 258))",
            "--accent-soft: light-dark(oklch(0.95 0.025 255), oklch(0.3 0.055 258))",
            "--on-accent: light-dark(oklch(1 0 0), oklch(0.18 0.03 258))")) {
      assertTrue(css.contains(property), property);
    }
  }
}
