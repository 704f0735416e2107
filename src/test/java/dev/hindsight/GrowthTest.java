package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Linear work passes and quadratic work fails, whatever clock measures it.
class GrowthTest {
  @Test
  void acceptsWorkInProportion() {
    IntFunction<Executable> linear = size -> () -> compare(200 * size, 40);
    Growth.assertInProportion(8_000, linear);
    Growth.assertInProportionAcrossThreads(8_000, linear);
  }

  /// Not across threads, because a busy machine can make the smaller of two look slow.
  @Test
  void rejectsWorkThatGrowsLikeTheSquare() {
    assertThrows(
        AssertionError.class,
        () -> Growth.assertInProportion(16_000, size -> () -> compare(size, size)));
  }

  /// Compares each of some numbers with each of others.
  private static void compare(int some, int others) {
    int equal = 0;
    for (int one = 0; one < some; one++) {
      for (int other = 0; other < others; other++) {
        equal += Integer.reverse(one) == Integer.reverse(other) ? 1 : 0;
      }
    }
    assertTrue(equal > 0, "compares something");
  }
}
