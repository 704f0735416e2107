package dev.hindsight.build;

import dev.hindsight.site.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Writes a site into a folder.
final class FolderOutput implements Output {
  private final Path folder;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  FolderOutput(Path folder) {
    this.folder = folder;
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
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + path, failed);
    }
  }
}
