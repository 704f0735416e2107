package dev.hindsight.build;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Does many things on all cores, begun in their order. Parallel streams within one another leave
/// cores idle, as a thread that waits for an inner one cannot help with another; in one long row
/// nothing waits.
final class SideBySide {
  private SideBySide() {}

  /// Does all of it, in the pool of the caller or else in the one that all share. When something
  /// fails, the rest is done before that is thrown.
  static void run(Stream<Runnable> things) {
    List<Callable<Object>> row = things.map(Executors::callable).toList();
    ForkJoinPool pool =
        Optional.ofNullable(ForkJoinTask.getPool()).orElseGet(ForkJoinPool::commonPool);
    for (Future<Object> done : pool.invokeAllUninterruptibly(row)) {
      if (done.state() == Future.State.FAILED) {
        throw thrown(done.exceptionNow());
      }
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    return switch (cause) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }
}
