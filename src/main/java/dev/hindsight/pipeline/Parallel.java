package dev.hindsight.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Runs tasks on all cores, in the caller's pool or the common pool.
final class Parallel {
  private Parallel() {}

  /// Runs all tasks, started in this order. A single list keeps all cores busy. Nested parallel
  /// streams do not, because a thread that waits for an inner stream cannot help with another. If a
  /// task fails, the others still run before the exception is thrown.
  static void run(Stream<Runnable> things) {
    List<Runnable> row = things.toList();
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    // A pool takes tasks from both ends of its queue. To keep the order, it only gets workers that
    // take tasks from this list.
    Callable<Object> hand =
        () -> {
          for (int i = next.getAndIncrement(); i < row.size(); i = next.getAndIncrement()) {
            try {
              row.get(i).run();
            } catch (RuntimeException | Error failed) {
              failure.compareAndSet(null, failed);
            }
          }
          return null;
        };
    ForkJoinPool pool = pool();
    pool.invokeAllUninterruptibly(Collections.nCopies(pool.getParallelism() + 1, hand));
    if (failure.get() != null) {
      throw thrown(failure.get());
    }
  }

  /// Starts a task in the background.
  ///
  /// @return waits for the result, and rethrows the exception of the task
  static <T> Supplier<T> begin(Supplier<T> thing) {
    CompletableFuture<T> begun = CompletableFuture.supplyAsync(thing, pool());
    return () -> {
      try {
        return begun.join();
      } catch (CompletionException failed) {
        throw thrown(failed.getCause());
      }
    };
  }

  private static ForkJoinPool pool() {
    return Optional.ofNullable(ForkJoinTask.getPool()).orElseGet(ForkJoinPool::commonPool);
  }

  private static RuntimeException thrown(Throwable cause) {
    return switch (cause) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }
}
