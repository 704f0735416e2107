package dev.hindsight.cli;

import dev.hindsight.build.BuildResult;
import java.util.ArrayList;
import java.util.List;

/// What a build read, in words.
final class Summary {
  private static final int NAMED = 5;

  private Summary() {}

  static List<String> lines(BuildResult.Summary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Read "
            + ProblemPrinter.plural(summary.incidents(), "report")
            + " on "
            + ProblemPrinter.plural(summary.systems(), "system")
            + ".");
    if (summary.drafts() > 0) {
      lines.add(
          "Left out "
              + ProblemPrinter.plural(summary.drafts(), "draft")
              + " (--drafts takes them in).");
    }
    List<String> others = summary.others();
    if (!others.isEmpty()) {
      lines.add(
          "No reports: "
              + String.join(", ", others.stream().limit(NAMED).toList())
              + (others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "")
              + ".");
    }
    return lines;
  }
}
