package dev.hindsight.model;

/// Where something stands in its report.
///
/// @param line counted from 1
/// @param column in characters, counted from 1
public record Place(int line, int column) {

  /// The beginning of the report.
  public static final Place START = new Place(1, 1);
}
