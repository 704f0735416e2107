package dev.hindsight.cli;

import dev.hindsight.pipeline.QuotableLines;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.secret.Secrets;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// Prints problems with their positions in a format that editors and terminals recognize as links.
final class ProblemPrinter {
  private static final int WIDEST = 120;

  /// The maximum number of problems of one kind to print for one file.
  private static final int MOST_OF_A_KIND = 3;

  private static final int MOST_IN_SHORT = 20;

  private static final int MOST_KINDS = 5;

  private final PrintWriter err;
  private final Ansi ansi;
  private final Path source;
  private final Map<String, List<String>> files = new HashMap<>();

  /// @param source the folder that the paths of files are relative to
  ProblemPrinter(PrintWriter err, Ansi ansi, Path source) {
    this.err = err;
    this.ansi = ansi;
    this.source = source;
  }

  /// Prints problems, up to a maximum for each file and kind, and the number of each kind.
  void print(List<Problem> problems) {
    Map<Group, Integer> printed = new LinkedHashMap<>();
    for (Problem problem : problems) {
      if (printed.merge(Group.of(problem), 1, Integer::sum) <= MOST_OF_A_KIND) {
        print(problem);
      }
    }
    printed.forEach((group, count) -> {
      if (count > MOST_OF_A_KIND) {
        err.println(
            PrintedText.line(group.file())
                + ": "
                + (count - MOST_OF_A_KIND)
                + " more ["
                + group.code()
                + "]");
      }
    });
    count(problems);
    err.flush();
  }

  /// Prints errors like [#print(List)]. If there are many warnings, prints only the number of each
  /// kind.
  void printShort(List<Problem> problems) {
    if (problems.size() <= MOST_IN_SHORT) {
      print(problems);
      return;
    }
    problems.stream().filter(Problem::isError).forEach(this::print);
    count(problems);
    err.println("`hindsight check` shows where they are.");
    err.flush();
  }

  /// Prints one problem of each kind, errors first, and the number of each kind.
  void printKinds(List<Problem> problems) {
    problems.stream()
        .sorted(Comparator.comparing(Problem::level))
        .collect(
            Collectors.toMap(
                Problem::code, problem -> problem, (first, _) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST_KINDS)
        .forEach(this::print);
    count(problems);
    err.flush();
  }

  /// Problems that are limited in number: those of one kind in one file.
  private record Group(String file, String code) {
    static Group of(Problem problem) {
      return new Group(problem.at().file(), problem.code());
    }
  }

  private void print(Problem problem) {
    String level =
        switch (problem.level()) {
          case ERROR -> ansi.string("@|bold,red error|@");
          case WARNING -> ansi.string("@|bold,yellow warning|@");
        };
    err.println(
        PrintedText.line(problem.at() + ": ")
            + level
            + PrintedText.line(": " + problem.message())
            + " ["
            + problem.code()
            + "]");
    showLine(problem);
    problem.hint().ifPresent(hint -> err.println("    " + PrintedText.line(hint)));
  }

  /// `2 errors, 9 warnings in 3 files`, then the kinds, most common first.
  private void count(List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    long files = problems.stream().map(problem -> problem.at().file()).distinct().count();
    err.println(counts(problems) + " in " + plural(files, "file"));
    Map<String, Long> kinds =
        problems.stream()
            .collect(Collectors.groupingBy(Problem::code, TreeMap::new, Collectors.counting()));
    if (kinds.size() > 1) {
      kinds.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .forEach(kind -> err.printf(Locale.ROOT, "%6d  %s%n", kind.getValue(), kind.getKey()));
    }
  }

  /// The line with the problem and a mark under its position; empty for a whole file.
  private void showLine(Problem problem) {
    SourcePosition at = problem.at();
    List<String> lines = files.computeIfAbsent(at.file(), this::lines);
    if (at.line() > lines.size() || (at.line() == 1 && at.column() == 1)) {
      return;
    }
    String line = lines.get(at.line() - 1).replace('\t', ' ');
    int column = Math.min(at.column() - 1, line.length());
    int from = column > WIDEST / 2 ? column - WIDEST / 2 : 0;
    String shown = line.substring(from, Math.min(line.length(), from + WIDEST));
    String number = String.valueOf(at.line());
    err.println("  " + number + " | " + PrintedText.line(shown));
    err.println(
        "  "
            + " ".repeat(number.length())
            + " | "
            + " ".repeat(PrintedText.visible(line.substring(from, column)).length())
            + ansi.string("@|bold ^|@"));
  }

  /// The lines of a file with all secrets masked, even those that the problem is not about.
  private List<String> lines(String file) {
    Path below = source.resolve(file);
    // The path of a runbook folder from the command line is relative to the current folder.
    List<String> lines = QuotableLines.of(Files.exists(below) ? below : Path.of(file));
    return Secrets.dotted(String.join("\n", lines)).lines().toList();
  }

  /// `2 errors, 1 warning`
  static String counts(List<? extends Problem> problems) {
    long errors = problems.stream().filter(Problem::isError).count();
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
}
