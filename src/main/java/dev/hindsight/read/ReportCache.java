package dev.hindsight.read;

import dev.hindsight.read.report.CacheableResult;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.RecordedFolder;
import dev.hindsight.read.source.ReportFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Caches the result of reading each report. A result is valid until something that it depends on
/// changes: the report's bytes, the configuration, or the answers about the files around it.
///
/// The cache is in memory. With a folder, it is also saved on disk for the next run.
public final class ReportCache {
  /// What to save on disk.
  ///
  /// @param isWritten whether to save new results
  /// @param from the number of reports from which on the disk is used; fewer are read faster than
  ///   looked up
  /// @param alone the number of reports from which on saved sections stay on disk; those of 100,000
  ///   reports would take two gigabytes of memory
  public record Retention(boolean isWritten, int from, int alone) {
    /// Limits that suit most machines.
    public static Retention usual(boolean isWritten) {
      return new Retention(isWritten, 100, 30_000);
    }
  }

  private final Map<String, CachedReport> reports = new ConcurrentHashMap<>();
  private final Optional<ReportStore> store;
  private final Retention keeping;
  private Optional<Context> context = Optional.empty();
  private volatile boolean isWritten;
  private volatile ReportFolder folder;

  /// Creates a cache in memory only.
  public ReportCache() {
    this.store = Optional.empty();
    this.keeping = Retention.usual(false);
  }

  /// Creates a cache that is also saved on disk.
  ///
  /// @param folder where to save it; need not exist
  /// @param program identifies this version of the program
  /// @param note receives the reason if saved results cannot be used
  public ReportCache(Path folder, String program, Retention keeping, Consumer<String> note) {
    this.keeping = keeping;
    this.store = Optional.of(new ReportStore(folder, program, note));
    this.isWritten = keeping.isWritten();
  }

  /// A cached result.
  ///
  /// @param digest of the report's file
  private record CachedReport(String digest, CacheableResult read) {}

  /// What all reports are read with.
  private record Context(String config, boolean drafts) {}

  /// Drops results that were read with anything else.
  ///
  /// @param config the text of the configuration
  public synchronized void readWith(String config, ReportFolder now, boolean drafts) {
    folder = now;
    Optional<Context> next = Optional.of(new Context(config, drafts));
    if (!next.equals(context)) {
      reports.clear();
      context = next;
      if (store.isPresent() && now.reports().size() >= keeping.from()) {
        store.get().open(config + "\n" + drafts);
      } else {
        isWritten = false;
      }
    }
  }

  ReportResult get(String source, String digest, Supplier<CacheableResult> reader) {
    CachedReport known = reports.get(source);
    if (known == null || !known.digest().equals(digest) || !isSame(known.read().answers())) {
      CacheableResult read = kept(source, digest).orElseGet(() -> keep(source, digest, reader));
      known = new CachedReport(digest, slim(source, digest, read));
      reports.put(source, known);
    }
    return known.read().result();
  }

  /// With very many reports, sections stay on disk. A result without a digest was not saved, so it
  /// must not get sections from when the report had other files around it.
  private CacheableResult slim(String source, String digest, CacheableResult read) {
    return store
        .filter(_ -> folder.reports().size() >= keeping.alone())
        .filter(_ -> !read.result().digest().isEmpty())
        .flatMap(opened -> opened.sections(source, digest))
        .map(sections -> read.withKept(sections))
        .orElse(read);
  }

  private boolean isSame(Map<RecordedFolder.Question, String> answers) {
    return RecordedFolder.areSame(answers, folder);
  }

  private Optional<CacheableResult> kept(String source, String digest) {
    return store
        .flatMap(opened -> opened.get(source, digest))
        .filter(kept -> isSame(kept.answers()))
        .map(kept -> new CacheableResult(kept.report(), kept.answers(), true));
  }

  private CacheableResult keep(String source, String digest, Supplier<CacheableResult> reader) {
    CacheableResult read = reader.get();
    if (store.isPresent() && isWritten && read.isLasting()) {
      try {
        var kept = new ReportStore.Kept(read.answers(), read.result());
        return new CacheableResult(store.get().put(source, digest, kept), read.answers(), true);
      } catch (IOException notWritable) {
        isWritten = false;
      }
    }
    return read;
  }

  /// Saves new results on disk. If that fails, the next run reads the reports again.
  public void keep() {
    if (store.isPresent() && isWritten && store.get().hasNews()) {
      try {
        store.get().keep(Set.copyOf(reports.keySet()));
      } catch (IOException notKept) {
        isWritten = false;
      }
    }
  }
}
