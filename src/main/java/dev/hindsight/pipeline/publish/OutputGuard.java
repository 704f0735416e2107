package dev.hindsight.pipeline.publish;

import dev.hindsight.site.SiteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Keeps a site from being written where it would replace other files.
final class OutputGuard {
  /// Is in every site that this program published, so that it replaces no other folder.
  static final String MARKER = ".hindsight-site";

  private OutputGuard() {}

  /// @param target the folder of the site, as [#real] gives it
  /// @param source the folder that the site is made from, likewise
  /// @throws Publisher.Refused when writing there could destroy something
  static void check(Path target, Path source) throws Publisher.Refused {
    Path home = real(Path.of(System.getProperty("user.home")));
    if (target.getFileName() == null
        || source.startsWith(target)
        || home.startsWith(target)
        || target.startsWith(source.resolve(SiteSource.INCIDENTS))
        || target.startsWith(source.resolve("templates"))
        || hasGit(target)) {
      throw new Publisher.Refused(
          "cannot write the site to " + target + ": it would replace other files");
    }
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new Publisher.Refused(target + " is a file, not a folder");
    }
    if (!Files.exists(target) || Files.exists(target.resolve(MARKER))) {
      return;
    }
    try (Stream<Path> files = Files.list(target)) {
      if (files.findAny().isPresent()) {
        throw new Publisher.Refused(
            target
                + " contains files that Hindsight did not write; choose another folder or empty it");
      }
    } catch (IOException unreadable) {
      throw new Publisher.Refused(target + " cannot be read");
    }
  }

  /// Where a folder is, or would be, once every symbolic link is followed: a link to a site stays a
  /// link, and a link to what must not be replaced is refused like that.
  static Path real(Path path) {
    return followed(path.toAbsolutePath().normalize());
  }

  private static Path followed(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      Path parent = path.getParent();
      return parent == null ? path : followed(parent).resolve(path.getFileName());
    }
  }

  private static boolean hasGit(Path target) {
    for (Path name : target) {
      if (name.toString().equals(".git")) {
        return true;
      }
    }
    return false;
  }
}
