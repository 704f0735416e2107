package dev.hindsight.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// The day of the last change of each report, from Git. Empty without a repository, without Git, or
/// in a shallow clone, which would date every report to its oldest commit.
final class GitDates {
  /// Turns off settings of the repository that could make Git run programs or fetch data.
  private static final List<String> GIT =
      List.of("git", "--no-pager", "-c", "log.showSignature=false", "-c", "core.quotePath=false");

  private GitDates() {}

  /// Runs Git in the background.
  ///
  /// @param below the folder of reports, relative to the source folder
  /// @return days by path, relative to the source folder, for files that are in a commit
  static CompletableFuture<Map<String, LocalDate>> of(Path folder, String below) {
    return CompletableFuture.supplyAsync(() ->
        git(folder, "rev-parse", "--is-shallow-repository").equals(List.of("false"))
            ? newest(
                git(folder, "log", "--format=%cs", "--name-only", "--relative", "--", below),
                below + "/")
            : Map.of());
  }

  /// The newest commit; empty if there is none.
  static String newest(Path folder) {
    return String.join("", git(folder, "rev-parse", "HEAD", "--is-shallow-repository"));
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

  /// The lines that Git prints; empty if it fails.
  private static List<String> git(Path folder, String... arguments) {
    ProcessBuilder command =
        new ProcessBuilder(Stream.concat(GIT.stream(), Stream.of(arguments)).toList())
            .directory(new File(folder.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    command.environment().put("GIT_NO_LAZY_FETCH", "1");
    try {
      Process git = command.start();
      git.getOutputStream().close();
      List<String> lines =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return git.waitFor() == 0 ? lines : List.of();
    } catch (IOException noGit) {
      return List.of();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
