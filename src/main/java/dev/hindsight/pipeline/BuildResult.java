package dev.hindsight.pipeline;

import dev.hindsight.model.Gaps;
import dev.hindsight.site.problem.Problem;
import java.util.List;

/// The result of a build.
public sealed interface BuildResult {

  /// All problems, in the order of files and lines.
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

  /// The configuration or a template has errors, so there is no site.
  record Misconfigured(List<Problem> problems) implements BuildResult {
    public Misconfigured {
      problems = List.copyOf(problems);
    }
  }

  /// What was read and written.
  ///
  /// @param incidents reports that became incidents
  /// @param drafts reports that were skipped as drafts
  /// @param others Markdown files that are not reports, such as a readme
  /// @param gaps how often each detail is missing
  /// @param pages written
  /// @param files written in all
  record Summary(
      int incidents,
      int systems,
      int drafts,
      List<String> others,
      List<Gaps.Count> gaps,
      long pages,
      long files) {
    public Summary {
      others = List.copyOf(others);
      gaps = List.copyOf(gaps);
    }
  }
}
