package dev.hindsight.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Notices that files have changed, by looking at their times and sizes. It needs nothing of the
/// operating system, so editors that save by renaming, and folders that come and go, are no
/// trouble.
public final class Changes {
  private final List<Path> roots;
  private Map<Path, String> last;

  /// @param roots files and folders; they need not exist
  public Changes(List<Path> roots) {
    this.roots = List.copyOf(roots);
    this.last = look();
  }

  /// Whether anything is other than it was when this was last asked.
  public boolean any() {
    Map<Path, String> now = look();
    boolean changed = !now.equals(last);
    last = now;
    return changed;
  }

  private Map<Path, String> look() {
    Map<Path, String> seen = new TreeMap<>();
    for (Path root : roots) {
      try {
        Files.walkFileTree(root, new Look(seen));
      } catch (IOException _) {
        // What cannot be looked at counts as not there; the build says what is wrong with it.
      }
    }
    return seen;
  }

  private static final class Look extends SimpleFileVisitor<Path> {
    private final Map<Path, String> seen;

    Look(Map<Path, String> seen) {
      this.seen = seen;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      seen.put(file, attributes.lastModifiedTime() + " " + attributes.size());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      return FileVisitResult.CONTINUE;
    }
  }
}
