package dev.hindsight.search;

import dev.hindsight.site.Binary;
import dev.hindsight.site.Digest;
import dev.hindsight.site.FileMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps the shards of the last index, on disk or, where it may not write there, in memory: a shard
/// of the same incidents is not made again. The folder can be deleted at any time.
///
/// `index.shards` says which files are shards; it is replaced in one step. Like what is kept of
/// reports, a file counts only where it is the one that this machine has written.
public final class ShardStore {
  private static final String LIST = "index.shards";
  private static final String SHARD = ".shard";

  private final Optional<Path> folder;
  private final String program;
  private final boolean isWritten;
  private final Consumer<String> note;
  private final Map<String, Shard> shards = new ConcurrentHashMap<>();
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicBoolean isTold = new AtomicBoolean();
  private boolean isOpen;

  private ShardStore(
      Optional<Path> folder, String program, boolean isWritten, Consumer<String> note) {
    this.folder = folder;
    this.program = program;
    this.isWritten = isWritten;
    this.note = note;
  }

  /// Keeps them in memory alone.
  public ShardStore() {
    this(Optional.empty(), "", false, _ -> {});
  }

  /// Finds them on disk too.
  ///
  /// @param folder need not exist
  /// @param program tells this version of the program from others
  /// @param isWritten whether what is made now is kept there and not in memory
  /// @param note is told why what is there is not used, where somebody may wonder
  public ShardStore(Path folder, String program, boolean isWritten, Consumer<String> note) {
    this(Optional.of(folder), program, isWritten, note);
  }

  /// A shard on disk.
  ///
  /// @param mark what tells the file from another of the same name
  private record Entry(String key, String file, String digest, String mark) {}

  private record Listed(String program, List<Entry> entries) {}

  /// A shard with the same incidents.
  Optional<Shard> get(String key) {
    Shard known = shards.get(key);
    return known == null ? read(key) : Optional.of(known);
  }

  private Optional<Shard> read(String key) {
    Entry entry = entries().get(key);
    if (entry == null) {
      return Optional.empty();
    }
    Path file = folder.orElseThrow().resolve(entry.file());
    try {
      if (entry.mark().equals(FileMark.of(file))) {
        byte[] bytes = Files.readAllBytes(file);
        if (entry.digest().equals(Digest.quick(bytes))) {
          return Optional.of(Shard.of(bytes));
        }
      }
    } catch (IOException unusable) {
      // As if it were another.
    }
    entries.remove(key);
    tell(file + " is not what was written there, so parts of the index are made anew.");
    return Optional.empty();
  }

  /// Once: where one file is not as it was, others are not.
  private void tell(String sentence) {
    if (isTold.compareAndSet(false, true)) {
      note.accept(sentence);
    }
  }

  private synchronized Map<String, Entry> entries() {
    if (!isOpen && folder.isPresent()) {
      try {
        Listed listed = Binary.read(Listed.class, Files.readAllBytes(folder.get().resolve(LIST)));
        if (listed.program().equals(program)) {
          listed.entries().forEach(entry -> entries.put(entry.key(), entry));
        }
      } catch (NoSuchFileException none) {
        // The first run.
      } catch (IOException | Binary.Unfit unusable) {
        tell(folder.get().resolve(LIST) + " is damaged, so the index is made anew.");
      }
    }
    isOpen = true;
    return entries;
  }

  /// Keeps the shards of an index, and no others.
  ///
  /// @param made by what is in them
  synchronized void keep(Map<String, Shard> made) {
    if (!isWritten) {
      shards.keySet().retainAll(made.keySet());
      shards.putAll(made);
    } else if (!entries().keySet().equals(made.keySet())) {
      try {
        write(folder.orElseThrow(), made);
      } catch (IOException notWritable) {
        // The next run makes them again.
      }
    }
  }

  private void write(Path folder, Map<String, Shard> made) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".gitignore"), "*\n");
    entries.keySet().retainAll(made.keySet());
    for (Map.Entry<String, Shard> shard : made.entrySet()) {
      if (!entries.containsKey(shard.getKey())) {
        entries.put(shard.getKey(), write(folder, shard.getKey(), shard.getValue()));
      }
    }
    List<Entry> now = List.copyOf(entries.values());
    Path next = Files.createTempFile(folder, "index-", ".next");
    Files.write(next, Binary.write(Listed.class, new Listed(program, now)));
    Files.move(
        next,
        folder.resolve(LIST),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    clean(folder, now.stream().map(Entry::file).collect(Collectors.toSet()));
  }

  private static Entry write(Path folder, String key, Shard shard) throws IOException {
    byte[] bytes = shard.bytes();
    Path file = Files.createTempFile(folder, "index-", SHARD);
    Files.write(file, bytes);
    return new Entry(key, file.getFileName().toString(), Digest.quick(bytes), FileMark.of(file));
  }

  private static void clean(Path folder, Set<String> used) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("index-") && !used.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// What a shard of these is known by.
  ///
  /// @param digests of incidents in their order
  static String key(List<String> digests) {
    return Digest.of(String.join("\n", digests).getBytes(StandardCharsets.UTF_8));
  }
}
