package dev.hindsight.pipeline;

import dev.hindsight.runbook.RunbookFix;
import dev.hindsight.runbook.Runbooks;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import java.io.IOException;
import java.util.List;

/// What a check found in runbooks.
///
/// @param runbooks how many were read
/// @param references how many places in them refer to the site
/// @param problems what should be mended in them
/// @param fixes those with renamed references, as they should be
public record RunbookSummary(
    int runbooks, int references, List<Problem> problems, List<RunbookFix> fixes) {

  /// No runbook.
  static final RunbookSummary NONE = new RunbookSummary(0, 0, List.of(), List.of());

  public RunbookSummary {
    problems = List.copyOf(problems);
    fixes = List.copyOf(fixes);
  }

  /// How many references have another name now.
  public long renamed() {
    return count(Runbooks.RENAMED);
  }

  /// How many lead nowhere.
  public long dead() {
    return count(Runbooks.DEAD);
  }

  /// How many name an incident that nobody has written up.
  public long unwritten() {
    return count(Runbooks.UNWRITTEN);
  }

  private long count(ProblemKind kind) {
    return problems.stream().filter(problem -> problem.is(kind)).count();
  }

  /// What rewriting would change, as a unified diff.
  public List<String> diff() {
    return fixes.stream().flatMap(fix -> fix.diff().stream()).toList();
  }

  /// Rewrites the runbooks that have renamed references.
  ///
  /// @return how many
  /// @throws IOException when a file cannot be written; those before it are
  public int fix() throws IOException {
    for (RunbookFix fix : fixes) {
      fix.apply();
    }
    return fixes.size();
  }
}
