package dev.hindsight.site.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.Stream;

/// Reads, replaces and deletes files of a cache.
public final class CacheFiles {
  private CacheFiles() {}

  /// Creates a cache folder that Git ignores.
  ///
  /// @throws IOException also if the folder is a link, which may lead anywhere
  public static void makeFolder(Path folder) throws IOException {
    checkNoLink(folder);
    Files.createDirectories(folder);
    Path ignored = folder.resolve(".gitignore");
    if (!Files.exists(ignored, LinkOption.NOFOLLOW_LINKS)) {
      Files.writeString(ignored, "*\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
  }

  /// Reads a file.
  ///
  /// @throws IOException also if it is not a regular file: a link may lead anywhere, and a pipe may
  ///   never end
  public static byte[] read(Path file) throws IOException {
    checkNoLink(file.getParent());
    if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      throw new IOException(file + " is not a regular file");
    }
    return Files.readAllBytes(file);
  }

  private static void checkNoLink(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new IOException(folder + " is a symbolic link");
    }
  }

  /// Replaces a file in one step, so that a killed run leaves the old one.
  ///
  /// @param prefix of the temporary name beside it
  public static void replace(Path file, String prefix, byte[] bytes) throws IOException {
    Path next = Files.createTempFile(file.getParent(), prefix, ".next");
    try {
      Files.write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /// Deletes the files with a prefix, except some.
  public static void clean(Path folder, String prefix, Set<String> used) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(prefix) && !used.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
