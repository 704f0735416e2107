package dev.hindsight.site;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs Git in a folder.
public final class Git {
  /// Disables settings of a repository that would make Git run programs or fetch data.
  private static final List<String> GIT =
      List.of(
          "git",
          "--no-pager",
          "-c",
          "log.showSignature=false",
          "-c",
          "core.quotePath=false",
          "-c",
          "core.fsmonitor=false");

  private Git() {}

  /// The output of Git as lines; empty without Git or a repository.
  public static List<String> lines(Path folder, String... arguments) {
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
