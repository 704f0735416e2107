package dev.hindsight.cli;

import dev.hindsight.site.Problem;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// Prints problems, each with its place, so that an editor or a terminal can go there.
final class ProblemPrinter {
  private final PrintWriter err;
  private final Ansi ansi;

  ProblemPrinter(PrintWriter err, Ansi ansi) {
    this.err = err;
    this.ansi = ansi;
  }

  void print(List<Problem> problems) {
    for (Problem problem : problems) {
      String level =
          switch (problem.level()) {
            case ERROR -> ansi.string("@|bold,red error|@");
            case WARNING -> ansi.string("@|bold,yellow warning|@");
          };
      err.println(
          visible(problem.at() + ": ")
              + level
              + visible(": " + problem.message())
              + " ["
              + problem.code()
              + "]");
      problem.hint().ifPresent(hint -> err.println("    " + visible(hint)));
    }
    if (!problems.isEmpty()) {
      err.println(count(problems));
    }
    err.flush();
  }

  /// `2 errors, 1 warning`
  static String count(List<Problem> problems) {
    long errors = problems.stream().filter(p -> p.level() == Problem.Level.ERROR).count();
    long warnings = problems.size() - errors;
    String text = errors == 0 ? "" : plural(errors, "error");
    if (warnings > 0) {
      text += (text.isEmpty() ? "" : ", ") + plural(warnings, "warning");
    }
    return text;
  }

  static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /// Reports are written by others: what they say must not steer the terminal.
  private static String visible(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
