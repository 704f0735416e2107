package dev.hindsight.read.source;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// What reading one report may cost. Without limits, a single report could keep all others from
/// being published. Reports that people write stay far below them.
///
/// @param size in bytes; in memory a report takes about ten times as much
/// @param time of the processor, as a last resort. The other limits count things, so that a report
///   has the same result on every machine, however busy
public record Limits(long size, Duration time) {
  /// About 700 pages of a book, and a thousand times what a report takes.
  public static final Limits USUAL = new Limits(5_000_000, Duration.ofSeconds(30));

  /// Reports of the sample and the test corpora have at most a few thousand.
  private static final int MOST_NODES = 100_000;

  private static final int MOST_FOOTNOTES = 2_000;
  private static final int MOST_SYSTEMS = 500;
  private static final int MOST_ALIASES = 100;

  /// A stack of fixed size, because default sizes differ: what is nested too deeply here is so
  /// everywhere.
  private static final long STACK = 4L << 20;

  /// How often to check the processor time, in milliseconds.
  private static final long GLANCE = 100;

  /// Threads are reused for the next report. A thread that does not return is abandoned and does
  /// not keep the program running.
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("reading-", 0).daemon().stackSize(STACK).factory());

  /// A report exceeds a limit.
  public static final class Exceeded extends Exception {
    private static final long serialVersionUID = 1L;
    private final String cure;

    Exceeded(String found, String cure) {
      super(found);
      this.cure = cure;
    }

    /// What the author can do.
    public String cure() {
      return cure;
    }
  }

  /// The limit that a file of this size exceeds, if any.
  public Optional<Exceeded> tooLarge(long bytes) {
    return bytes <= size
        ? Optional.empty()
        : Optional.of(
            new Exceeded(
                "the file is %.1f MB; the limit is %s MB".formatted(bytes / 1e6, size / 1_000_000),
                "move logs into files next to the report and link to them"));
  }

  /// The limit that this number of Markdown nodes exceeds, if any. A short text can have very many,
  /// and each of them costs time.
  public Optional<Exceeded> tooManyNodes(int nodes) {
    return nodes <= MOST_NODES
        ? Optional.empty()
        : Optional.of(
            new Exceeded(
                "the report has %,d Markdown nodes (paragraphs, lines, items, cells, links …); the limit is %,d"
                    .formatted(nodes, MOST_NODES),
                "move logs and large tables into code blocks, or into files next to the report"));
  }

  /// The limit that this number of footnotes exceeds, if any.
  public Optional<Exceeded> tooManyFootnotes(int footnotes) {
    return footnotes <= MOST_FOOTNOTES
        ? Optional.empty()
        : Optional.of(
            new Exceeded(
                "the report has %,d footnotes; the limit is %,d"
                    .formatted(footnotes, MOST_FOOTNOTES),
                "move lists of sources into a file next to the report"));
  }

  /// The limit that this number of affected systems exceeds, if any. Each system has pages and
  /// feeds that name all others.
  public Optional<Exceeded> tooMany(int systems) {
    return systems <= MOST_SYSTEMS
        ? Optional.empty()
        : Optional.of(
            new Exceeded(
                "the report names %,d affected systems; the limit is %d"
                    .formatted(systems, MOST_SYSTEMS),
                "name the groups that they belong to instead"));
  }

  /// The limit that this number of aliases exceeds, if any. Each alias has a page.
  public Optional<Exceeded> tooManyAliases(int aliases) {
    return aliases <= MOST_ALIASES
        ? Optional.empty()
        : Optional.of(
            new Exceeded(
                "the report has %,d aliases; the limit is %d".formatted(aliases, MOST_ALIASES),
                "keep the IDs that somebody still links to"));
  }

  /// Runs work within the time and the stack for one report. Work that takes longer is interrupted;
  /// see [#stopIfInterrupted].
  ///
  /// @throws Exceeded if it takes longer or is nested too deeply
  public <T> T within(Supplier<T> work) throws Exceeded {
    AtomicReference<ProcessorTime> used = new AtomicReference<>();
    // With a CompletableFuture, the pool would start another thread for each one that waits.
    Future<T> done =
        THREADS.submit(() -> {
          used.set(ProcessorTime.ofThisThread());
          return work.get();
        });
    try {
      while (true) {
        try {
          return done.get(GLANCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          ProcessorTime now = used.get();
          if (now != null && now.nanos() > time.toNanos() && done.cancel(true)) {
            throw new Exceeded(
                "reading the report takes more than " + time.toSeconds() + " seconds of CPU time",
                "look for something that is repeated thousands of times and remove it");
          }
        }
      }
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case StackOverflowError _ ->
            throw new Exceeded(
                "the report is nested too deeply to be read",
                "look for lists, quotes, emphasis or values nested in each other and flatten them");
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case Throwable fault -> throw new IllegalStateException(fault);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  /// Ends work that has exceeded its time. Readers call this wherever they go through a long
  /// report, so that no thread works on in vain.
  public static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }

  /// The processor time that a thread has used since some work began.
  ///
  /// @param before what it had used by then
  private record ProcessorTime(long thread, long before) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static ProcessorTime ofThisThread() {
      return new ProcessorTime(
          Thread.currentThread().threadId(), THREADS.getCurrentThreadCpuTime());
    }

    long nanos() {
      return THREADS.getThreadCpuTime(thread) - before;
    }
  }
}
