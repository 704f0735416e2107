package dev.hindsight.site.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Colors in OKLCH have the numbers of CSS Color 4, and lose chroma where sRGB has none.
class OklchTest {

  @ParameterizedTest
  @CsvSource({
    "#ffffff, 1.0000, 0.0000, 0.00",
    "#000000, 0.0000, 0.0000, 0.00",
    "#ff0000, 0.6280, 0.2577, 29.23",
    "#00ff00, 0.8664, 0.2948, 142.50",
    "#0000ff, 0.4520, 0.3132, 264.05",
    "#008000, 0.5198, 0.1769, 142.50",
    "#6d28d9, 0.4907, 0.2412, 292.58"
  })
  void areThoseOfColors(String hex, double lightness, double chroma, double hue) {
    Oklch color = Oklch.of(Color.read(hex).orElseThrow());
    assertEquals(lightness, color.lightness(), 0.0002);
    assertEquals(chroma, color.chroma(), 0.0002);
    if (chroma > 0) {
      // Gray has no hue.
      assertEquals(hue, color.hue(), 0.02);
    }
    assertEquals(hex, color.color().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 0, #636363",
    "-1, 0, 0, #000000",
    "2, 0, 0, #ffffff",
    "0.6, -1, 0, #808080",
    "1, 0.4, 29, #ffffff"
  })
  void areCutToWhatCanBeShown(double lightness, double chroma, double hue, String hex) {
    assertEquals(hex, new Oklch(lightness, chroma, hue).color().toString());
  }

  @ParameterizedTest
  @CsvSource({"29, #f00004", "142, #109b00", "264, #3a74ff"})
  void reducingChromaKeepsLightnessAndHue(double hue, String hex) {
    Color shown = new Oklch(0.6, 0.5, hue).color();
    assertEquals(0.6, Oklch.of(shown).lightness(), 0.005);
    assertEquals(hue, Oklch.of(shown).hue(), 2);
    assertEquals(hex, shown.toString());
  }

  @ParameterizedTest
  @CsvSource({"0.2", "0.9"})
  void changesOnlyLightness(double lightness) {
    assertEquals(new Oklch(lightness, 0.1, 120), new Oklch(0.5, 0.1, 120).withLightness(lightness));
  }
}
