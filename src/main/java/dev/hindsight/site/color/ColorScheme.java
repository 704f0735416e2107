package dev.hindsight.site.color;

import java.util.List;
import java.util.stream.IntStream;

/// The colors that an accent color must contrast with. They are those of `assets/site.css`; a test
/// compares the two.
public enum ColorScheme {
  LIGHT("oklch(0.985 0.003 250)", "oklch(1 0 0)", "oklch(1 0 0)", 0.95, 0.025),
  DARK("oklch(0.185 0.012 258)", "oklch(0.222 0.014 258)", "oklch(0.18 0.03 258)", 0.3, 0.055);

  /// WCAG 2.2, 1.4.3: contrast (minimum) of text.
  public static final double ENOUGH = 4.5;

  private final String paper;
  private final String card;
  private final String onAccent;
  private final double softness;
  private final double chroma;

  ColorScheme(String paper, String card, String onAccent, double softness, double chroma) {
    this.paper = paper;
    this.card = card;
    this.onAccent = onAccent;
    this.softness = softness;
    this.chroma = chroma;
  }

  /// The background of hovered elements, in the accent's hue.
  public Color soft(Color accent) {
    Oklch own = Oklch.of(accent);
    return new Oklch(softness, Math.min(own.chroma(), chroma), own.hue()).color();
  }

  /// The color of text on the accent: the scheme's own, or that of the other scheme if it is
  /// better.
  public Color onAccent(Color accent) {
    Color own = Color.read(onAccent).orElseThrow();
    Color other = Color.read((this == LIGHT ? DARK : LIGHT).onAccent).orElseThrow();
    return own.contrast(accent) >= Math.min(ENOUGH, other.contrast(accent)) ? own : other;
  }

  /// The lowest contrast of the accent with its backgrounds.
  public double contrast(Color accent) {
    return List.of(Color.read(paper).orElseThrow(), Color.read(card).orElseThrow(), soft(accent))
        .stream()
        .mapToDouble(accent::contrast)
        .min()
        .orElseThrow();
  }

  /// The color itself if its contrast is sufficient, else the nearest of its hue that is: darker in
  /// the light scheme, lighter in the dark one.
  public Color legible(Color accent) {
    if (contrast(accent) >= ENOUGH) {
      return accent;
    }
    Oklch own = Oklch.of(accent);
    return IntStream.rangeClosed(1, 1000)
        .mapToDouble(step -> own.lightness() + (this == LIGHT ? -step : step) / 1000.0)
        .mapToObj(lightness -> own.withLightness(lightness).color())
        .filter(color -> contrast(color) >= ENOUGH)
        .findFirst()
        .orElseThrow();
  }
}
