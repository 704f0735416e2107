package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Moment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dates and durations in the languages that reports are written in.
class MonthNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12. Mai 2026             | 2026-05-12
          1. Januar 2026           | 2026-01-01
          3. März 2026             | 2026-03-03
          24. Dezember 2025        | 2025-12-24
          7. Okt. 2025             | 2025-10-07
          13 mai 2026              | 2026-05-13
          1er août 2025            | 2025-08-01
          2 février 2025           | 2025-02-02
          5 juillet 2025           | 2025-07-05
          25 décembre 2025         | 2025-12-25
          14 de mayo de 2026       | 2026-05-14
          3 de enero de 2026       | 2026-01-03
          9 de septiembre del 2025 | 2025-09-09
          8 de março de 2026       | 2026-03-08
          30 de outubro de 2025    | 2025-10-30
          15 maggio 2026           | 2026-05-15
          4 luglio 2025            | 2025-07-04
          6 mei 2026               | 2026-05-06
          6 maart 2026             | 2026-03-06
          17 мая 2026              | 2026-05-17
          2 декабря 2025           | 2025-12-02
          2026년 5월 16일            | 2026-05-16
          2026年5月16日             | 2026-05-16
          Mai 2026                 | 2026-05
          mayo de 2026             | 2026-05
          Dezember 2025            | 2025-12
          10 out 2026              | none
          3 set 2026               | none
          5 ago 2026               | none
          """)
  void areReadInManyLanguages(String text, String date) {
    assertEquals(date, DateText.read(text, false).map(Moment::toString).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 Stunde 20 Minuten       | 80
          2 Std. 5 Min.             | 125
          3 Tage und 2 Stunden      | 4440
          2 heures et 10 minutes    | 130
          1 jour                    | 1440
          2 horas                   | 120
          1 hora y 15 minutos       | 75
          3 días                    | 4320
          2 horas e 5 minutos       | 125
          2 ore e 30 minuti         | 150
          3 uur                     | 180
          2 часа 10 минут           | 130
          1시간 20분                 | 80
          2 oranges                 | none
          5 duurzame                | none
          """)
  void durationsToo(String text, String minutes) {
    var found = DurationText.minutes(text);
    assertEquals(minutes, found.isPresent() ? String.valueOf(found.getAsLong()) : "none");
  }
}
