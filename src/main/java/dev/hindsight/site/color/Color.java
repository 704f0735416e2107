package dev.hindsight.site.color;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An opaque sRGB color. It is parsed to numbers and printed from them, so that no text of a
/// configuration gets into a stylesheet.
///
/// @param red 0 to 255, like the others
public record Color(int red, int green, int blue) {
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
  private static final Pattern FUNCTION = Pattern.compile("(rgb|hsl|oklch)\\(([^()]*)\\)");
  private static final Pattern NUMBER = Pattern.compile("(-?\\d{0,9}\\.?\\d{1,9})(%|deg)?");

  /// Reads `#6d28d9`, `#62d`, `rgb(109 40 217)`, `hsl(263 70% 50%)` or `oklch(0.54 0.25 293)`, with
  /// spaces or commas. Colors outside of sRGB become less colorful.
  public static Optional<Color> read(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT);
    if (HEX.matcher(written).matches()) {
      String digits = written.length() == 4 ? written.replaceAll("[^#]", "$0$0") : written;
      int value = Integer.parseInt(digits.substring(1), 16);
      return Optional.of(new Color(value >> 16, value >> 8 & 255, value & 255));
    }
    Matcher function = FUNCTION.matcher(written);
    if (!function.matches()) {
      return Optional.empty();
    }
    List<Matcher> numbers =
        Arrays.stream(function.group(2).strip().split("\\s*,\\s*|\\s+"))
            .map(NUMBER::matcher)
            .toList();
    return numbers.size() == 3 && numbers.stream().allMatch(Matcher::matches)
        ? of(function.group(1), numbers)
        : Optional.empty();
  }

  private static Optional<Color> of(String function, List<Matcher> n) {
    return switch (function) {
      case "rgb" -> Optional.of(rgb(part(n.get(0), 255), part(n.get(1), 255), part(n.get(2), 255)));
      case "hsl" ->
          n.get(1).group(2) == null || n.get(2).group(2) == null
              ? Optional.empty()
              : Optional.of(hsl(part(n.get(0), 360), part(n.get(1), 1), part(n.get(2), 1)));
      default ->
          Optional.of(new Oklch(part(n.get(0), 1), part(n.get(1), 0.4), part(n.get(2), 360)))
              .map(Oklch::color);
    };
  }

  /// A number, or a percentage of a whole.
  private static double part(Matcher number, double whole) {
    double value = Double.parseDouble(number.group(1));
    return "%".equals(number.group(2)) ? value / 100 * whole : value;
  }

  private static Color rgb(double red, double green, double blue) {
    return new Color(step(red), step(green), step(blue));
  }

  private static int step(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  /// CSS Color 4, 7.1: converting HSL to sRGB.
  private static Color hsl(double hue, double saturation, double lightness) {
    double s = Math.clamp(saturation, 0, 1);
    double l = Math.clamp(lightness, 0, 1);
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double k = (new int[] {0, 8, 4}[i] + (hue % 360 + 360) % 360 / 30) % 12;
      rgb[i] = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    }
    return rgb(rgb[0] * 255, rgb[1] * 255, rgb[2] * 255);
  }

  /// The contrast ratio of two colors, from 1 to 21 (WCAG 2.2, "contrast ratio").
  public double contrast(Color other) {
    double a = luminance();
    double b = other.luminance();
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  static double linear(int step) {
    double value = step / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /// The color in CSS: `#6d28d9`.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
