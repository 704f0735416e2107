package dev.hindsight.pipeline;

import dev.hindsight.model.Attachment;
import dev.hindsight.model.Incident;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds files that may be reports in a format that Hindsight does not read, and folders from which
/// nothing could be read.
final class UnreadFiles {
  static final ProblemKind UNREAD_FILES =
      ProblemKind.warning(
          "unread-files",
          ProblemKind.Topic.FILES,
          """
          Files that may be reports, but are not Markdown: HTML, AsciiDoc, reStructuredText, Org, Word, text or JSON. Convert
          them, link to them from a report, or move them to a folder whose name begins with `_`. One warning names the first
          files.
          """);

  static final ProblemKind NO_REPORTS =
      ProblemKind.error(
          "no-reports",
          ProblemKind.Topic.FILES,
          """
          A folder with files, from which no report could be read: all are empty or in other formats. A folder without any
          reports yet is not an error.
          """);

  private static final Set<String> FORMATS =
      Set.of("html", "htm", "adoc", "asciidoc", "rst", "org", "docx", "txt", "json");

  private static final int NAMED = 3;

  private UnreadFiles() {}

  /// @param reports the result for each report of the folder
  static List<Problem> check(ReportFolder folder, List<ReportResult> reports) {
    Set<String> linked =
        reports.stream()
            .flatMap(report -> report.incident().stream())
            .map(Incident::attachments)
            .flatMap(List::stream)
            .map(Attachment::source)
            .collect(Collectors.toSet());
    List<String> unread =
        folder.files().stream()
            .filter(file -> FORMATS.contains(format(file)) && !linked.contains(file))
            .sorted()
            .toList();
    List<Problem> problems = new ArrayList<>();
    if (!unread.isEmpty()) {
      problems.add(unread(folder, unread));
    }
    boolean isNothingRead =
        reports.stream()
            .noneMatch(report ->
                report.incident().isPresent()
                    || report.draft()
                    || report.problems().stream().anyMatch(Problem::isError));
    if (isNothingRead && !(reports.isEmpty() && unread.isEmpty())) {
      problems.add(
          NO_REPORTS.at(
              SourcePosition.start(folder.name()),
              "none of "
                  + (reports.size() + unread.size() == 1
                      ? "1 file"
                      : reports.size() + unread.size() + " files")
                  + " could be read as a report",
              "write reports in Markdown: `hindsight new TITLE` creates one"));
    }
    return problems;
  }

  private static Problem unread(ReportFolder folder, List<String> files) {
    Map<String, Long> formats =
        files.stream()
            .collect(
                Collectors.groupingBy(UnreadFiles::format, TreeMap::new, Collectors.counting()));
    String counts =
        formats.entrySet().stream()
            .map(format -> format.getValue() + " ." + format.getKey())
            .collect(Collectors.joining(", "));
    String names = files.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = files.size() - NAMED;
    return UNREAD_FILES.at(
        SourcePosition.start(folder.source(files.getFirst())),
        (files.size() == 1 ? "1 file is" : files.size() + " files are")
            + " not Markdown and not read as reports: "
            + counts
            + " ("
            + names
            + (more > 0 ? " and " + more + " more" : "")
            + ")",
        "convert reports to Markdown; link to other files from a report, or move them to a folder whose"
            + " name begins with `_`");
  }

  /// The end of a file's name in lower case, without the dot.
  private static String format(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
