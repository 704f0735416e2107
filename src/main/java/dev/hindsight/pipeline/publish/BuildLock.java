package dev.hindsight.pipeline.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/// A file that one build at a time holds, in this program or another.
final class BuildLock implements AutoCloseable {
  /// How often builds that begin and end at the same moment may get in each other's way.
  private static final int ATTEMPTS = 100;

  private final Path file;
  private final FileChannel channel;

  private BuildLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Holds a file that no other build holds. Its folder is created.
  ///
  /// @return empty when another build holds it
  static Optional<BuildLock> acquire(Path file) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Attempt result = attempt(file);
      if (result.isDecided()) {
        return result.lock();
      }
    }
    return Optional.empty();
  }

  /// @param isDecided false where the build that held the file before has deleted it under our
  ///   hands, so that what we hold keeps nobody out
  private record Attempt(boolean isDecided, Optional<BuildLock> lock) {
    static final Attempt OVERTAKEN = new Attempt(false, Optional.empty());
    static final Attempt TAKEN = new Attempt(true, Optional.empty());
  }

  private static Attempt attempt(Path file) throws IOException {
    FileChannel channel = null;
    boolean isHeld = false;
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      Object key = key(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
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

  /// What tells a file from another that takes its name later.
  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /// Deletes the file while it is still ours: a moment later it may be what another build holds.
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
