package dev.hindsight.page.chart;

import dev.hindsight.model.IncidentId;
import java.util.Optional;

/// One incident in a chart.
///
/// @param words its name in a tooltip and for screen readers
/// @param rank of its severity; 0 without one
/// @param isSmall whether its mark is small and close to others
/// @param x the center of its mark
/// @param mark the path of its mark
/// @param label its ID, if there is space for it
record IncidentMark(
    IncidentId id,
    String words,
    int rank,
    boolean isWritten,
    boolean isSmall,
    double x,
    double y,
    String mark,
    Optional<Label> label) {

  /// The largest distance from the center of a mark to its edge.
  static final double REACH = 7.5;

  /// From the center of a mark to its label.
  static final double TO_LABEL = REACH + 4;

  /// Text beside a mark.
  ///
  /// @param isBefore whether it ends at `x` instead of starting there
  record Label(String text, double x, double y, boolean isBefore) {}

  /// The mark of a severity. Each severity has its own shape and size besides its color.
  ///
  /// @param rank 0 without a severity
  static String mark(int rank, double x, double y) {
    return mark(rank, x, y, 1);
  }

  /// @param size 1 for a mark of the usual size
  static String mark(int rank, double x, double y, double size) {
    double reach = REACH * size;
    double side = 11 * size;
    return switch (rank) {
      case 1 ->
          Svg.path("M# #l# # -# # -# -#z", x, y - reach, reach, reach, reach, reach, reach, reach);
      case 2 -> Svg.path("M# #h#v#h#z", x - side / 2, y - side / 2, side, side, -side);
      case 3 -> circle(5 * size, x, y);
      default -> circle(4 * size, x, y);
    };
  }

  /// A round mark.
  static String circle(double radius, double x, double y) {
    return Svg.path(
        "M# #a# # 0 1 0 # 0a# # 0 1 0 -# 0z",
        x - radius,
        y,
        radius,
        radius,
        2 * radius,
        radius,
        radius,
        2 * radius);
  }
}
