package dev.hindsight.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The colors of the theme against WCAG 2.2 AA, in light and in dark.
class ContrastTest {
  /// Which color stands on which others, and how much they must differ: 4.5 for text (criterion
  /// 1.4.3), 3 for the edges of controls and the marks of charts (1.4.11).
  private static final String PAIRINGS =
      """
      ink         4.5  paper card sunk mark accent-soft green-soft orange-soft
      ink-soft    4.5  paper card sunk accent-soft green-soft orange-soft
      accent      4.5  paper card sunk accent-soft green-soft orange-soft
      on-accent   4.5  accent
      red         4.5  paper card red-soft
      orange      4.5  paper card orange-soft
      yellow      4.5  paper card yellow-soft
      green       4.5  paper card green-soft
      control     3    paper card
      """;

  private static final Pattern PROPERTY =
      Pattern.compile(
          "--([a-z-]+):\\s*light-dark\\(\\s*oklch\\(([^)]*)\\),\\s*oklch\\(([^)]*)\\)\\s*\\)");

  /// A color in linear sRGB.
  private record Colour(double red, double green, double blue) {
    /// Björn Ottosson, "A perceptual color space for image processing", 2020,
    /// <https://bottosson.github.io/posts/oklab/>: from Oklab to linear sRGB. What a screen cannot
    /// show is cut off.
    static Colour of(String oklch) {
      double[] parts =
          Arrays.stream(oklch.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
      double light = parts[0];
      double a = parts[1] * Math.cos(Math.toRadians(parts[2]));
      double b = parts[1] * Math.sin(Math.toRadians(parts[2]));
      double l = Math.pow(light + 0.3963377774 * a + 0.2158037573 * b, 3);
      double m = Math.pow(light - 0.1055613458 * a - 0.0638541728 * b, 3);
      double s = Math.pow(light - 0.0894841775 * a - 1.2914855480 * b, 3);
      return new Colour(
          Math.clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, 0, 1),
          Math.clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, 0, 1),
          Math.clamp(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s, 0, 1));
    }

    /// The relative luminance of WCAG 2.2, which is of linear components.
    double luminance() {
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    double contrast(Colour other) {
      double one = luminance() + 0.05;
      double two = other.luminance() + 0.05;
      return Math.max(one, two) / Math.min(one, two);
    }
  }

  private static Map<String, Colour> colours(int scheme) throws IOException {
    Map<String, Colour> colours = new HashMap<>();
    Matcher matcher = PROPERTY.matcher(Files.readString(Path.of("templates/assets/site.css")));
    while (matcher.find()) {
      colours.put(matcher.group(1), Colour.of(matcher.group(scheme)));
    }
    return colours;
  }

  private static Stream<String> tooFaint(String pairing, Map<String, Colour> colours) {
    List<String> words = List.of(pairing.split("\\s+"));
    String ink = words.getFirst();
    double least = Double.parseDouble(words.get(1));
    return words.stream()
        .skip(2)
        .filter(ground -> colours.get(ink).contrast(colours.get(ground)) < least)
        .map(ground ->
            String.format(
                Locale.ROOT,
                "%s on %s is %.2f, not %.1f",
                ink,
                ground,
                colours.get(ink).contrast(colours.get(ground)),
                least));
  }

  private static void check(int scheme) throws IOException {
    Map<String, Colour> colours = colours(scheme);
    List<String> named =
        PAIRINGS
            .lines()
            .flatMap(line -> Arrays.stream(line.split("\\s+")))
            .filter(word -> !word.matches("[\\d.]+"))
            .distinct()
            .filter(name -> !colours.containsKey(name))
            .toList();
    assertEquals(List.of(), named, "colours that the stylesheet does not have");
    assertEquals(
        List.of(), PAIRINGS.lines().flatMap(pairing -> tooFaint(pairing, colours)).toList());
  }

  @Test
  void everyColorIsLegibleInTheLightScheme() throws IOException {
    check(2);
  }

  @Test
  void everyColorIsLegibleInTheDarkScheme() throws IOException {
    check(3);
  }

  @Test
  void computesContrastAsTheStandardDoes() {
    Colour white = Colour.of("1 0 0");
    assertEquals(21, white.contrast(Colour.of("0 0 0")), 0.001);
    // #ff0000 in OKLCH, which is 4.00 against white.
    assertEquals(4.0, white.contrast(Colour.of("0.62796 0.25768 29.2339")), 0.01);
    assertTrue(white.contrast(white) == 1);
  }
}
