package dev.hindsight.read;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Section;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.RecordedFolder;
import dev.hindsight.site.store.CacheFiles;
import dev.hindsight.site.store.Digest;
import dev.hindsight.site.store.FileIdentity;
import dev.hindsight.site.store.RecordCodec;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/// Saves on disk what reading made of each report, for the next run. The folder can be deleted at
/// any time.
///
/// Reports are saved in packs, and `reports.index` says where each one is. The index is replaced in
/// one step, so a killed run leaves the previous one intact. A pack is written by one run and never
/// changes. A run that reads few reports writes a small pack, and now and then small packs are
/// joined. Pages use the contents of a pack without sanitizing them again. Therefore a pack is used
/// only on the machine and in the place where it was written; see [FileIdentity].
final class ReportStore {
  private static final String INDEX = "reports.index";
  private static final String PACK = ".pack";
  private static final String PREFIX = "reports-";

  /// A run that finds more packs joins them.
  private static final int MOST_PACKS = 6;

  private final Path folder;
  private final String program;
  private final Consumer<String> note;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Map<String, FileChannel> packs = new ConcurrentHashMap<>();
  private String context = "";
  private NewPack next;

  /// @param folder where everything is saved
  /// @param program identifies this version of the program
  /// @param note receives the reason if saved reports cannot be used, where it may surprise users
  ReportStore(Path folder, String program, Consumer<String> note) {
    this.folder = folder;
    this.program = program;
    this.note = note;
  }

  /// What is saved for a report.
  ///
  /// @param answers what it asked about the files around it
  record Kept(Map<RecordedFolder.Question, String> answers, ReportResult report) {}

  /// Where a report is saved.
  ///
  /// @param digest of the report's bytes
  /// @param head how many of the bytes come before the incident; all of them if there is none
  private record Entry(
      String source, String digest, String pack, long offset, int head, int length, long crc) {}

  /// @param mark distinguishes the file from another with the same name
  private record Pack(String name, long size, String mark) {}

  private record Index(String context, List<Pack> packs, List<Entry> entries) {}

  /// Opens what the same program saved in the same context. Anything else is dropped.
  void open(String read) {
    context = program + "\n" + read;
    entries.clear();
    try {
      Index index = index(CacheFiles.read(folder.resolve(INDEX)));
      if (index.context().equals(context)) {
        open(index);
      }
    } catch (NoSuchFileException none) {
      // The first run.
    } catch (IOException | RecordCodec.UnreadableRecord unusable) {
      forget("is damaged");
    }
  }

  private void open(Index index) throws IOException {
    for (Pack pack : index.packs()) {
      Path file = folder.resolve(pack.name());
      if (!pack.mark().equals(FileIdentity.of(file)) || Files.size(file) != pack.size()) {
        forget("was not written here");
        return;
      }
      packs.put(pack.name(), FileChannel.open(file, StandardOpenOption.READ));
    }
    index.entries().forEach(entry -> entries.put(entry.source(), entry));
  }

  private void forget(String why) {
    note.accept(folder.resolve(INDEX) + " " + why + ", so every report is read again.");
    entries.clear();
  }

  private static Index index(byte[] file) throws RecordCodec.UnreadableRecord, EOFException {
    if (file.length < Long.BYTES) {
      throw new EOFException(INDEX);
    }
    byte[] body = new byte[file.length - Long.BYTES];
    System.arraycopy(file, Long.BYTES, body, 0, body.length);
    if (ByteBuffer.wrap(file).getLong() != crc(body)) {
      throw new EOFException(INDEX);
    }
    return RecordCodec.read(Index.class, body);
  }

  /// What is saved for a report with these bytes.
  Optional<Kept> get(String source, String digest) {
    Entry entry = entries.get(source);
    if (entry == null || !entry.digest().equals(digest)) {
      return Optional.empty();
    }
    try {
      return Optional.of(kept(entry, packs.get(entry.pack())));
    } catch (IOException | RecordCodec.UnreadableRecord damaged) {
      entries.remove(source);
      return Optional.empty();
    }
  }

  /// Loads the sections of a saved report, even after its file and its pack have been deleted.
  /// Empty if the report is not saved.
  Optional<Supplier<List<Section>>> sections(String source, String digest) {
    return Optional.ofNullable(entries.get(source))
        .filter(entry -> entry.digest().equals(digest))
        .map(entry -> {
          FileChannel pack = packs.get(entry.pack());
          return () -> sections(entry, pack);
        });
  }

  private static List<Section> sections(Entry entry, FileChannel pack) {
    try {
      return incident(entry, bytes(entry, pack)).sections();
    } catch (IOException | RecordCodec.UnreadableRecord damaged) {
      throw new UncheckedIOException(
          "what was read of " + entry.source() + " is lost",
          damaged instanceof IOException broken ? broken : new IOException(damaged));
    }
  }

  private static Kept kept(Entry entry, FileChannel pack)
      throws IOException, RecordCodec.UnreadableRecord {
    byte[] bytes = bytes(entry, pack);
    Kept kept = RecordCodec.read(Kept.class, Arrays.copyOf(bytes, entry.head()));
    return entry.head() == entry.length()
        ? kept
        : new Kept(kept.answers(), kept.report().withIncident(Optional.of(incident(entry, bytes))));
  }

