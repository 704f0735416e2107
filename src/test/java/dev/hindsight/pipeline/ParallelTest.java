package dev.hindsight.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Things that are done side by side are all done, whatever becomes of one of them.
class ParallelTest {
  private static final UncheckedIOException FULL =
      new UncheckedIOException(new IOException("full"));

  private static void fail() {
    throw FULL;
  }

  @Test
  void finishesTheOtherTasksIfOneFails() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    Stream<Runnable> things =
        IntStream.range(0, 1_000)
            .mapToObj(i -> i % 300 == 7 ? ParallelTest::fail : () -> done.add(i));
    assertEquals(
        FULL, assertThrows(UncheckedIOException.class, () -> Parallel.run(things)), "as thrown");
    assertEquals(996, done.size());
  }

  @Test
  void oneThreadKeepsTheOrder() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      one.submit(() -> Parallel.run(IntStream.range(0, 100).mapToObj(i -> () -> order.add(i))))
          .get();
    }
    assertEquals(IntStream.range(0, 100).boxed().toList(), order);
  }

  @Test
  void aBackgroundTaskReturnsItsResultOrRethrows() {
    assertEquals("done", Parallel.begin(() -> "done").get());
    Supplier<String> failing =
        Parallel.begin(() -> {
          fail();
          return "never";
        });
    assertEquals(FULL, assertThrows(UncheckedIOException.class, failing::get), "the first time");
    assertEquals(FULL, assertThrows(UncheckedIOException.class, failing::get), "and again");
  }
}
