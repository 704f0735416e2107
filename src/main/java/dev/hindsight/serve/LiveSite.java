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

/// Keeps a site current while somebody edits reports. The page of a saved report is shown and found
/// at once. Everything that depends on it, such as links and charts, follows after a whole build.
public final class LiveSite implements AutoCloseable {
  /// Somebody who saves more reports at once is not looking at one of them.
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

  /// The last whole build, without previews.
  private MemoryOutput last = new MemoryOutput();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /// Leaves one core free for previews while a large site is built.
  private final ForkJoinPool builds =
      new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  /// @param rests the builder's progress
  /// @param incidents the reports folder
  /// @param told receives the result of each whole build
  /// @param failed receives the exception of a failed build
  public LiveSite(
      SiteBuilder builder,
      BuildPause rests,
      SiteServer server,
      Path incidents,
      Consumer<BuildResult> told,
      Consumer<Throwable> failed) {
    // The browser shows a preview before the whole build starts.
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

  /// Builds and shows the whole site. If reports have errors, the last good site stays.
  public void build() {
    isWaiting.set(false);
    // Files that are saved from now on may be too late for this build.
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

  /// Shows the effect of files that were added, changed or removed.
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

  /// Catches errors, because nobody waits for a scheduled build and would see them.
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

  /// Previews and builds take turns, because each preview is based on the last site.
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
