package dev.hindsight.pipeline;

import dev.hindsight.runbook.RunbookFix;
import dev.hindsight.runbook.Runbooks;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import java.io.IOException;
import java.util.List;

/// The result of checking runbooks.
///
/// @param runbooks how many were read
/// @param references the number of references to the site
/// @param problems the problems in them
/// @param fixes the fixed text of runbooks with renamed references
public record RunbookSummary(
    int runbooks, int references, List<Problem> problems, List<RunbookFix> fixes) {

  /// No runbook.
  static final RunbookSummary NONE = new RunbookSummary(0, 0, List.of(), List.of());

  public RunbookSummary {
    problems = List.copyOf(problems);
    fixes = List.copyOf(fixes);
  }

  /// The number of renamed references.
  public long renamed() {
    return count(Runbooks.RENAMED);
  }

  /// The number of dead references.
  public long dead() {
    return count(Runbooks.DEAD);
  }

  /// The number of references to incidents without a report.
  public long unwritten() {
    return count(Runbooks.UNWRITTEN);
  }

  private long count(ProblemKind kind) {
    return problems.stream().filter(problem -> problem.is(kind)).count();
  }

  /// The changes that a fix would make, as a unified diff.
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
