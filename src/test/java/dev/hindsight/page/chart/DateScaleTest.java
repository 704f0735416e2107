package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.EnglishMessages;
import dev.hindsight.page.chart.DateScale.Tick;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateScaleTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 2, 14);

  private static DateScale until(LocalDate last) {
    return DateScale.of(List.of(last, FIRST), 10, 1094);
  }

  private static String names(DateScale scale) {
    return scale.ticks(EnglishMessages.all().times()).stream()
        .map(Tick::name)
        .collect(Collectors.joining(" "));
  }

  @Test
  void namesMonthsQuartersOrYearsAsThereIsRoom() {
    assertEquals("2023 Feb Mar", names(until(FIRST)));
    assertEquals("2023 Q2 Q3 Q4 2024 Q2 Q3 Q4", names(until(LocalDate.of(2024, 10, 1))));
    assertEquals("2023 2024 2025 2026 2027 2028 2029", names(until(LocalDate.of(2029, 1, 1))));
    assertEquals("2025 2030 2035 2040 2045 2050 2055 2060", names(until(LocalDate.of(2062, 1, 1))));
  }

  @Test
  void theFirstNameHasTheYear() {
    DateScale scale = DateScale.of(List.of(LocalDate.of(2024, 5, 3)), 10, 1094);
    assertEquals("Apr 2024 May Jun", names(scale));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 80, 400, 2_000, 8_000, 50_000, 300_000, 2_000_000})
  void everyDayHasItsPlaceAndNamesHaveRoom(int days) {
    LocalDate last = FIRST.plusDays(days);
    DateScale scale = until(last);
    assertTrue(scale.x(FIRST) >= 10 && scale.x(FIRST) <= scale.x(last) && scale.x(last) <= 1094);
    assertEquals(0, scale.quarterOf(FIRST));
    assertEquals(scale.quarters() - 1, scale.quarterOf(last));
    List<Tick> ticks = scale.ticks(EnglishMessages.all().times());
    assertFalse(ticks.isEmpty());
    for (int i = 1; i < ticks.size(); i++) {
      double room = ticks.get(i).x() - ticks.get(i - 1).x();
      assertTrue(room > TextWidth.width("Q3 2023", 12), names(scale));
    }
  }
}
