package dev.hindsight.runbook;

import dev.hindsight.site.problem.SourcePosition;
import java.util.Arrays;

/// Lines and columns of a text.
final class LineIndex {
  private final String file;
  private final int[] lines;

  LineIndex(String file, String text) {
    this.file = file;
    int[] starts = new int[16];
    int size = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
      }
      starts[size++] = i + 1;
    }
    this.lines = Arrays.copyOf(starts, size);
  }

  SourcePosition at(int offset) {
    int found = Arrays.binarySearch(lines, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(file, line + 1, offset - lines[line] + 1);
  }
}
