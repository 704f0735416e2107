package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuartilesTest {

  @Test
  void oneValueIsEveryQuartile() {
    assertEquals(new Quartiles(1, 7, 7, 7, 7, 7), Quartiles.of(List.of(7L)));
  }

  @Test
  void anOddNumberHasAMiddle() {
    assertEquals(
        new Quartiles(5, 1, 2, 3, 40, 9000), Quartiles.of(List.of(9000L, 1L, 3L, 40L, 2L)));
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTwoValues() {
    assertEquals(new Quartiles(4, 10, 18, 25, 33, 40), Quartiles.of(List.of(40L, 10L, 20L, 30L)));
  }
}
