package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.EnglishMessages;
import dev.hindsight.model.Moment;
import dev.hindsight.page.chart.StackedBars.Bar;
import dev.hindsight.page.chart.StackedBars.DatedCount;
import dev.hindsight.page.chart.StackedBars.SeriesName;
import dev.hindsight.page.chart.StackedBars.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackedBarsTest {
  private static final List<SeriesName> NAMES =
      List.of(
          new SeriesName("bad", "1"), new SeriesName("worse", "2"), new SeriesName("none", "none"));

  private static Optional<StackedBars> bars(Unit unit, String... dates) {
    List<DatedCount> counted =
        Stream.of(dates)
            .map(date -> new DatedCount(Moment.parse(date).orElseThrow(), date.length() % 2))
            .toList();
    return StackedBars.of(counted, NAMES, unit, EnglishMessages.all());
  }

  @Test
  void aBarForEachMonthFromTheFirstToTheLast() {
    StackedBars bars = bars(Unit.INCIDENT, "2023-11-30", "2024-02-01", "2024-02").orElseThrow();
    assertEquals("month", bars.period());
    assertEquals(
        List.of("Nov 2023", "Dec 2023", "Jan 2024", "Feb 2024"),
        bars.bars().stream().map(Bar::name).toList());
    Bar last = bars.bars().getLast();
    assertEquals("Feb 2024: 2 incidents (1 bad, 1 worse)", words(bars, last));
    assertEquals(Optional.of("Feb 2024 (2)"), bars.most());
  }

  private static String words(StackedBars bars, Bar bar) {
    assertEquals(bars.series().size(), bar.counts().size(), "a number for each part");
    return bar.words();
  }

  @Test
  void aYearWithoutAMonthIsNotDrawn() {
    assertEquals(Optional.empty(), bars(Unit.INCIDENT, "2024", "2023"));
    assertEquals(1, bars(Unit.INCIDENT, "2024", "2024-02-01").orElseThrow().total());
  }

  @Test
  void manyMonthsBecomeQuartersAndThenYears() {
    assertEquals("quarter", bars(Unit.INCIDENT, "2004-01-01", "2024-02-01").orElseThrow().period());
    assertEquals("year", bars(Unit.INCIDENT, "1970-01-01", "2024-02-01").orElseThrow().period());
    StackedBars all = bars(Unit.INCIDENT, "0001-01-01", "9999-12-31").orElseThrow();
    assertTrue(all.bars().size() <= 120, all.bars().size() + " bars");
    assertEquals(2, all.total());
  }

  @Test
  void aBarLinksToItsFirstMonthWithACount() {
    Bar bar = bars(Unit.ACTION, "2024-06-09", "2024-05-09").orElseThrow().bars().getFirst();
    assertEquals("Q2 2024", bar.name());
    assertEquals("2024-05", bar.id());
  }
}
