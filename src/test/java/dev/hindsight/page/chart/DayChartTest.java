package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayChartTest {

  private static int week(String day) {
    return DayChart.week(LocalDate.parse(day));
  }

  @Test
  void aYearThatBeginsOnMondayBeginsAColumn() {
    assertEquals(0, week("2024-01-01"));
    assertEquals(0, week("2024-01-07"));
    assertEquals(1, week("2024-01-08"));
  }

  @Test
  void aYearThatBeginsOnSundayHasOneDayInItsFirstColumn() {
    assertEquals(0, week("2023-01-01"));
    assertEquals(1, week("2023-01-02"));
    assertEquals(52, week("2023-12-31"));
  }

  @Test
  void aLeapYearThatBeginsOnSundayNeedsFiftyFourColumns() {
    assertEquals(53, week("2012-12-31"));
    assertEquals(9, week("2012-02-29"));
  }
}
