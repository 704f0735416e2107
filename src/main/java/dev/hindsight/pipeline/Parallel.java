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

/// Does many things on all cores, in the pool of the caller or else in the one that all share.
final class Parallel {
  private Parallel() {}

  /// Does all of it, begun in this order. Parallel streams within one another leave cores idle, as
  /// a thread that waits for an inner one cannot help with another; in one long row nothing waits.
  /// When something fails, the rest is done before that is thrown.
  static void run(Stream<Runnable> things) {
    List<Runnable> row = things.toList();
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    // A pool takes what it is given from both ends, so it is given only the hands that take it.
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

  /// Begins something whose result is asked for later.
  ///
  /// @return waits for the result, and throws what making it has thrown
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
