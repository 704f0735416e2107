package dev.hindsight.cli;

import dev.hindsight.site.Problem;
import dev.hindsight.site.SourcePosition;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/// Prints problems, each with its place, so that an editor or a terminal can go there.
final class ProblemPrinter {
  private static final int WIDEST = 120;

  private final PrintWriter err;
  private final Ansi ansi;
  private final Path source;
  private final Map<String, List<String>> files = new HashMap<>();

  /// @param source the folder that the problems' files are below
  ProblemPrinter(PrintWriter err, Ansi ansi, Path source) {
    this.err = err;
    this.ansi = ansi;
    this.source = source;
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
      showLine(problem.at());
      problem.hint().ifPresent(hint -> err.println("    " + visible(hint)));
    }
    if (!problems.isEmpty()) {
      err.println(count(problems));
    }
    err.flush();
  }

  /// The line that it is about, with a mark under the place; nothing for a whole file.
  private void showLine(SourcePosition at) {
    List<String> lines = files.computeIfAbsent(at.file(), this::lines);
    if (at.line() > lines.size() || (at.line() == 1 && at.column() == 1)) {
      return;
    }
    String line = lines.get(at.line() - 1).replace('\t', ' ');
    int column = Math.min(at.column() - 1, line.length());
    int from = column > WIDEST / 2 ? column - WIDEST / 2 : 0;
    String shown = line.substring(from, Math.min(line.length(), from + WIDEST));
    String number = String.valueOf(at.line());
    err.println("  " + number + " | " + visible(shown));
    err.println(
        "  "
            + " ".repeat(number.length())
            + " | "
            + " ".repeat(column - from)
            + ansi.string("@|bold ^|@"));
  }

  private List<String> lines(String file) {
    try {
      return Files.readString(source.resolve(file)).lines().toList();
    } catch (IOException notText) {
      return List.of();
    }
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
