package dev.hindsight.build;

import dev.hindsight.site.Output;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts a new site in the place of the last one, in one step: a reader finds the old site or the
/// new one, whole, and so does everybody when the program is killed on the way.
///
/// The new site is written beside the old one, on the same file system, into `.NAME.hindsight/`;
/// then the two folders change places.
public final class Publisher {
  /// Lies in every site that this program published, so that it replaces no other folder.
  static final String MARKER = ".hindsight-site";

  private static final byte[] MADE =
      "made by Hindsight; replaced by the next build\n".getBytes(StandardCharsets.US_ASCII);

  /// How often builds that begin and end at the same moment may get in each other's way.
  private static final int ATTEMPTS = 100;

  private final Path target;
  private final Path work;

  /// @param target the folder of the published site; it may not exist yet
  /// @param source the folder that the site is made from
  /// @throws Refused when writing there could destroy something
  public Publisher(Path target, Path source) throws Refused {
    this.target = real(target.toAbsolutePath().normalize());
    refuseDanger(this.target, real(source.toAbsolutePath().normalize()));
    this.work = this.target.resolveSibling("." + this.target.getFileName() + ".hindsight");
  }

  /// Says why a folder is not written to.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /// Makes the files of a site; publishes them if it says so.
  @FunctionalInterface
  public interface Maker {
    /// @return whether the output is a whole site
    boolean make(Output output) throws IOException;
  }

  /// Makes a site and publishes it.
  public SiteSize publish(Maker maker) throws IOException, Refused {
    return publish(maker, Progress.NONE);
  }

  /// The same.
  ///
  /// @param progress is told when the new site takes the place of the old one
  /// @return how large the site is that was made
  /// @throws IOException when the disk does not let us; the last site is then still there
  /// @throws Refused when another build writes to the same folder
  public SiteSize publish(Maker maker, Progress progress) throws IOException, Refused {
    Path file = work.resolve("lock");
    SiteSize size;
    try (FileChannel _ = lock(file)) {
      recover();
      Path next = work.resolve("next");
      delete(next);
      Files.createDirectories(next);
      FolderOutput output = new FolderOutput(next, target);
      if (make(maker, output)) {
        progress.begin(Stage.PUBLISH, 0);
        exchange(next);
      }
      size = output.size();
      delete(next);
      delete(work.resolve("previous"));
      // While it is still ours: a moment later it may be what another build holds.
      Files.deleteIfExists(file);
      progress.end(Stage.PUBLISH);
    }
    try {
      Files.deleteIfExists(work);
    } catch (DirectoryNotEmptyException anotherBuildHasBegun) {
      // It deletes the folder when it is done.
    }
    return size;
  }

  /// Holds a file that no other build holds, until the channel is closed.
  ///
  /// @throws Refused when another build holds it
  private FileChannel lock(Path file) throws IOException, Refused {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<FileChannel> held = tryLock(file);
      if (held.isPresent()) {
        return held.get();
      }
    }
    throw new Refused("another build is writing to " + target);
  }

  /// The file, held; empty where the build that held it before has deleted it under our hands, so
  /// that what we hold keeps nobody out.
  private Optional<FileChannel> tryLock(Path file) throws IOException, Refused {
    FileChannel channel = null;
    boolean isHeld = false;
    try {
      Files.createDirectories(work);
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      Object key = key(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (!isFree(channel)) {
        throw new Refused("another build is writing to " + target);
      }
      isHeld = Objects.equals(key, key(file));
      return isHeld ? Optional.of(channel) : Optional.empty();
    } catch (NoSuchFileException | FileAlreadyExistsException overtaken) {
      return Optional.empty();
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

  private static boolean make(Maker maker, Output output) throws IOException {
    try {
      boolean isWhole = maker.make(output);
      if (isWhole) {
        output.write(MARKER, MADE);
      }
      return isWhole;
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getMessage(), failed.getCause());
    }
  }

  private void exchange(Path next) throws IOException {
    if (!Files.exists(target)) {
      Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
    } else if (!Exchange.exchange(next, target)) {
      // Two steps where one is not to be had. The first is undone where the second fails, and by
      // recover() if we die between them.
      Path previous = work.resolve("previous");
      delete(previous);
      Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE);
      try {
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException failed) {
        Files.move(previous, target, StandardCopyOption.ATOMIC_MOVE);
        throw failed;
      }
      delete(previous);
    }
  }

  private void recover() throws IOException {
    Path previous = work.resolve("previous");
    if (Files.exists(previous) && !Files.exists(target)) {
      Files.move(previous, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// Where a folder is, or would be, once every symbolic link is followed: a link to a site stays a
  /// link, and a link to what must not be replaced is refused like that.
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }

  private static void refuseDanger(Path target, Path source) throws Refused {
    Path home = real(Path.of(System.getProperty("user.home")).toAbsolutePath().normalize());
    if (target.getFileName() == null
        || source.startsWith(target)
        || home.startsWith(target)
        || target.startsWith(source.resolve(SiteSource.INCIDENTS))
        || target.startsWith(source.resolve("templates"))
        || hasGit(target)) {
      throw new Refused(
          "a site must not be written to " + target + ": it would replace other files");
    }
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new Refused(target + " is a file; a site is a folder");
    }
    if (!Files.exists(target) || Files.exists(target.resolve(MARKER))) {
      return;
    }
    try (Stream<Path> files = Files.list(target)) {
      if (files.findAny().isPresent()) {
        throw new Refused(
            target
                + " has files in it that Hindsight did not make; name another folder or empty it");
      }
    } catch (IOException unreadable) {
      throw new Refused(target + " cannot be read");
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

  /// Deletes a file, or a folder with all that is in it.
  private static void delete(Path path) throws IOException {
    try {
      Files.deleteIfExists(path);
    } catch (DirectoryNotEmptyException full) {
      try (Stream<Path> entries = Files.list(path)) {
        entries.toList().parallelStream().forEach(Publisher::deleteEntry);
      } catch (UncheckedIOException failed) {
        throw failed.getCause();
      }
      Files.deleteIfExists(path);
    }
  }

  private static void deleteEntry(Path path) {
    try {
      delete(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
