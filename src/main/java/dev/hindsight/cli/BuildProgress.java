package dev.hindsight.cli;

import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Shows the progress of a build that takes longer than a second: a bar on a terminal, or a line
/// every few seconds in a log. Records the times of all stages.
final class BuildProgress implements Progress, AutoCloseable {
  private static final long SHOWN_AFTER_MILLIS = 1_000;
  private static final long BAR_EVERY_MILLIS = 100;
  private static final long LINE_EVERY_MILLIS = 5_000;
  private static final int WIDTH = 24;

  /// Moves to the beginning of the line and clears it.
  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter err;
  private final boolean isShown;
  private final boolean isTerminal;
  private final long start = System.nanoTime();
  private final Map<Stage, StageProgress> courses = new EnumMap<>(Stage.class);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /// The progress of a stage.
  private static final class StageProgress {
    private final LongAdder done = new LongAdder();
    private volatile int steps;
    private volatile long begun;
    private volatile boolean isOpen;
    private volatile long nanos;
  }

  /// Shows progress only when [#show] is called.
  ///
  /// @param isShown whether anything is printed
  /// @param isTerminal whether the output is a terminal, which shows a bar
  BuildProgress(PrintWriter err, boolean isShown, boolean isTerminal) {
    this.err = err;
    this.isShown = isShown;
    this.isTerminal = isTerminal;
    for (Stage stage : Stage.values()) {
      courses.put(stage, new StageProgress());
    }
  }

  /// Shows nothing, but records the times.
  static BuildProgress silent(PrintWriter err) {
    return new BuildProgress(err, false, false);
  }

  static BuildProgress shown(PrintWriter err, boolean isTerminal) {
    BuildProgress progress = new BuildProgress(err, true, isTerminal);
    progress.clock.scheduleAtFixedRate(
        progress::show,
        isTerminal ? SHOWN_AFTER_MILLIS : LINE_EVERY_MILLIS,
        isTerminal ? BAR_EVERY_MILLIS : LINE_EVERY_MILLIS,
        TimeUnit.MILLISECONDS);
    return progress;
  }

  @Override
  public void begin(Stage stage, int steps) {
    StageProgress course = courses.get(stage);
    course.steps = steps;
    course.done.reset();
    course.begun = System.nanoTime();
    course.isOpen = true;
  }

  @Override
  public void step(Stage stage) {
    courses.get(stage).done.increment();
  }

  @Override
  public void end(Stage stage) {
    StageProgress course = courses.get(stage);
    if (course.isOpen) {
      course.nanos += System.nanoTime() - course.begun;
      course.isOpen = false;
    }
  }

  /// `read 1.24 s`, a line for each stage. Stages can overlap, so their sum can exceed the total.
  List<String> timings() {
    return courses.entrySet().stream()
        .map(course ->
            String.format(
                Locale.ROOT, "%-8s %8.2f s", name(course.getKey()), course.getValue().nanos / 1e9))
        .toList();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      if (isTerminal) {
        err.print(CLEAR);
        err.flush();
      }
    }
  }

  /// Prints the progress.
  synchronized void show() {
    if (clock.isShutdown()) {
      return;
    }
    // Of several stages at once, show the one that counts incidents.
    courses.entrySet().stream()
        .filter(course -> course.getValue().isOpen)
        .max((one, other) -> Integer.compare(one.getValue().steps, other.getValue().steps))
        .ifPresent(course -> {
          String state = state(name(course.getKey()), course.getValue());
          if (isTerminal) {
            err.print(CLEAR + state);
            err.flush();
          } else {
            err.println(state);
          }
        });
  }

  @Override
  public synchronized void note(String sentence) {
    if (isShown) {
      err.println((isTerminal ? CLEAR : "") + PrintedText.line(sentence));
      err.flush();
    }
  }

  private String state(String name, StageProgress course) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    if (course.steps == 0) {
      return String.format(
          Locale.ROOT, "%-8s %s%d s", name, isTerminal ? bar(0) + " " : "", seconds);
    }
    double part = Math.min(1, (double) course.done.sum() / course.steps);
    long spent = System.nanoTime() - course.begun;
    String left =
        part < 0.02
            ? ""
            : String.format(
                Locale.ROOT, ", %d s left", Math.round(spent * (1 - part) / part / 1e9));
    return String.format(
        Locale.ROOT,
        "%-8s %s%,d of %,d reports%s",
        name,
        isTerminal ? bar(part) + " " : "",
        course.done.sum(),
        course.steps,
        left);
  }

  private static String bar(double part) {
    int full = (int) (part * WIDTH);
    return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
  }

  private static String name(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
