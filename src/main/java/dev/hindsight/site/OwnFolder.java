package dev.hindsight.site;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that only Hindsight writes to, such as `.hindsight/`. Otherwise a link could lead
/// anywhere, or a repository could contain files that Hindsight then publishes.
public final class OwnFolder {
  private OwnFolder() {}

  /// Why a folder cannot be used, with a fix; empty if it can, or does not exist.
  public static Optional<String> refusal(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (Files.isSymbolicLink(folder)) {
      return Optional.of(
          folder.normalize()
              + " is a symbolic link, which Hindsight does not follow; delete it, and the next build"
              + " creates the folder");
    }
    String name = folder.getFileName().toString();
    if (!Git.lines(folder.toAbsolutePath().getParent(), "ls-files", "--", name).isEmpty()) {
      return Optional.of(
          folder.normalize()
              + " is tracked by Git, but must come from this machine; run `git rm -r --cached "
              + name
              + "` and delete the folder");
    }
    return Optional.empty();
  }
}
