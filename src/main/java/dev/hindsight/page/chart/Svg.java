package dev.hindsight.page.chart;

/// Writes numbers and paths for SVG, rounded to a tenth of a pixel.
final class Svg {
  private Svg() {}

  /// Rounds to a tenth.
  static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /// Fills in a path. Numbers are rounded to a tenth and have no needless zeros.
  ///
  /// @param pattern `#` stands for the next number
  static String path(String pattern, double... numbers) {
    StringBuilder path = new StringBuilder();
    int next = 0;
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '#') {
        number(path, numbers[next++]);
      } else {
        path.append(pattern.charAt(i));
      }
    }
    return path.toString();
  }

  private static void number(StringBuilder path, double value) {
    long tenths = Math.round(value * 10);
    path.append(tenths < 0 ? "-" : "").append(Math.abs(tenths) / 10);
    if (tenths % 10 != 0) {
      path.append('.').append(Math.abs(tenths) % 10);
    }
  }

  /// A curve between two marks of a chart. It starts and ends vertically, so that it runs between
  /// the rows and not through the labels beside the marks. An arch joins marks of one row; marks of
  /// about the same day are joined on their left.
  static String curve(double x1, double y1, double x2, double y2) {
    double wide = Math.abs(x2 - x1);
    double tall = Math.abs(y2 - y1);
    if (tall >= 1 && wide < 12) {
      // Labels are on the right.
      double side = Math.max(0, Math.min(x1, x2) - Math.min(120, 10 + tall * 0.15));
      return path("M# #C# # # # # #", x1, y1, side, y1, side, y2, x2, y2);
    }
    double turn = tall < 1 ? y1 - Math.min(30, 10 + wide * 0.06) : (y1 + y2) / 2;
    double slant = tall < 1 ? (x2 - x1) / 8 : 0;
    return path("M# #C# # # # # #", x1, y1, x1 + slant, turn, x2 - slant, turn, x2, y2);
  }
}
