package dev.hindsight.site;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// A site in memory, for tests and for the development server.
public final class MemoryOutput implements Output {
  private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();

  @Override
  public void write(String path, byte[] bytes) {
    if (files.putIfAbsent(path, bytes) != null) {
      throw new IllegalStateException("written twice: " + path);
    }
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
