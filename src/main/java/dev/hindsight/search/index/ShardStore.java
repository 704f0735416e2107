package dev.hindsight.search.index;

import dev.hindsight.site.store.CacheFiles;
import dev.hindsight.site.store.Digest;
import dev.hindsight.site.store.FileIdentity;
import dev.hindsight.site.store.RecordCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A cache of the segments of the last index, on disk or, if that is not writable, in memory.
/// Segments with unchanged incidents are reused. The folder can be deleted at any time.
///
/// `index.shards` lists the files and is replaced atomically. As in the cache of reports, a file is
/// only used if this machine wrote it.
public final class ShardStore {
  private static final String LIST = "index.shards";
  private static final String SHARD = ".shard";
  private static final String PREFIX = "index-";

  private final Path folder;
  private final String program;
  private final boolean isWritten;
  private final Consumer<String> note;
  private final Map<String, IndexSegment> shards = new ConcurrentHashMap<>();
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicBoolean isTold = new AtomicBoolean();
  private boolean isOpen;

  /// @param folder the cache folder, which need not exist
  /// @param program identifies this version of the program
  /// @param isWritten whether new segments are stored on disk instead of in memory
  /// @param note receives the reason if existing files are not used
  public ShardStore(Path folder, String program, boolean isWritten, Consumer<String> note) {
    this.folder = folder;
    this.program = program;
    this.isWritten = isWritten;
    this.note = note;
  }

  /// A segment on disk.
  ///
  /// @param mark identifies the file, so that another of the same name is not used
  private record Entry(String key, String file, String digest, String mark) {}

  private record Listed(String program, List<Entry> entries) {}

  /// Returns the segment with the same incidents.
  Optional<IndexSegment> get(String key) {
    IndexSegment known = shards.get(key);
    return known == null ? read(key) : Optional.of(known);
  }

  private Optional<IndexSegment> read(String key) {
    Entry entry = entries().get(key);
    if (entry == null) {
      return Optional.empty();
    }
    Path file = folder.resolve(entry.file());
    try {
      if (entry.mark().equals(FileIdentity.of(file))) {
        byte[] bytes = Files.readAllBytes(file);
        if (entry.digest().equals(Digest.quick(bytes))) {
          return Optional.of(IndexSegment.of(bytes));
        }
      }
    } catch (IOException unusable) {
      // Treat it like a file with other content.
    }
    entries.remove(key);
    tell(file + " has changed, so parts of the index are rebuilt.");
    return Optional.empty();
  }

  /// Reports this once, because if one file has changed, others have too.
  private void tell(String sentence) {
    if (isTold.compareAndSet(false, true)) {
      note.accept(sentence);
    }
  }

  private synchronized Map<String, Entry> entries() {
    if (!isOpen) {
      try {
        Listed listed = RecordCodec.read(Listed.class, CacheFiles.read(folder.resolve(LIST)));
        if (listed.program().equals(program)) {
          listed.entries().forEach(entry -> entries.put(entry.key(), entry));
        }
      } catch (NoSuchFileException none) {
        // The first run.
      } catch (IOException | RecordCodec.UnreadableRecord unusable) {
        tell(folder.resolve(LIST) + " is damaged, so the index is rebuilt.");
      }
    }
    isOpen = true;
    return entries;
  }

  /// Stores the segments of an index and removes all others.
  ///
  /// @param made the segments by their key
  synchronized void keep(Map<String, IndexSegment> made) {
    if (!isWritten) {
      shards.keySet().retainAll(made.keySet());
      shards.putAll(made);
    } else if (!entries().keySet().equals(made.keySet())) {
      try {
        write(made);
      } catch (IOException notWritable) {
        // The next run creates them again.
      }
    }
  }

  private void write(Map<String, IndexSegment> made) throws IOException {
    CacheFiles.makeFolder(folder);
    entries.keySet().retainAll(made.keySet());
    for (Map.Entry<String, IndexSegment> shard : made.entrySet()) {
      if (!entries.containsKey(shard.getKey())) {
        entries.put(shard.getKey(), write(shard.getKey(), shard.getValue()));
      }
    }
    List<Entry> now = List.copyOf(entries.values());
    CacheFiles.replace(
        folder.resolve(LIST), PREFIX, RecordCodec.write(Listed.class, new Listed(program, now)));
    CacheFiles.clean(folder, PREFIX, now.stream().map(Entry::file).collect(Collectors.toSet()));
  }

  private Entry write(String key, IndexSegment shard) throws IOException {
    byte[] bytes = shard.bytes();
    Path file = Files.createTempFile(folder, PREFIX, SHARD);
    Files.write(file, bytes);
    return new Entry(
        key, file.getFileName().toString(), Digest.quick(bytes), FileIdentity.of(file));
  }

  /// The key of a segment.
  ///
  /// @param digests the digests of its incidents, in order
  static String key(List<String> digests) {
    return Digest.of(String.join("\n", digests).getBytes(StandardCharsets.UTF_8));
  }
}
