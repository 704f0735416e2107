package dev.hindsight.site.color;

/// A color as people perceive it: Oklab in polar form (Björn Ottosson, 2020; CSS Color 4, 9).
///
/// @param lightness from 0, black, to 1, white
/// @param chroma its colorfulness, from 0
/// @param hue in degrees
public record Oklch(double lightness, double chroma, double hue) {

  public static Oklch of(Color color) {
    double r = Color.linear(color.red());
    double g = Color.linear(color.green());
    double b = Color.linear(color.blue());
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    double x = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double y = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    return new Oklch(lightness, Math.hypot(x, y), (Math.toDegrees(Math.atan2(y, x)) + 360) % 360);
  }

  Oklch withLightness(double lightness) {
    return new Oklch(lightness, chroma, hue);
  }

  /// The most colorful sRGB color with this lightness and hue, up to this chroma.
  Color color() {
    double l = Math.clamp(lightness, 0, 1);
    double c = Math.clamp(chroma, 0, 0.5);
    while (c > 0 && !isShown(linear(l, c))) {
      c -= 0.002;
    }
    double[] rgb = linear(l, Math.max(c, 0));
    return new Color(step(rgb[0]), step(rgb[1]), step(rgb[2]));
  }

  private double[] linear(double lightness, double chroma) {
    double x = chroma * Math.cos(Math.toRadians(hue));
    double y = chroma * Math.sin(Math.toRadians(hue));
    double l = Math.pow(lightness + 0.3963377774 * x + 0.2158037573 * y, 3);
    double m = Math.pow(lightness - 0.1055613458 * x - 0.0638541728 * y, 3);
    double s = Math.pow(lightness - 0.0894841775 * x - 1.2914855480 * y, 3);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static boolean isShown(double[] rgb) {
    for (double part : rgb) {
      if (part < -0.0005 || part > 1.0005) {
        return false;
      }
    }
    return true;
  }

  private static int step(double linear) {
    double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return Math.clamp(Math.round(value * 255), 0, 255);
  }
}
