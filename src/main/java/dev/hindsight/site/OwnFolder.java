package dev.hindsight.site;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that Hindsight keeps for itself, such as `.hindsight/`. Nobody else may fill it: a link
/// could lead anywhere, and a repository could bring along what Hindsight then publishes.
public final class OwnFolder {
  private OwnFolder() {}

  /// Why a folder cannot be one of our own, with what to do; empty where it can, or is not there.
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
