package dev.hindsight.page.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.EnglishMessages;
import dev.hindsight.model.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dates and lengths of time are written as people read them, in the language of the site.
class TimeFormatTest {
  private static final TimeFormat TIMES = EnglishMessages.all().times();

  private static final TimeFormat GERMAN =
      EnglishMessages.translated(
              Locale.GERMAN,
              """
              dates:
                day: "{0}. {1} {2}"
                quarter: "{0}. Quartal"
                years: "{0} bis {1}"
                days: {one: "{0} Tag", other: "{0} Tage"}
                length-days: "{0} T"
                length-hours: "{0} Std."
                length-minutes: "{0} Min."
              """)
          .times();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024                      | 2024       | 2024
          2024-04                   | Apr 2024   | Apr 2024
          2024-04-02                | 2 Apr 2024 | 2 Apr 2024
          2024-04-02T14:45          | 2 Apr 2024 | 2 Apr 2024, 14:45
          2024-04-02T14:45Z         | 2 Apr 2024 | 2 Apr 2024, 14:45 UTC
          2024-04-02T14:45:30+02:00 | 2 Apr 2024 | 2 Apr 2024, 14:45:30 +02:00
          0999-12-31                | 31 Dec 0999 | 31 Dec 0999
          1000-01-01                | 1 Jan 1000 | 1 Jan 1000
          """)
  void showsAsMuchOfAMomentAsIsKnown(String written, String day, String whole) {
    Moment moment = Moment.parse(written).orElseThrow();
    assertEquals(day, TIMES.day(moment));
    assertEquals(whole, TIMES.moment(moment));
  }

  @Test
  void showsTheOffsetOfARegionOnThatDay() {
    Moment summer = Moment.parse("2024-07-02T14:45").orElseThrow();
    Moment inBerlin =
        Moment.at(
            summer.first(), summer.time().orElseThrow(), Optional.of(ZoneId.of("Europe/Berlin")));
    assertEquals("2 Jul 2024, 14:45 +02:00", TIMES.moment(inBerlin));
  }

  @ParameterizedTest
  @CsvSource({
    "1, Jan", "2, Feb", "3, Mar", "4, Apr", "5, May", "6, Jun", "7, Jul", "8, Aug", "9, Sep",
    "10, Oct", "11, Nov", "12, Dec"
  })
  void namesEveryMonth(int month, String name) {
    assertEquals(name, TIMES.month(LocalDate.of(2024, month, 1)));
    assertEquals("1 " + name + " 2024", TIMES.day(LocalDate.of(2024, month, 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024                  | 2024         | 2024
          2024-04               | Apr 2024     | Apr 2024
          2024-04-02            | 2. Apr. 2024 | 2. Apr. 2024
          2024-05-02            | 2. Mai 2024  | 2. Mai 2024
          2024-04-02T14:45      | 2. Apr. 2024 | 2. Apr. 2024, 14:45
          2024-04-02T14:45Z     | 2. Apr. 2024 | 2. Apr. 2024, 14:45 UTC
          2024-12-02T09:00+01:00 | 2. Dez. 2024 | 2. Dez. 2024, 09:00 +01:00
          """)
  void followsTheLanguage(String written, String day, String whole) {
    Moment moment = Moment.parse(written).orElseThrow();
    assertEquals(day, GERMAN.day(moment));
    assertEquals(whole, GERMAN.moment(moment));
  }

  @Test
  void followsTheLanguageInPeriodsAndLengths() {
    LocalDate december = LocalDate.of(2024, 12, 24);
    assertEquals("Dez", GERMAN.month(december));
    assertEquals("Dezember", GERMAN.longMonth(december));
    assertEquals("4. Quartal 2024", GERMAN.inYear(GERMAN.quarter(december), december));
    assertEquals("2019 bis 2021", GERMAN.years(2019, 2021));
    assertEquals("1.825 Tage", GERMAN.days(1825));
    assertEquals("2 T 3 Std.", GERMAN.length(3060));
    assertEquals("T+1 Std. 25 Min.", GERMAN.offset(85));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 days", "1, 1 day", "-1, -1 day", "68, 68 days", "1825, '1,825 days'"})
  void countsDays(long days, String text) {
    assertEquals(text, TIMES.days(days));
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
    assertEquals(length, TIMES.length(minutes));
    assertEquals(offset, TIMES.offset(minutes));
  }

  @Test
  void showsAnOffsetBeforeTheFirstEntry() {
    assertEquals("T−5 min", TIMES.offset(-5));
  }
}
