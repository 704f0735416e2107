package dev.hindsight.site;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// A site in memory, for tests and for the development server.
public final class MemoryOutput implements Output {
  private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();
  private final Map<String, byte[]> last;

  /// The first site.
  public MemoryOutput() {
    this.last = Map.of();
  }

  /// The next site.
  ///
  /// @param last the last site, whose files can be kept
  public MemoryOutput(MemoryOutput last) {
    this.last = last.files;
  }

  @Override
  public void write(String path, byte[] bytes) {
    if (files.putIfAbsent(path, bytes) != null) {
      throw new IllegalStateException("written twice: " + path);
    }
  }

  @Override
  public boolean keep(List<String> paths) {
    boolean hasAll = paths.stream().allMatch(last::containsKey);
    if (hasAll) {
      paths.forEach(path -> write(path, last.get(path)));
    }
    return hasAll;
  }

  /// All files by path.
  public SortedMap<String, byte[]> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  /// One file, or null.
  public byte[] get(String path) {
    return ((Map<String, byte[]>) files).get(path);
  }
}
