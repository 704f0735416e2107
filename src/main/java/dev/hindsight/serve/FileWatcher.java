package dev.hindsight.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Detects changed files by their times and sizes, so that editors that save by renaming and
/// folders that come and go work too. Notices of the operating system only say when to look and, if
/// they name files, where. Without them it looks every two seconds.
public final class FileWatcher implements AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 2_000;

  /// A save is complete when nothing has happened for this long ...
  private static final long QUIET_MILLIS = 10;

  /// ... but the wait ends after this many changes.
  private static final int MOST_WAITS = 20;

  private final List<Path> roots;
  private final WatchService notices;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private Map<Path, String> last;

  /// @param roots files and folders; they need not exist
  public FileWatcher(List<Path> roots) throws IOException {
    this.roots = List.copyOf(roots);
    Path first = roots.getFirst().toAbsolutePath();
    this.notices = first.getFileSystem().newWatchService();
    this.last = look();
  }

  /// Waits for a change, and returns the files that were added, changed or removed.
  ///
  /// @throws InterruptedException if the thread is interrupted
  public Set<Path> next() throws InterruptedException {
    while (true) {
      Set<Path> changed = noticed().map(this::changed).orElseGet(this::changed);
      if (!changed.isEmpty()) {
        return changed;
      }
    }
  }

  /// Waits for notices, or for the next time to look.
  ///
  /// @return the files that the notices name; empty if these may not be all
  private Optional<Set<Path>> noticed() throws InterruptedException {
    Set<Path> named = new HashSet<>();
    boolean isAll = true;
    try {
      WatchKey key = notices.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      isAll = key != null;
      for (int waits = 0; key != null; waits++) {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
          // Notices are incomplete if there were too many, or if the folder has been removed.
          if (folder != null && event.context() instanceof Path name) {
            named.add(folder.resolve(name));
          } else {
            isAll = false;
          }
        }
        isAll &= key.reset();
        key = waits < MOST_WAITS ? notices.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) : null;
        isAll &= waits < MOST_WAITS;
      }
    } catch (ClosedWatchServiceException closed) {
      throw new InterruptedException();
    }
    return isAll && named.stream().allMatch(Files::isRegularFile)
        ? Optional.of(named)
        : Optional.empty();
  }

  /// Which of these files have changed.
  private Set<Path> changed(Set<Path> named) {
    Set<Path> changed = new HashSet<>();
    for (Path file : named) {
      if (roots.stream().noneMatch(file::startsWith)) {
        continue;
      }
      try {
        String state = state(Files.readAttributes(file, BasicFileAttributes.class));
        if (!state.equals(last.put(file, state))) {
          changed.add(file);
        }
      } catch (IOException gone) {
        last.remove(file);
        changed.add(file);
      }
    }
    return changed;
  }

  /// The files that have changed since the last call.
  Set<Path> changed() {
    Map<Path, String> now = look();
    Set<Path> changed = new HashSet<>();
    now.forEach((file, state) -> {
      if (!state.equals(last.get(file))) {
        changed.add(file);
      }
    });
    last.keySet().stream().filter(file -> !now.containsKey(file)).forEach(changed::add);
    last = now;
    return changed;
  }

  @Override
  public void close() throws IOException {
    notices.close();
  }

  private Map<Path, String> look() {
    Map<Path, String> seen = new HashMap<>();
    Set<Path> folders = new HashSet<>();
    for (Path root : roots) {
      try {
        // Watch the parent, to detect when a root is deleted and created again.
        folders.add(Objects.requireNonNullElse(root.getParent(), Path.of("")));
        Files.walkFileTree(root, new Scan(seen, folders));
      } catch (IOException _) {
        // Files that cannot be read count as missing; the build reports the problem.
      }
    }
    watch(folders);
    return seen;
  }

  private void watch(Set<Path> seen) {
    folders.keySet().removeIf(key -> !key.isValid());
    for (Path folder : seen) {
      if (!folders.containsValue(folder)) {
        register(folder);
      }
    }
  }

  /// Some network drives send no notices.
  private void register(Path folder) {
    try {
      WatchKey key =
          folder
              .toAbsolutePath()
              .register(
                  notices,
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_MODIFY,
                  StandardWatchEventKinds.ENTRY_DELETE);
      folders.put(key, folder);
    } catch (IOException | UnsupportedOperationException none) {
      // Looking every two seconds must do.
    }
  }

  private static String state(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
  }

  private static final class Scan extends SimpleFileVisitor<Path> {
    private final Map<Path, String> seen;
    private final Set<Path> folders;

    Scan(Map<Path, String> seen, Set<Path> folders) {
      this.seen = seen;
      this.folders = folders;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      folders.add(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      seen.put(file, state(attributes));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      return FileVisitResult.CONTINUE;
    }
  }
}
