package dev.hindsight.page.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dates and lengths of time are written as people read them.
class TimeFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024                      | 2024       | 2024                        | 2024-01-01T00:00:00Z
          2024-04                   | Apr 2024   | Apr 2024                    | 2024-04-01T00:00:00Z
          2024-04-02                | 2 Apr 2024 | 2 Apr 2024                  | 2024-04-02T00:00:00Z
          2024-04-02T14:45          | 2 Apr 2024 | 2 Apr 2024, 14:45           | 2024-04-02T14:45:00Z
          2024-04-02T14:45Z         | 2 Apr 2024 | 2 Apr 2024, 14:45 UTC       | 2024-04-02T14:45:00Z
          2024-04-02T14:45:30+02:00 | 2 Apr 2024 | 2 Apr 2024, 14:45:30 +02:00 | 2024-04-02T12:45:30Z
          0999-12-31                | 31 Dec 0999 | 31 Dec 0999                | 0999-12-31T00:00:00Z
          1000-01-01                | 1 Jan 1000 | 1 Jan 1000                  | 1000-01-01T00:00:00Z
          """)
  void showsAsMuchOfAMomentAsIsKnown(String written, String day, String whole, String instant) {
    Moment moment = Moment.parse(written).orElseThrow();
    assertEquals(day, TimeFormat.day(moment));
    assertEquals(whole, TimeFormat.moment(moment));
    assertEquals(instant, TimeFormat.instant(moment).toString());
  }

  @Test
  void showsTheOffsetOfARegionOnThatDay() {
    Moment summer = Moment.parse("2024-07-02T14:45").orElseThrow();
    Moment inBerlin =
        Moment.at(
            summer.first(), summer.time().orElseThrow(), Optional.of(ZoneId.of("Europe/Berlin")));
    assertEquals("2 Jul 2024, 14:45 +02:00", TimeFormat.moment(inBerlin));
  }

  @ParameterizedTest
  @CsvSource({
    "1, Jan", "2, Feb", "3, Mar", "4, Apr", "5, May", "6, Jun", "7, Jul", "8, Aug", "9, Sep",
    "10, Oct", "11, Nov", "12, Dec"
  })
  void namesEveryMonth(int month, String name) {
    assertEquals(name, TimeFormat.month(LocalDate.of(2024, month, 1)));
    assertEquals("1 " + name + " 2024", TimeFormat.day(LocalDate.of(2024, month, 1)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 days", "1, 1 day", "-1, -1 day", "68, 68 days"})
  void countsDays(long days, String text) {
    assertEquals(text, TimeFormat.days(days));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 min, T+0",
    "1, 1 min, T+1 min",
    "45, 45 min, T+45 min",
    "60, 1 h, T+1 h",
    "85, 1 h 25 min, T+1 h 25 min",
    "1439, 23 h 59 min, T+23 h 59 min",
    "1440, 1 d, T+1 d",
    "1459, 1 d, T+1 d",
    "3060, 2 d 3 h, T+2 d 3 h"
  })
  void showsLengths(long minutes, String length, String offset) {
    assertEquals(length, TimeFormat.length(minutes));
    assertEquals(offset, TimeFormat.offset(minutes));
  }

  @Test
  void showsAnOffsetBeforeTheFirstEntry() {
    assertEquals("T−5 min", TimeFormat.offset(-5));
  }
}
