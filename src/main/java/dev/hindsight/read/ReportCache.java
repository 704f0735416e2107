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

/// What reading made of each report, for as long as nothing has changed that reading looks at: the
/// report's bytes, the configuration, and what the report asks of the files around it.
///
/// It is kept in memory, and, where it has a folder, on disk from one run to the next.
public final class ReportCache {
  /// What is kept on disk.
  ///
  /// @param isWritten whether what is read now is
  /// @param from so many reports on; fewer are read faster than looked up
  /// @param alone of so many reports the sections are on disk alone, where they are: those of
  ///   100,000 reports would take two gigabytes of memory
  public record Retention(boolean isWritten, int from, int alone) {
    /// What suits most machines.
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

  /// In memory only.
  public ReportCache() {
    this.store = Optional.empty();
    this.keeping = Retention.usual(false);
  }

  /// On disk too.
  ///
  /// @param folder where it is kept, if anything is; need not exist
  /// @param program tells this version of the program from others
  /// @param note is told why what was kept there is not used
  public ReportCache(Path folder, String program, Retention keeping, Consumer<String> note) {
    this.keeping = keeping;
    this.store = Optional.of(new ReportStore(folder, program, note));
    this.isWritten = keeping.isWritten();
  }

  /// A report as it was read.
  ///
  /// @param digest of the file
  private record CachedReport(String digest, CacheableResult read) {}

  /// What every report is read with.
  private record Context(String config, boolean drafts) {}

  /// Forgets what was read with something else.
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

  /// Of very many reports the sections stay on disk. What was read now but not written, which has
  /// no digest, must not get those that were written when the report had other files around it.
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

  /// Keeps on disk what was read. Where that cannot be, the next run reads it again.
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
