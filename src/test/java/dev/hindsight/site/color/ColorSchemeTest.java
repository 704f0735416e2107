package dev.hindsight.site.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An accent is judged against what it stands on, and made darker or lighter until it is legible.
class ColorSchemeTest {

  @ParameterizedTest
  @CsvSource({
    "LIGHT, #6d28d9, #6d28d9",
    "LIGHT, #000000, #000000",
    "LIGHT, #c4b5fd, #7262a4",
    "LIGHT, #ffffff, #6c6c6c",
    "DARK, #ffffff, #ffffff",
    "DARK, #6d28d9, #9e7dff",
    "DARK, #000000, #959595"
  })
  void movesAnAccentNoFurtherThanItMust(ColorScheme scheme, String accent, String legible) {
    assertEquals(legible, scheme.legible(color(accent)).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, #6d28d9, #eeecfe",
    "DARK, #6d28d9, #2f2847",
    "LIGHT, #808080, #eeeeee",
    "DARK, #808080, #2e2e2e"
  })
  void softensAnAccentForABackground(ColorScheme scheme, String accent, String soft) {
    assertEquals(soft, scheme.soft(color(accent)).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, #6d28d9, #ffffff",
    "LIGHT, #c4b5fd, #09121f",
    "LIGHT, #777777, #ffffff",
    "DARK, #c4b5fd, #09121f",
    "DARK, #6d28d9, #ffffff"
  })
  void choosesTheColorOfTextOnTheAccent(ColorScheme scheme, String accent, String text) {
    assertEquals(text, scheme.onAccent(color(accent)).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, #000000, 18.1",
    "LIGHT, #ffffff, 1.0",
    "DARK, #ffffff, 13.6",
    "DARK, #000000, 1.1"
  })
  void measuresTheLeastContrast(ColorScheme scheme, String accent, double contrast) {
    assertEquals(contrast, scheme.contrast(color(accent)), 0.1);
  }

  private static Color color(String hex) {
    return Color.read(hex).orElseThrow();
  }
}
