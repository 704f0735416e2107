package dev.hindsight.build;

import dev.hindsight.site.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Writes a site into a folder. A file that the last site has with the same bytes is not written
/// again: it gets a second name, and loses the first when the last site is gone.
final class FolderOutput implements Output {
  private final Path folder;
  private final Path last;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  /// @param last the folder of the last site, which need not exist
  FolderOutput(Path folder, Path last) {
    this.folder = folder;
    this.last = last;
  }

  @Override
  public void write(String path, byte[] bytes) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException("outside of the site: " + path);
    }
    try {
      if (!made.contains(file.getParent())) {
        Files.createDirectories(file.getParent());
        made.add(file.getParent());
      }
      if (!isKept(last.resolve(path), bytes, file)) {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + path, failed);
    }
  }

  private static boolean isKept(Path old, byte[] bytes, Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(old, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()
          || attributes.size() != bytes.length
          || !Arrays.equals(Files.readAllBytes(old), bytes)) {
        return false;
      }
      Files.createLink(file, old);
      return true;
    } catch (IOException | UnsupportedOperationException notKept) {
      return false;
    }
  }
}
