package dev.hindsight.pipeline.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/// A lock file that only one build holds at a time, also across processes.
final class BuildLock implements AutoCloseable {
  /// The number of attempts if other builds start and end at the same moment.
  private static final int ATTEMPTS = 100;

  private final Path file;
  private final FileChannel channel;

  private BuildLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Locks a file unless another build holds it. Creates its folder.
  ///
  /// @return empty if another build holds it
  static Optional<BuildLock> acquire(Path file) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Attempt result = attempt(file);
      if (result.isDecided()) {
        return result.lock();
      }
    }
    return Optional.empty();
  }

  /// @param isDecided false if the previous holder has deleted the file meanwhile, so that this
  ///   lock does not exclude other builds
  private record Attempt(boolean isDecided, Optional<BuildLock> lock) {
    static final Attempt OVERTAKEN = new Attempt(false, Optional.empty());
    static final Attempt TAKEN = new Attempt(true, Optional.empty());
  }

  private static Attempt attempt(Path file) throws IOException {
    FileChannel channel = null;
    boolean isHeld = false;
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.createFile(file);
      }
      Object key = key(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      if (!isFree(channel)) {
        return Attempt.TAKEN;
      }
      isHeld = Objects.equals(key, key(file));
      return isHeld
          ? new Attempt(true, Optional.of(new BuildLock(file, channel)))
          : Attempt.OVERTAKEN;
    } catch (NoSuchFileException | FileAlreadyExistsException overtaken) {
      return Attempt.OVERTAKEN;
    } finally {
      if (channel != null && !isHeld) {
        channel.close();
      }
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProgram) {
      return false;
    }
  }

  /// Identifies a file, so that a later file of the same name is not mistaken for it.
  private static Object key(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException(file + " is not a regular file");
    }
    return attributes.fileKey();
  }

  /// Deletes the file before releasing the lock. Afterwards another build may hold it.
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
