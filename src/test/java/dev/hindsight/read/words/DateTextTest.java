package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Moment;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dates are read as exactly as they are written, and no more exactly.
class DateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-12                     | 2026-03-12
          ' 2026-03-12 '                 | 2026-03-12
          2026/03/12                     | 2026-03-12
          2026-07-24 to 2026-07-25 JST   | 2026-07-24
          2026-05-17 / 2026-05-18        | 2026-05-17
          October 9, 2025                | 2025-10-09
          9th October 2025               | 2025-10-09
          Thursday, October 9, 2025      | 2025-10-09
          2025年10月9日                    | 2025-10-09
          2024-04-02T14:45Z              | 2024-04-02T14:45Z
          2024-04-02 14:45:30 +0200      | 2024-04-02T14:45:30+02:00
          2024-04-02 14:45 JST           | 2024-04-02T14:45+09:00
          2024-04-02 14:45               | 2024-04-02T14:45
          April 2, 2024 2:45 PM UTC      | 2024-04-02T14:45Z
          11 Jun 24                      | 2024-06-11
          05 May 24                      | 2024-05-05
          5-May-24                       | 2024-05-05
          12-13 May 2024                 | 2024-05-12
          May 12-13, 2024                | 2024-05-12
          12 May - 13 May 2024           | 2024-05-12
          30 Dec to 2 Jan 2025           | 2024-12-30
          2024-05-12 to 2024-05-13       | 2024-05-12
          2024-06-11T24:00:00Z           | 2024-06-12T00:00Z
          2024-06-11 25:10               | 2024-06-12T01:10
          10:00 UTC on 2 April 2024      | 2024-04-02T10:00Z
          """)
  void readsDaysAndTimes(String written, String moment) {
    assertEquals(moment, read(written, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2022-05         | 2022-05
          2022/5          | 2022-05
          2022-05-??      | 2022-05
          2022-05-xx      | 2022-05
          2022-05-XX      | 2022-05
          January 2025    | 2025-01
          february 2025   | 2025-02
          March 2025      | 2025-03
          APRIL 2025      | 2025-04
          May 2025        | 2025-05
          June 2025       | 2025-06
          July 2025       | 2025-07
          August 2025     | 2025-08
          September 2025  | 2025-09
          October 2025    | 2025-10
          November 2025   | 2025-11
          December 2025   | 2025-12
          2024            | 2024
          ' 2024 '        | 2024
          2024-??         | 2024
          2024-??-??      | 2024
          2024/??         | 2024
          """)
  void readsMonthsAndYears(String written, String moment) {
    assertEquals(moment, read(written, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          06-11-2023 | false | 2023-06-11
          06-11-2023 | true  | 2023-11-06
          26-11-2023 | false | 2023-11-26
          06/11/2023 | false | 2023-06-11
          06/11/2023 | true  | 2023-11-06
          06.11.2023 | false | 2023-11-06
          """)
  void readsTwoNumbersInTheOrderOfTheReport(String written, boolean isDayFirst, String moment) {
    assertEquals(moment, read(written, isDayFirst));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "tomorrow",
    "14:45",
    "'October 9'",
    "2024-13",
    "2024-00",
    "2024-02-30",
    "'Feb 30, 2024 10:00'",
    "2024 was hard",
    "'Date: 2024-03-12'",
    "06-11-20231",
    "20240312",
  })
  void readsNothingElse(String written) {
    assertEquals("none", read(written, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-01-03, 10:00 – 11:30 UTC            | 2025-01-03T10:00Z | 2025-01-03T11:30Z
          2025-01-03 10:00—11:30                   | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 → 11:30                 | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 ~ 11:30                 | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 〜 11:30                 | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00～11:30                   | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 - 11:30                 | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 -> 11:30                | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 --> 11:30               | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 to 11:30                | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 Until 11:30             | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 till 11:30              | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 from 10:00 to 11:30           | 2025-01-03T10:00  | 2025-01-03T11:30
          '2025-01-03, from 10:00 to 11:30'        | 2025-01-03T10:00  | 2025-01-03T11:30
          2025-01-03 10:00 UTC – 11:30 (slow)      | 2025-01-03T10:00Z | 2025-01-03T11:30Z
          2025-01-03 10:00 JST – 11:30             | 2025-01-03T10:00+09:00 | 2025-01-03T11:30+09:00
          2025-01-03 23:10 – 00:20                 | 2025-01-03T23:10  | 2025-01-04T00:20
          2025-01-03 10:00 – 10:00                 | 2025-01-03T10:00  | 2025-01-03T10:00
          2025-01-03 10:00 – 2025-01-05 09:00      | 2025-01-03T10:00  | 2025-01-05T09:00
          2025-01-03 10:00 – Jan 5 09:00           | 2025-01-03T10:00  | 2025-01-05T09:00
          2024-12-31 23:00 – Jan 1 09:00           | 2024-12-31T23:00  | 2025-01-01T09:00
          2025-01-03 10:00 PST – 18:30 UTC         | 2025-01-03T10:00-08:00 | 2025-01-03T18:30Z
          2025-01-03 23:00 PST – 07:30 UTC         | 2025-01-03T23:00-08:00 | 2025-01-04T07:30Z
          2025-01-03 08:00 JST – 23:30 UTC         | 2025-01-03T08:00+09:00 | 2025-01-02T23:30Z
          10:00 – 11:30 UTC on 3 January 2025      | 2025-01-03T10:00Z | 2025-01-03T11:30Z
          23:40 to 00:15 on 3 January 2025         | 2025-01-03T23:40  | 2025-01-04T00:15
          2025-01-03 22:00 – 24:00                 | 2025-01-03T22:00  | 2025-01-04T00:00
          Jan 3 10:00 – Jan 5, 2025 09:00          | 2025-01-03T10:00  | 2025-01-05T09:00
          """)
  void readsBothEndsOfARange(String written, String start, String end) {
    DateText.Range range = DateText.range(written, false).orElseThrow();
    assertEquals(start, range.start().toString());
    assertEquals(end, range.end().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "10:00 – 11:30",
    "Jan 3 10:00 – 11:30",
    "2025-01-03 – 2025-01-05",
    "2025-01-03 10:00",
    "2025-01-03 10:00 – 2025-01-05",
    "2025-01-03 10:00 down – 11:30",
    "2025-01-03 – 11:30",
  })
  void takesNothingForARangeThatLacksATimeOrADay(String written) {
    assertEquals(Optional.empty(), DateText.range(written, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-12-slug.md           | 2026-03-12
          2026-3-2_slug.md             | 2026-03-02
          2026-03-slug.md              | 2026-03
          20250130_disk.md             | 2025-01-30
          20250130.md                  | 2025-01-30
          06-11-2023-slug.md           | 2023-06-11
          INC-2026-04-10-slug.md       | 2026-04-10
          disk-2026-04-10.md           | 2026-04-10
          pm_2026-04-10.md             | 2026-04-10
          2024/10/18/readme.md         | 2024-10-18
          2024/10/readme.md            | 2024-10
          2024-10/disk.md              | 2024-10
          reports/2024-10-18/disk.md   | 2024-10-18
          2023/2024-10-18-disk.md      | 2024-10-18
          """)
  void readsTheDateOfAPath(String path, String date) {
    assertEquals(date, DateText.inPath(path, false).map(Moment::toString).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "readme.md",
    "disk-full-2026-03-12.md",
    "2024/disk.md",
    "202501301.md",
    "12345678.md",
    "INC-2024-0112.md",
  })
  void readsNoDateElsewhereInAPath(String path) {
    assertEquals(Optional.empty(), DateText.inPath(path, false));
  }

  private static String read(String written, boolean isDayFirst) {
    return DateText.read(written, isDayFirst).map(Moment::toString).orElse("none");
  }
}
