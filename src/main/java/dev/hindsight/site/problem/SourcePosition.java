package dev.hindsight.site.problem;

import dev.hindsight.model.TextPosition;
import java.util.Comparator;

/// A position in a file that a person wrote.
///
/// @param file the path below the source folder, with `/`
/// @param line counted from 1
/// @param column in characters, counted from 1
public record SourcePosition(String file, int line, int column)
    implements Comparable<SourcePosition> {

  private static final Comparator<SourcePosition> ORDER =
      Comparator.comparing(SourcePosition::file)
          .thenComparingInt(SourcePosition::line)
          .thenComparingInt(SourcePosition::column);

  /// A position in a report.
  public static SourcePosition of(String file, TextPosition place) {
    return new SourcePosition(file, place.line(), place.column());
  }

  /// The start of a file.
  public static SourcePosition start(String file) {
    return new SourcePosition(file, 1, 1);
  }

  @Override
  public int compareTo(SourcePosition other) {
    return ORDER.compare(this, other);
  }

  /// `file:line:column`, which editors and terminals turn into a link.
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
