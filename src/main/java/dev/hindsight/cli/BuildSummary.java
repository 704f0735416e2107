package dev.hindsight.cli;

import dev.hindsight.pipeline.BuildResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Describes what a build read and wrote.
final class BuildSummary {
  private static final int NAMED = 5;

  private BuildSummary() {}

  /// The reports that were read, the files without a page, and the gaps.
  static List<String> lines(BuildResult.Summary summary) {
    return Stream.concat(Stream.of("Read " + read(summary) + "."), remarks(summary).stream())
        .toList();
  }

  /// The result of a build in one line.
  ///
  /// @param seconds the time it took
  /// @param page the first page of the site
  static String built(BuildResult.Built built, double seconds, Path page) {
    BuildResult.Summary summary = built.summary();
    return String.format(
        Locale.ROOT,
        "Built %s in %.1f s: %s in %s, %s. Open %s",
        read(summary),
        seconds,
        ProblemPrinter.plural(summary.pages(), "page"),
        ProblemPrinter.plural(summary.files(), "file"),
        problems(built),
        page);
  }

  /// The same for a site without changes.
  static String unchanged(BuildResult.Built built, double seconds, Path page) {
    return String.format(
        Locale.ROOT,
        "No changes in %s (%.1f s): %s, %s. Open %s",
        read(built.summary()),
        seconds,
        ProblemPrinter.plural(built.summary().pages(), "page"),
        problems(built),
        page);
  }

  private static String read(BuildResult.Summary summary) {
    return ProblemPrinter.plural(summary.incidents(), "report")
        + " on "
        + ProblemPrinter.plural(summary.systems(), "system");
  }

  private static String problems(BuildResult.Built built) {
    return built.problems().isEmpty() ? "no problems" : ProblemPrinter.counts(built.problems());
  }

  /// The files without a page, and what the reports do not state.
  static List<String> remarks(BuildResult.Summary summary) {
    List<String> lines = new ArrayList<>();
    if (summary.drafts() > 0) {
      lines.add(
          "Skipped "
              + ProblemPrinter.plural(summary.drafts(), "draft")
              + " (include them with --drafts).");
    }
    List<String> others = summary.others();
    if (!others.isEmpty()) {
      lines.add(
          "Not read as reports: "
              + String.join(", ", others.stream().limit(NAMED).toList())
              + (others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "")
              + ".");
    }
    GapText.summary(summary.gaps())
        .map(gaps -> gaps + " `hindsight check --gaps` lists them.")
        .ifPresent(lines::add);
    return lines;
  }
}
