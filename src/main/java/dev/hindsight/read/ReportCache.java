package dev.hindsight.read;

import dev.hindsight.model.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  public record Keeping(boolean isWritten, int from, int alone) {
    /// What suits most machines.
    public static Keeping usual(boolean isWritten) {
      return new Keeping(isWritten, 100, 30_000);
    }
  }

  private final Map<String, Known> reports = new ConcurrentHashMap<>();
  private final Optional<ReportStore> store;
  private final Keeping keeping;
  private Optional<Context> context = Optional.empty();
  private volatile boolean isWritten;
  private volatile ReportFolder folder;

  /// In memory only.
  public ReportCache() {
    this.store = Optional.empty();
    this.keeping = Keeping.usual(false);
  }

  /// On disk too.
  ///
  /// @param folder where it is kept, if anything is; need not exist
  /// @param program tells this version of the program from others
  /// @param note is told why what was kept there is not used
  public ReportCache(Path folder, String program, Keeping keeping, Consumer<String> note) {
    this.keeping = keeping;
    this.store = Optional.of(new ReportStore(folder, program, note));
    this.isWritten = keeping.isWritten();
  }

  /// A report as it was read.
  ///
  /// @param digest of the file
  private record Known(String digest, Understood understood) {}

  /// What was read, and what that depends on beside the report's bytes and the configuration.
  ///
  /// @param isLasting whether another run would read the same: not where a limit of time was
  ///   reached
  record Understood(
      ReportReader.Report report, Map<Surroundings.Question, String> answers, boolean isLasting) {
    Understood withKept(Supplier<List<Section>> sections) {
      return new Understood(report.withKept(sections), answers, isLasting);
    }
  }

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

  ReportReader.Report get(String source, String digest, Supplier<Understood> read) {
    Known known = reports.get(source);
    if (known == null || !known.digest().equals(digest) || !isSame(known.understood().answers())) {
      Understood understood = kept(source, digest).orElseGet(() -> keep(source, digest, read));
      known = new Known(digest, slim(source, digest, understood));
      reports.put(source, known);
    }
    return known.understood().report();
  }

  /// Of very many reports the sections stay on disk.
  private Understood slim(String source, String digest, Understood read) {
    return store
        .filter(_ -> folder.reports().size() >= keeping.alone())
        .flatMap(opened -> opened.sections(source, digest))
        .map(sections -> read.withKept(sections))
        .orElse(read);
  }

  private boolean isSame(Map<Surroundings.Question, String> answers) {
    return Surroundings.areSame(answers, folder);
  }

  private Optional<Understood> kept(String source, String digest) {
    return store
        .flatMap(opened -> opened.get(source, digest))
        .filter(kept -> isSame(kept.answers()))
        .map(kept -> new Understood(kept.report(), kept.answers(), true));
  }

  private Understood keep(String source, String digest, Supplier<Understood> read) {
    Understood understood = read.get();
    if (store.isPresent() && isWritten && understood.isLasting()) {
      try {
        var kept = new ReportStore.Kept(understood.answers(), understood.report());
        return new Understood(store.get().put(source, digest, kept), understood.answers(), true);
      } catch (IOException notWritable) {
        isWritten = false;
      }
    }
    return understood;
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
