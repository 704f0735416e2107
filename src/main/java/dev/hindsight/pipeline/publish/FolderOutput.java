package dev.hindsight.pipeline.publish;

import dev.hindsight.site.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Writes a site to a folder. A file that the last site has with the same bytes is not written
/// again but hard-linked.
final class FolderOutput implements Output {
  /// Large files are written in pieces, because Java copies each piece into native memory.
  private static final int PIECE = 1 << 16;

  private final Path folder;
  private final Path last;

  /// Checked once, because checking for each file costs as much as writing it.
  private final boolean hasLast;

  private final Set<String> made = ConcurrentHashMap.newKeySet();
  private final LongAdder fileCount = new LongAdder();
  private final LongAdder byteCount = new LongAdder();

  /// @param last the folder of the last site, which need not exist
  FolderOutput(Path folder, Path last) {
    this.folder = folder;
    this.last = last;
    this.hasLast = Files.isDirectory(last);
  }

  @Override
  public void write(String path, byte[] bytes) {
    Path file = file(path);
    try {
      makeFolder(path, file);
      if (!hasLast || !isKept(last.resolve(path), bytes, file)) {
        write(file, bytes);
      }
      count(1, bytes.length);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + path, failed);
    }
  }

  @Override
  public boolean keep(List<String> paths) {
    if (!hasLast) {
      return false;
    }
    List<Path> kept = new ArrayList<>();
    try {
      long size = 0;
      for (String path : paths) {
        BasicFileAttributes attributes = attributes(last.resolve(path));
        if (!attributes.isRegularFile()) {
          return false;
        }
        size += attributes.size();
      }
      for (String path : paths) {
        Path file = file(path);
        makeFolder(path, file);
        Files.createLink(file, last.resolve(path));
        kept.add(file);
      }
      count(paths.size(), size);
      return true;
    } catch (IOException | UnsupportedOperationException notKept) {
      kept.forEach(FolderOutput::delete);
      return false;
    }
  }

  /// The size of the files written and linked so far.
  SiteSize size() {
    return new SiteSize(fileCount.sum(), byteCount.sum());
  }

  private void count(int files, long bytes) {
    fileCount.add(files);
    byteCount.add(bytes);
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file.getFileName(), failed);
    }
  }

  private Path file(String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException("outside of the site: " + path);
    }
    return file;
  }

  private void makeFolder(String path, Path file) throws IOException {
    String parent = path.substring(0, path.lastIndexOf('/') + 1);
    if (!made.contains(parent)) {
      Files.createDirectories(file.getParent());
      made.add(parent);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (WritableByteChannel channel =
        Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int at = 0; at < bytes.length; ) {
        at += channel.write(ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)));
      }
    }
  }

  private static boolean isKept(Path old, byte[] bytes, Path file) {
    try {
      BasicFileAttributes attributes = attributes(old);
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
