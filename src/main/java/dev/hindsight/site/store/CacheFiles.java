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

/// What is done with files in which the program keeps for its next run what it could make again.
public final class CacheFiles {
  private CacheFiles() {}

  /// Makes their folder, which no repository takes in.
  ///
  /// @throws IOException also when the folder is a link, which may lead anywhere
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
  /// @throws IOException also when it is none: a link may lead anywhere, and a pipe may never end
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

  /// Puts a file in the place of the last one in one step: who is killed leaves that.
  ///
  /// @param prefix of the name that it has until then, beside it
  public static void replace(Path file, String prefix, byte[] bytes) throws IOException {
    Path next = Files.createTempFile(file.getParent(), prefix, ".next");
    try {
      Files.write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /// Deletes the files whose names begin like that, but for some.
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
