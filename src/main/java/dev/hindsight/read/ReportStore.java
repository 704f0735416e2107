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

/// Keeps on disk what reading made of each report, for the next run of the program. The folder can
/// be deleted at any time.
///
/// `reports.index` says which report stands where in which pack; it is replaced in one step, so
/// whoever is killed leaves the last one. A pack is written once, by one run, and never changed: a
/// run that reads few reports anew writes a small one, and now and then small ones become one.
/// Pages are made of what is in a pack without cleaning it again, so only packs are read that this
/// machine has written where they lie; see [FileIdentity].
final class ReportStore {
  private static final String INDEX = "reports.index";
  private static final String PACK = ".pack";
  private static final String PREFIX = "reports-";

  /// With more packs a run joins them.
  private static final int MOST_PACKS = 6;

  private final Path folder;
  private final String program;
  private final Consumer<String> note;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Map<String, FileChannel> packs = new ConcurrentHashMap<>();
  private String context = "";
  private NewPack next;

  /// @param folder where all of it is kept
  /// @param program tells this version of the program from others
  /// @param note is told why what was there is not used, where somebody may wonder
  ReportStore(Path folder, String program, Consumer<String> note) {
    this.folder = folder;
    this.program = program;
    this.note = note;
  }

  /// What is kept of a report.
  ///
  /// @param answers what it asked of the files around it
  record Kept(Map<RecordedFolder.Question, String> answers, ReportResult report) {}

  /// Where one report is.
  ///
  /// @param digest of the report's bytes
  /// @param head how many of the bytes come before its incident; all where it has none
  private record Entry(
      String source, String digest, String pack, long offset, int head, int length, long crc) {}

  /// @param mark what tells the file from another of the same name
  private record Pack(String name, long size, String mark) {}

  private record Index(String context, List<Pack> packs, List<Entry> entries) {}

  /// Looks up what was kept with the same program and in the same context; the rest is forgotten.
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
    note.accept(
        folder.resolve(INDEX) + " " + why + ", so every report is read again and it is made anew.");
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

  /// What was kept of a report with the same bytes.
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

  /// Fetches the sections of a report that is kept, whatever becomes of its file and of its pack's
  /// name; empty where it is not kept.
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

  /// Keeps what was made of a report.
  ///
  /// @return the report as it will come back
  ReportResult put(String source, String digest, Kept kept) throws IOException {
    NewPack pack = next();
    // The incident's bytes stand by themselves, as they alone tell it from what it was.
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

  /// Whether anything was put.
  synchronized boolean hasNews() {
    return next != null;
  }

  /// Writes down where everything is, and deletes what is of no use any more. Where it cannot, the
  /// next run reads what this one has read.
  ///
  /// @param sources the reports that there are
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

  /// Takes into the new pack what is in small or mostly dead ones, once they are too many or more
  /// is dead than alive.
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

  /// A pack that is being written, by many threads.
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

    /// @return where the bytes are
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
