package dev.hindsight.pipeline.publish;

import dev.hindsight.site.Output;
import dev.hindsight.site.OwnFolder;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/// Replaces the last site with a new one atomically. Readers see the complete old site or the
/// complete new one, even if the program is killed halfway.
///
/// The new site is written to `.NAME.hindsight/`, next to the old one and on the same file system.
/// Then the two folders are swapped.
public final class Publisher {
  private static final byte[] MADE =
      "made by Hindsight; replaced by the next build\n".getBytes(StandardCharsets.US_ASCII);

  private final Path target;
  private final Path work;

  /// @param target the folder of the published site; it may not exist yet
  /// @param source the source folder of the site
  /// @throws Refused if writing there could destroy other files
  public Publisher(Path target, Path source) throws Refused {
    this.target = OutputGuard.real(target);
    OutputGuard.check(this.target, OutputGuard.real(source));
    this.work = this.target.resolveSibling("." + this.target.getFileName() + ".hindsight");
    Optional<String> refusal = OwnFolder.refusal(work);
    if (refusal.isPresent()) {
      throw new Refused(refusal.get());
    }
  }

  /// The reason why a folder is not written to.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /// Writes the files of a site.
  @FunctionalInterface
  public interface Maker {
    /// @return whether to publish the site
    boolean make(Output output) throws IOException;
  }

  /// Writes a site and publishes it.
  public SiteSize publish(Maker maker) throws IOException, Refused {
    return publish(maker, Progress.NONE);
  }

  /// The same.
  ///
  /// @param progress is notified when the new site replaces the old one
  /// @return the size of the new site
  /// @throws IOException if writing fails; the last site is then unchanged
  /// @throws Refused if another build is writing to the same folder
  public SiteSize publish(Maker maker, Progress progress) throws IOException, Refused {
    try (BuildLock lock = lock()) {
      try {
        SiteSize size = replace(maker, progress);
        clear(lock);
        progress.end(Stage.PUBLISH);
        return size;
      } catch (Throwable failed) {
        // The most likely cause is a full disk, which the files written so far would keep full.
        try {
          clear(lock);
        } catch (IOException alsoFailed) {
          failed.addSuppressed(alsoFailed);
        }
        throw failed;
      }
    } finally {
      deleteWork();
    }
  }

  private SiteSize replace(Maker maker, Progress progress) throws IOException {
    recover();
    Path next = work.resolve("next");
    delete(next);
    Files.createDirectories(next);
    FolderOutput output = new FolderOutput(next, target);
    if (make(maker, output)) {
      progress.begin(Stage.PUBLISH, 0);
      exchange(next);
    }
    return output.size();
  }

  /// Deletes everything except the published site. If that is missing, the last site is kept for
  /// the next build to restore.
  private void clear(BuildLock lock) throws IOException {
    delete(work.resolve("next"));
    if (Files.exists(target)) {
      delete(work.resolve("previous"));
    }
    lock.delete();
  }

  private void deleteWork() {
    try {
      Files.deleteIfExists(work);
    } catch (IOException inUse) {
      // Another build has begun and deletes the folder when it is done.
    }
  }

  private BuildLock lock() throws IOException, Refused {
    return BuildLock.acquire(work.resolve("lock"))
        .orElseThrow(() -> new Refused("another build is writing to " + target));
  }

  private static boolean make(Maker maker, Output output) throws IOException {
    try {
      boolean isWhole = maker.make(output);
      if (isWhole) {
        output.write(OutputGuard.MARKER, MADE);
      }
      return isWhole;
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getMessage(), failed.getCause());
    }
  }

  private void exchange(Path next) throws IOException {
    if (!Files.exists(target)) {
      Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
    } else if (!AtomicSwap.exchange(next, target)) {
      // Two steps, if one is not supported. If the second fails, the first is undone; if the
      // program is killed in between, recover() undoes it.
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

  /// Deletes a file, or a folder and its contents.
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
