package dev.hindsight.pipeline.publish;

import dev.hindsight.site.SiteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Refuses output folders where a site would replace other files.
final class OutputGuard {
  /// The marker file of every published site. Only folders with this file are replaced.
  static final String MARKER = ".hindsight-site";

  private OutputGuard() {}

  /// @param target the folder of the site, as returned by [#real]
  /// @param source the source folder, as returned by [#real]
  /// @throws Publisher.Refused if writing there could destroy other files
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

  /// The path of a folder after following all symbolic links, even if it does not exist. So a link
  /// to a site stays a link, and a link to a protected folder is refused.
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
