package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Growth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times are read in every form that people write them in, and nothing else is taken for one.
class TimeTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14:45 - down                          | 14:45              | 14:45
          [13:20] merged                        | [13:20]            | 13:20
          ~9:05 am UTC: alert                   | ~9:05 am UTC       | 09:05 UTC
          7:56am utc x                          | 7:56am             | 07:56
          4 PM - over                           | 4 PM               | 16:00
          12:10 a.m. x                          | 12:10 a.m.         | 00:10
          16:00z deploy                         | 16:00z             | 16:00 z
          09:15:28 x                            | 09:15:28           | 09:15:28
          14:?? x                               | 14:??              | -
          2X:XX not sure                        | 2X:XX              | -
          2022-02-?? ??:?? x                    | 2022-02-?? ??:??   | -
          HH:mm what happened                   | HH:mm              | -
          1:22p publish works                   | 1:22p              | 13:22
          10:45a down                           | 10:45a             | 10:45
          At around 10:30 UTC we                | At around 10:30 UTC | 10:30 UTC
          17:00-18:00 x                         | 17:00-18:00        | 17:00
          2024-04-02T14:45-07:00 x              | 2024-04-02T14:45-07:00 | 2024-4-2 14:45 -07:00
          17:04 PST (UTC-7) x                   | 17:04 PST (UTC-7)  | 17:04 UTC-7
          Oct 8, 2025 ~16:00 UTC - x            | Oct 8, 2025 ~16:00 UTC | 2025-10-8 16:00 UTC
          19. April, 11:00 x                    | 19. April, 11:00   | -4-19 11:00
          September 11-19, 2025: x              | September 11-19, 2025 | 2025-9-11
          2026-07-19 → 21: x                    | 2026-07-19 → 21    | 2026-7-19
          03.01.2025 x                          | 03.01.2025         | 2025-1-3
          午後3時15分 x                          | 午後3時15分          | 15:15
          10:20頃 x                             | 10:20頃            | 10:20
          0930 UTC x                            | 0930 UTC           | 09:30 UTC
          23:54–23:57 x                         | 23:54–23:57        | 23:54
          2024-03-13 10:12 x                    | 2024-03-13 10:12   | 2024-3-13 10:12
          2024-03-13T10:12:05Z x                | 2024-03-13T10:12:05Z | 2024-3-13 10:12:05 Z
          2024-04-15 14.43 x                    | 2024-04-15 14.43   | 2024-4-15 14:43
          2026-05-11 | 2026-05-11 | 2026-5-11
          2026-07-19 → 2026-07-21 x             | 2026-07-19 → 2026-07-21 | 2026-7-19
          10/20/2022 - 15:38 CST - a user       | 10/20/2022 - 15:38 CST | 2022-10-20 15:38 CST
          Feb 04, 2021, 21:45 (UTC): x          | Feb 04, 2021, 21:45 (UTC) | 2021-2-4 21:45 UTC
          June 14th, 2022, 10:00 AM: As         | June 14th, 2022, 10:00 AM | 2022-6-14 10:00
          Jan 13: x                             | Jan 13             | -1-13
          15 May x                              | 15 May             | -5-15
          03-26 17:40 upgrade                   | 03-26 17:40        | -3-26 17:40
          Day 2 · 10:15 x                       | Day 2 · 10:15      | day 2 10:15
          T+0:05 x                              | T+0:05             | +5
          T+1h 5m x                             | T+1h 5m            | +65
          T0 begins                             | T0                 | +0
          3月5日 10:00 x                         | 3月5日 10:00        | -3-5 10:00
          23-05-2025 13:40 – x                  | 23-05-2025 13:40   | 2025-5-23 13:40
          30-04 10:00 x                         | 30-04 10:00        | -4-30 10:00
          5 May 24 10:00 x                      | 5 May 24 10:00     | 2024-5-5 10:00
          05 May 24 - x                         | 05 May 24          | 2024-5-5
          5-May-2024 10:00 x                    | 5-May-2024 10:00   | 2024-5-5 10:00
          05-May-24: x                          | 05-May-24          | 2024-5-5
          5 May '24: x                          | 5 May '24          | 2024-5-5
          May 5, 24: x                          | May 5, 24          | 2024-5-5
          5 May 24 pods restarted               | 5 May              | -5-5
          16 July 11.51 x                       | 16 July 11.51      | -7-16 11:51
          12-13 May 2024: x                     | 12-13 May 2024     | 2024-5-12
          12th–13th of May 2024: x              | 12th–13th of May 2024 | 2024-5-12
          30 Dec – 2 Jan 2025: x                | 30 Dec – 2 Jan 2025 | 2024-12-30
          23:55 (Jan 30) - x                    | 23:55 (Jan 30)     | -1-30 23:55
          23:55 (30 Jan 2024) - x               | 23:55 (30 Jan 2024) | 2024-1-30 23:55
          10:00 7th Nov 2023 - x                | 10:00 7th Nov 2023 | 2023-11-7 10:00
          10:00 UTC on 7 November 2023: x       | 10:00 UTC on 7 November 2023 | 2023-11-7 10:00 UTC
          10:00, Nov 7, 2023 x                  | 10:00, Nov 7, 2023 | 2023-11-7 10:00
          10:00 2023-11-07 x                    | 10:00 2023-11-07   | 2023-11-7 10:00
          10:00 (Tue, Nov 7) x                  | 10:00 (Tue, Nov 7) | -11-7 10:00
          10:00 on Nov 7 UTC x                  | 10:00 on Nov 7 UTC | -11-7 10:00 UTC
          10:05 Dec 3 release is bad            | 10:05              | 10:05
          14:45 10.0.0.1 unreachable            | 14:45              | 14:45
          Monday (2024-05-06)                   | Monday (2024-05-06) | 2024-5-6
          Day 1 (4 May)                         | Day 1 (4 May)      | day 1 -5-4
          10h05 x                               | 10h05              | 10:05
          10 h 05 x                             | 10 h 05            | 10:05
          10H05 – x                             | 10H05              | 10:05
          14h : x                               | 14h                | 14:00
          10u05 x                               | 10u05              | 10:05
          10:05 Uhr x                           | 10:05 Uhr          | 10:05
          14 Uhr 30 x                           | 14 Uhr 30          | 14:30
          um 14 Uhr x                           | um 14 Uhr          | 14:00
          10:05h x                              | 10:05h             | 10:05
          1445h x                               | 1445h              | 14:45
          9.15 am x                             | 9.15 am            | 09:15
          09 PM x                               | 09 PM              | 21:00
          25:10 x                               | 25:10              | 01:10 +1 day
          24:00 x                               | 24:00              | 00:00 +1 day
          10:00 Europe/Berlin x                 | 10:00 Europe/Berlin | 10:00 Europe/Berlin
          10:00 (Berlin) x                      | 10:00 (Berlin)     | 10:00 Berlin
          10:00 Berlin time: x                  | 10:00 Berlin time  | 10:00 Berlin
          10:00 Pacific Time x                  | 10:00 Pacific Time | 10:00 Pacific
          10:00 UTC+5:30 x                      | 10:00 UTC+5:30     | 10:00 UTC+5:30
          10:00 UTC-11:30 UTC x                 | 10:00 UTC-11:30 UTC | 10:00 UTC
          10:00 (Checkout) x                    | 10:00              | 10:00
          10:00 TCP/IP x                        | 10:00              | 10:00
          2025-01-14 1600: x                    | 2025-01-14 1600    | 2025-1-14 16:00
          2025-01-14 1600 users left            | 2025-01-14         | 2025-1-14
          9:15 to 2:40 PM x                     | 9:15 to 2:40 PM    | 09:15
          1:15 - 2:40 PM PDT x                  | 1:15 - 2:40 PM PDT | 13:15 PDT
          """)
  void readsWhatALineBeginsWith(String line, String written, String meaning) {
    TimeText time = TimeText.at(line, false).orElseThrow(() -> new AssertionError(line));
    assertEquals(written, line.substring(0, time.end()).strip());
    assertEquals(meaning.equals("-") ? "" : meaning, meaning(time));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500 errors
          3 pods failed
          10.0.0.1 unreachable
          1.2.3 released
          May be slow
          Marching on
          25:99 x
          2024 was hard
          v14:45x
          12 hours later
          10h30m of downtime
          10 h of downtime
          11.51 is the version
          3-5 pods
          """)
  void takesNothingElseForATime(String line) {
    assertEquals(Optional.empty(), TimeText.at(line, false));
  }

  @Test
  void aTimeWithADotIsOneWhereItIsExpected() {
    assertEquals("11:51", meaning(TimeText.inTimeline("11.51 x", false, true).orElseThrow()));
    assertEquals("11:51", meaning(TimeText.inTimeline("kl. 11.51 x", false, true).orElseThrow()));
    for (String other : List.of("1.25 GB", "1.2.3 x", "0.45%", "1.5 x", "10.0.0.1 x")) {
      assertEquals(Optional.empty(), TimeText.inTimeline(other, false, true), other);
    }
  }

  @Test
  void whichNumberIsTheDayIsForTheConfigurationToSay() {
    assertEquals("2023-6-11", meaning(TimeText.at("06/11/2023 x", false).orElseThrow()));
    assertEquals("2023-11-6", meaning(TimeText.at("06/11/2023 x", true).orElseThrow()));
    assertEquals("2023-11-26", meaning(TimeText.at("26/11/2023 x", false).orElseThrow()));
  }

  @Test
  void aLongLineTakesNoLonger() {
    Growth.assertInProportion(
        100_000,
        size -> {
          String hostile = "2024-01-01 ".repeat(size) + "~".repeat(size);
          return () -> TimeText.at(hostile, false);
        });
  }

  private static String meaning(TimeText time) {
    if (time.offset().isPresent()) {
      return "+" + time.offset().getAsLong();
    }
    String date =
        time.date()
            .map(day ->
                (day.year().isPresent() ? day.year().getAsInt() : "")
                    + "-"
                    + day.month()
                    + "-"
                    + day.day()
                    + " ")
            .orElse("");
    String clock = time.time().map(value -> value + " ").orElse("");
    clock += time.isNextDay() ? "+1 day " : "";
    String number = time.dayNumber().isPresent() ? "day " + time.dayNumber().getAsInt() + " " : "";
    return (number + date + clock + time.zone().orElse("")).strip();
  }
}
