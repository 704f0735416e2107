package dev.hindsight.site.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Stream;

/// What is done with files in which the program keeps for its next run what it could make again.
public final class CacheFiles {
  private CacheFiles() {}

  /// Makes their folder, which no repository takes in.
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".gitignore"), "*\n");
  }

  /// Puts a file in the place of the last one in one step: who is killed leaves that.
  ///
  /// @param prefix of the name that it has until then, beside it
  public static void replace(Path file, String prefix, byte[] bytes) throws IOException {
    Path next = Files.createTempFile(file.getParent(), prefix, ".next");
    Files.write(next, bytes);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
