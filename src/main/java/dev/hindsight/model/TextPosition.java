package dev.hindsight.model;

/// A position in a report.
///
/// @param line counted from 1
/// @param column in characters, counted from 1
public record TextPosition(int line, int column) {

  /// The beginning of the report.
  public static final TextPosition START = new TextPosition(1, 1);
}
