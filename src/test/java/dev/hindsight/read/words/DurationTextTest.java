package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lengths of time are read in the spellings that people use, and a number alone is none.
class DurationTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 weeks      | 20160
          1 week       | 10080
          1w           | 10080
          3 days       | 4320
          1 day        | 1440
          2d           | 2880
          2 hours      | 120
          1 hour       | 60
          3 hrs        | 180
          1 hr         | 60
          2h           | 120
          5 minutes    | 5
          1 minute     | 1
          5 mins       | 5
          1 min        | 1
          45m          | 45
          120 seconds  | 2
          60 second    | 1
          180 secs     | 3
          240 sec      | 4
          300s         | 5
          2週間         | 20160
          1日           | 1440
          2日間         | 2880
          3時間         | 180
          2小时         | 120
          15分          | 15
          20分間        | 20
          25分钟        | 25
          2H 15M       | 135
          """)
  void knowsEveryUnit(String written, long minutes) {
    assertEquals(OptionalLong.of(minutes), DurationText.minutes(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3h 17m                       | 197
          2d 1h 29m                    | 2969
          1h5m                         | 65
          1 day, 3 hours               | 1620
          1 hour and 48 minutes        | 108
          PT1H30M                      | 90
          P1DT2H                       | 1560
          pt45m                        | 45
          1h30                         | 90
          1h 30                        | 60
          1 hour, and 5 minutes        | 65
          1.5 hours                    | 90
          0.25 days                    | 360
          89 seconds                   | 1
          90 seconds                   | 2
          29 seconds                   | 0
          0h 36m                       | 36
          13+ hours                    | 780
          13 + hours                   | 780
          999999 minutes               | 999999
          約 1 時間 7 分                 | 67
          30 minutes of slow pages     | 30
          2 hours (120 minutes)        | 120
          2 hours, 3 regions           | 120
          """)
  void addsUpTheParts(String written, long minutes) {
    assertEquals(OptionalLong.of(minutes), DurationText.minutes(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ~5 min                 | 5
          ≈ 5 min                | 5
          >5 min                 | 5
          < 5 min                | 5
          about 5 min            | 5
          About 5 min            | 5
          around 5 min           | 5
          approximately 5 min    | 5
          approx 5 min           | 5
          approx. 5 min          | 5
          over 5 min             | 5
          nearly 5 min           | 5
          almost 5 min           | 5
          up to 5 min            | 5
          約5分                   | 5
          约5分钟                  | 5
          **5 min**              | 5
          _~5 min_               | 5
          """)
  void looksPastWordsThatOnlyRoundIt(String written, long minutes) {
    assertEquals(OptionalLong.of(minutes), DurationText.minutes(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          02:45 UTC → 11:05 UTC ≈ 8h 20m         | 500
          10:00 to 10:45 = 45 min                | 45
          10:00–10:45 (45 min)                   | 45
          10:00–10:45 (about 45 min)             | 45
          10:00 (UTC) to 10:45 (45 min)          | 45
          ~83 minutes — 19:27 UTC to 20:50 UTC   | 83
          """)
  void findsTheLengthBesideTheTwoEnds(String written, long minutes) {
    assertEquals(OptionalLong.of(minutes), DurationText.minutes(written));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "N/A",
    "unknown",
    "14:45",
    "45",
    "4 users",
    "5 meters",
    "3 servers",
    "2 dozen",
    "~4 min/hour",
    "5 months",
    "1234567 min",
    "from 10:00 for 5 min",
    "10:00–10:45 [45 min]",
  })
  void readsNothingElse(String written) {
    assertEquals(OptionalLong.empty(), DurationText.minutes(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an hour                | 1 hour
          a minute               | 1 minute
          one hour               | 1 hour
          two weeks              | 2 weeks
          three days             | 3 days
          four minutes           | 4 minutes
          five hours             | 5 hours
          six hours              | 6 hours
          seven hours            | 7 hours
          eight hours            | 8 hours
          nine hours             | 9 hours
          ten minutes            | 10 minutes
          eleven days            | 11 days
          Twelve weeks           | 12 weeks
          for two hours or three days | for 2 hours or 3 days
          two attempts           | two attempts
          a minuteman            | a minuteman
          bone minutes           | bone minutes
          thirteen hours         | thirteen hours
          """)
  void putsDigitsForNumbersInWords(String written, String digits) {
    assertEquals(digits, DurationText.digits(written));
  }
}
