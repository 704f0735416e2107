package dev.hindsight.serve;

import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.pipeline.SiteBuilder;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Keeps a site current while somebody writes: the page of a report that was saved is there at
/// once, and search finds it; all that follows from it, links and charts, is there as soon as it is
/// made.
public final class LiveSite implements AutoCloseable {
  /// Whoever saves more reports at once does not look at one of them.
  private static final int MOST_PREVIEWED = 8;

  private final long afterMillis;
  private final SiteBuilder builder;
  private final BuildPause rests;
  private final SiteServer server;
  private final Path incidents;
  private final Consumer<BuildResult> told;
  private final Consumer<Throwable> failed;
  private final Set<String> sinceLastBuild = new ConcurrentSkipListSet<>();
  private final AtomicBoolean isWaiting = new AtomicBoolean();

  /// Without previews.
  private MemoryOutput last = new MemoryOutput();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /// Leaves a core to whoever saves while a large site is made.
  private final ForkJoinPool builds =
      new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  /// @param rests is the builder's progress
  /// @param incidents the folder of reports
  /// @param told is given the result of each whole build
  /// @param failed is given what kept a build from its end
  public LiveSite(
      SiteBuilder builder,
      BuildPause rests,
      SiteServer server,
      Path incidents,
      Consumer<BuildResult> told,
      Consumer<Throwable> failed) {
    // The browser shows a preview before the rest is made.
    this(builder, rests, server, incidents, told, failed, BuildPause.MILLIS);
  }

  LiveSite(
      SiteBuilder builder,
      BuildPause rests,
      SiteServer server,
      Path incidents,
      Consumer<BuildResult> told,
      Consumer<Throwable> failed,
      long afterMillis) {
    this.afterMillis = afterMillis;
    this.builder = builder;
    this.rests = rests;
    this.server = server;
    this.incidents = incidents;
    this.told = told;
    this.failed = failed;
  }

  /// Makes the whole site and shows it; where reports have errors, the last good one stays.
  public void build() {
    isWaiting.set(false);
    // What is saved from now on may be too late for this build.
    sinceLastBuild.clear();
    try {
      MemoryOutput site = new MemoryOutput(last);
      BuildResult result = builder.build(site);
      if (result instanceof BuildResult.Built) {
        last = site;
      }
      show(site, result);
      told.accept(result);
    } catch (IOException | RuntimeException fault) {
      failed.accept(fault);
    }
  }

  /// Shows what follows from files that came, changed or went.
  public void changed(Set<Path> files) {
    rests.begin();
    boolean areReports =
        files.stream().allMatch(file -> file.startsWith(incidents) && isMarkdown(file));
    if (areReports && files.size() <= MOST_PREVIEWED) {
      Set<String> reports = new ConcurrentSkipListSet<>();
      files.forEach(file -> reports.add(incidents.relativize(file).toString().replace('\\', '/')));
      sinceLastBuild.addAll(reports);
      preview(reports);
    }
    if (isWaiting.compareAndSet(false, true)) {
      clock.schedule(this::buildLater, afterMillis, TimeUnit.MILLISECONDS);
    }
  }

  /// Nobody waits for what the clock starts, so nobody else would learn of an error.
  private void buildLater() {
    try {
      builds.submit(this::build).join();
    } catch (Error fault) {
      failed.accept(fault);
    }
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }

  /// One at a time with previews: each is laid over the site that it goes on from.
  private synchronized void show(MemoryOutput site, BuildResult result) {
    if (result instanceof BuildResult.Built built) {
      server.show(site, built.problems());
    } else {
      server.showProblems(result.problems());
    }
    preview(sinceLastBuild);
  }

  private synchronized void preview(Collection<String> reports) {
    for (String report : reports) {
      MemoryOutput pages = new MemoryOutput();
      Optional<BuildResult> result = builder.preview(report, pages);
      if (result.isPresent() && result.get() instanceof BuildResult.Built built) {
        server.preview(pages, built.problems());
      } else {
        result.ifPresent(rejected -> server.showProblems(rejected.problems()));
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    builds.shutdownNow();
  }
}