  private static Incident incident(Entry entry, byte[] bytes) throws RecordCodec.UnreadableRecord {
    return RecordCodec.read(Incident.class, Arrays.copyOfRange(bytes, entry.head(), bytes.length));
  }

  private static byte[] bytes(Entry entry, FileChannel pack) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(entry.length());
    while (bytes.hasRemaining()) {
      if (pack.read(bytes, entry.offset() + bytes.position()) < 0) {
        throw new EOFException(entry.pack());
      }
    }
    if (crc(bytes.array()) != entry.crc()) {
      throw new EOFException(entry.pack());
    }
    return bytes.array();
  }

  /// Saves what was made of a report.
  ///
  /// @return the report as it will be loaded
  ReportResult put(String source, String digest, Kept kept) throws IOException {
    NewPack pack = next();
    // The incident is written separately, because the digest covers only the incident.
    Optional<byte[]> incident =
        kept.report().incident().map(read -> RecordCodec.write(Incident.class, read));
    ReportResult report = kept.report().withDigest(incident.map(Digest::quick).orElse(""));
    byte[] head =
        RecordCodec.write(
            Kept.class, new Kept(kept.answers(), report.withIncident(Optional.empty())));
    byte[] rest = incident.orElse(new byte[0]);
    byte[] bytes = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, bytes, head.length, rest.length);
    long offset = pack.append(bytes);
    entries.put(
        source,
        new Entry(source, digest, pack.name(), offset, head.length, bytes.length, crc(bytes)));
    return report;
  }

  private synchronized NewPack next() throws IOException {
    if (next == null) {
      CacheFiles.makeFolder(folder);
      next = new NewPack(Files.createTempFile(folder, PREFIX, PACK));
      packs.put(next.name(), next.channel);
    }
    return next;
  }

  /// Whether anything was added.
  synchronized boolean hasNews() {
    return next != null;
  }

  /// Writes the index and deletes files that are no longer needed. If that fails, the next run
  /// reads the reports again.
  ///
  /// @param sources the reports that exist
  void keep(Set<String> sources) throws IOException {
    NewPack pack = next();
    entries.keySet().retainAll(sources);
    join(pack);
    List<Entry> all =
        entries.values().stream().sorted(Comparator.comparing(Entry::source)).toList();
    List<Pack> used = new ArrayList<>();
    for (String name : all.stream().map(Entry::pack).distinct().sorted().toList()) {
      Path file = folder.resolve(name);
      used.add(new Pack(name, Files.size(file), FileIdentity.of(file)));
    }
    byte[] body = RecordCodec.write(Index.class, new Index(context, used, all));
    CacheFiles.replace(
        folder.resolve(INDEX),
        PREFIX,
        ByteBuffer.allocate(Long.BYTES + body.length).putLong(crc(body)).put(body).array());
    CacheFiles.clean(folder, PREFIX, used.stream().map(Pack::name).collect(Collectors.toSet()));
    next = null;
  }

  /// Copies the reports of small or mostly unused packs into the new one, if there are too many
  /// packs or more than half of their bytes are unused.
  private void join(NewPack pack) throws IOException {
    Map<String, Long> alive = new HashMap<>();
    entries.values().forEach(entry -> alive.merge(entry.pack(), (long) entry.length(), Long::sum));
    alive.remove(pack.name());
    long living = alive.values().stream().mapToLong(Long::longValue).sum();
    long size = 0;
    Set<String> solid = new HashSet<>();
    for (Map.Entry<String, Long> old : alive.entrySet()) {
      long own = packs.get(old.getKey()).size();
      size += own;
      if (own < 2 * old.getValue() && 2 * old.getValue() > living) {
        solid.add(old.getKey());
      }
    }
    if (alive.size() > MOST_PACKS || size > 2 * living) {
      for (Entry entry : List.copyOf(entries.values())) {
        if (!entry.pack().equals(pack.name()) && !solid.contains(entry.pack())) {
          long offset = pack.append(bytes(entry, packs.get(entry.pack())));
          entries.put(
              entry.source(),
              new Entry(
                  entry.source(),
                  entry.digest(),
                  pack.name(),
                  offset,
                  entry.head(),
                  entry.length(),
                  entry.crc()));
        }
      }
    }
  }

  private static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }

  /// A pack that many threads are writing to.
  private static final class NewPack {
    private final Path file;
    private final FileChannel channel;
    private long size;

    NewPack(Path file) throws IOException {
      this.file = file;
      this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    String name() {
      return file.getFileName().toString();
    }

    /// @return the offset of the bytes
    long append(byte[] bytes) throws IOException {
      long offset = reserve(bytes.length);
      ByteBuffer all = ByteBuffer.wrap(bytes);
      while (all.hasRemaining()) {
        channel.write(all, offset + all.position());
      }
      return offset;
    }

    private synchronized long reserve(int length) {
      long offset = size;
      size += length;
      return offset;
    }
  }
}
