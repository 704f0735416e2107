package dev.hindsight.pipeline;

import dev.hindsight.site.Git;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The day of the last change of each report, from Git. Empty without a repository, without Git, or
/// in a shallow clone, which would date every report to its oldest commit.
final class GitDates {
  private GitDates() {}

  /// Runs Git in the background.
  ///
  /// @param below the folder of reports, relative to the source folder
  /// @return days by path, relative to the source folder, for files that are in a commit
  static CompletableFuture<Map<String, LocalDate>> of(Path folder, String below) {
    return CompletableFuture.supplyAsync(() ->
        Git.lines(folder, "rev-parse", "--is-shallow-repository").equals(List.of("false"))
            ? newest(
                Git.lines(folder, "log", "--format=%cs", "--name-only", "--relative", "--", below),
                below + "/")
            : Map.of());
  }

  /// The newest commit; empty if there is none.
  static String newest(Path folder) {
    return String.join("", Git.lines(folder, "rev-parse", "HEAD", "--is-shallow-repository"));
  }

  /// @param lines a day, then the paths of a commit; newest first
  private static Map<String, LocalDate> newest(List<String> lines, String prefix) {
    Map<String, LocalDate> changes = new HashMap<>();
    LocalDate day = null;
    for (String line : lines) {
      if (line.startsWith(prefix)) {
        changes.putIfAbsent(line, day);
      } else if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
        day = LocalDate.parse(line);
      }
    }
    return Map.copyOf(changes);
  }
}
