package dev.hindsight.pipeline;

import dev.hindsight.site.problem.Problem;
import java.util.List;

/// How a build ended.
public sealed interface BuildResult {

  /// All that authors should know, in the order of files and lines.
  List<Problem> problems();

  /// A whole site was written; the problems are warnings.
  record Built(List<Problem> problems, Summary summary) implements BuildResult {
    public Built {
      problems = List.copyOf(problems);
    }
  }

  /// Reports have errors, so nothing was written.
  record Rejected(List<Problem> problems) implements BuildResult {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /// The configuration has errors, so no report was read; or templates have, so there is no site.
  record Misconfigured(List<Problem> problems) implements BuildResult {
    public Misconfigured {
      problems = List.copyOf(problems);
    }
  }

  /// What was read and written.
  ///
  /// @param incidents reports that became incidents
  /// @param drafts reports that were left out as drafts
  /// @param others Markdown files that are no reports, such as a read-me
  /// @param pages written
  /// @param files written in all
  record Summary(
      int incidents, int systems, int drafts, List<String> others, long pages, long files) {
    public Summary {
      others = List.copyOf(others);
    }
  }
}
