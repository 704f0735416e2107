package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Moment;
import dev.hindsight.read.ReadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A timeline's clock gives each time its day, its zone and its distance from the first.
class TimelineClockTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          14:45; 15:05                        => 2024-04-02T14:45 +0; 2024-04-02T15:05 +20
          23:50; 00:10                        => 2024-04-02T23:50 +0; 2024-04-03T00:10 +20
          23:50; 00:10; 00:30                 => 2024-04-02T23:50 +0; 2024-04-03T00:10 +20; 2024-04-03T00:30 +40
          14:45; 14:40                        => 2024-04-02T14:45 +0; 2024-04-02T14:40 +-5
          16:00; 08:00                        => 2024-04-02T16:00 +0; 2024-04-02T08:00 +-480
          16:01; 08:00                        => 2024-04-02T16:01 +0; 2024-04-03T08:00 +959
          2024-05-01 23:00; 01:00             => 2024-05-01T23:00 +0; 2024-05-02T01:00 +120
          2024-05-01 23:00; 2024-05-01 01:00  => 2024-05-01T23:00 +0; 2024-05-01T01:00 +-1320
          10:00; Apr 3 09:00; 10:00           => 2024-04-02T10:00 +0; 2024-04-03T09:00 +1380; 2024-04-03T10:00 +1440
          Dec 30 10:00; Jan 2 10:00           => 2023-12-30T10:00 +0; 2024-01-02T10:00 +4320
          2024-12-30 10:00; Jan 2 10:00       => 2024-12-30T10:00 +0; 2025-01-02T10:00 +4320
          2025-01-02 10:00; Dec 30 10:00      => 2025-01-02T10:00 +0; 2024-12-30T10:00 +-4320
          Day 1 10:00; Day 2 09:00            => 2024-04-02T10:00 +0; 2024-04-03T09:00 +1380
          Day 2 10:00; Day 4 09:00            => 2024-04-02T10:00 +0; 2024-04-04T09:00 +2820
          Day 1 23:00; Day 1 01:00            => 2024-04-02T23:00 +0; 2024-04-02T01:00 +-1320
          T+0:05; 10:00                       => - +5; 2024-04-02T10:00 +0
          2024-05-01; 10:00                   => 2024-05-01 -; 2024-05-01T10:00 +0
          14:??; 10:00                        => - -; 2024-04-02T10:00 +0
          10:00 UTC; 10:05                    => 2024-04-02T10:00Z +0; 2024-04-02T10:05Z +5
          10:00 UTC; 19:05 JST; 19:06         => 2024-04-02T10:00Z +0; 2024-04-02T19:05+09:00 +5; 2024-04-02T19:06+09:00 +6
          10:00 PST; 18:30 UTC                => 2024-04-02T10:00-08:00 +0; 2024-04-02T18:30Z +30
          23:50 UTC; 16:10 PST                => 2024-04-02T23:50Z +0; 2024-04-02T16:10-08:00 +20
          23:00 PST; 07:30 UTC                => 2024-04-02T23:00-08:00 +0; 2024-04-03T07:30Z +30
          08:00 JST; 23:30 UTC                => 2024-04-02T08:00+09:00 +0; 2024-04-01T23:30Z +30
          10:00; 10:05 UTC; 19:06 JST         => 2024-04-02T10:00 +0; 2024-04-02T10:05Z +5; 2024-04-02T19:06+09:00 +6
          17:11 Europe/Helsinki; 14:26 UTC    => 2024-04-02T17:11+03:00 +0; 2024-04-02T14:26Z +15
          12:00 Berlin time; 10:30 (London)   => 2024-04-02T12:00+02:00 +0; 2024-04-02T10:30+01:00 +-30
          10:00 UTC+5:30; 04:40 UTC           => 2024-04-02T10:00+05:30 +0; 2024-04-02T04:40Z +10
          2024-10-27 02:50 CEST; 02:10 CET    => 2024-10-27T02:50+02:00 +0; 2024-10-27T02:10+01:00 +20
          2024-10-27 02:50 Europe/Berlin; 02:10; 02:40 => 2024-10-27T02:50+02:00 +0; 2024-10-27T02:10+01:00 +20; 2024-10-27T02:40+01:00 +50
          2024-11-03 01:50 ET; 01:10          => 2024-11-03T01:50-04:00 +0; 2024-11-03T01:10-05:00 +20
          2024-03-31 01:50 Europe/Berlin; 03:10 => 2024-03-31T01:50+01:00 +0; 2024-03-31T03:10+02:00 +20
          23:50; 24:00; 00:05                 => 2024-04-02T23:50 +0; 2024-04-03T00:00 +10; 2024-04-03T00:05 +15
          23:50; 25:10; 26:00; 09:00          => 2024-04-02T23:50 +0; 2024-04-03T01:10 +80; 2024-04-03T02:00 +130; 2024-04-03T09:00 +550
          2024-05-01 25:10; 2024-05-02 01:20  => 2024-05-02T01:10 +0; 2024-05-02T01:20 +10
          23:55 (Apr 1); 00:26; 07:25         => 2024-04-01T23:55 +0; 2024-04-02T00:26 +31; 2024-04-02T07:25 +450
          16:40 12th Nov 2024; 09:05 13th Nov 2024 => 2024-11-12T16:40 +0; 2024-11-13T09:05 +985
          Feb 30, 2024 10:00; 10:05           => - -; 2024-04-02T10:05 +0
          10:00; 2024-02-30 10:05             => 2024-04-02T10:00 +0; - -
          Day 1 (Apr 3) 10:00; Day 3 10:00    => 2024-04-03T10:00 +0; 2024-04-05T10:00 +2880
          10:00; 10:05 UTC                    => 2024-04-02T10:00 +0; 2024-04-02T10:05Z +5
          """)
  void placesTimes(String times, String expected) {
    TimelineClock clock = new TimelineClock(Moment.parse("2024-04-02"));
    assertEquals(expected, placed(clock, times));
  }

  @Test
  void placesTimesWithoutADay() {
    TimelineClock clock = new TimelineClock(Optional.empty());
    assertEquals("- +0; - +20; - -", placed(clock, "23:50; 00:10; May 1"));
  }

  @Test
  void aYearOrAMonthIsNoDayButTellsTheYear() {
    assertEquals("- +0", placed(new TimelineClock(Moment.parse("2024")), "10:00"));
    assertEquals(
        "- +0; - +1440",
        placed(new TimelineClock(Moment.parse("2023")), "Feb 28 10:00; Mar 1 10:00"));
    assertEquals(
        "- +0; - +60", placed(new TimelineClock(Moment.parse("2024-04")), "May 1 10:00; 11:00"));
    assertEquals(
        "2023-05-01T10:00 +0; 2023-05-02T10:00 +1440",
        placed(new TimelineClock(Moment.parse("2024")), "2023-05-01 10:00; May 2 10:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          2024-04-02 => 10:00; Apr 3 09:00                   => 2024-04-02T10:00 +0; 2024-04-03T09:00 +1380
          2024-04-02 => 23:55; Apr 2 00:10                   => 2024-04-01T23:55 +0; 2024-04-02T00:10 +15
          2024-04-05 => 10:00; 10:05; Apr 4 10:30            => 2024-04-04T10:00 +0; 2024-04-04T10:05 +5; 2024-04-04T10:30 +30
          2024       => 10:00; 2024-05-01 10:30              => 2024-05-01T10:00 +0; 2024-05-01T10:30 +30
          2024       => 22:00; 01:00; 2024-05-03 10:30       => 2024-05-02T22:00 +0; 2024-05-03T01:00 +180; 2024-05-03T10:30 +750
          2024       => 22:00; 2024-05-03 01:00              => 2024-05-02T22:00 +0; 2024-05-03T01:00 +180
          2024       => 10:00; 10:20; 2024-05-03             => 2024-05-03T10:00 +0; 2024-05-03T10:20 +20; 2024-05-03 -
          2024-04-02 => T+0; 10:00                           => - +0; 2024-04-02T10:00 +0
          """)
  void timesAboveTheFirstDayLeadUpToIt(String date, String times, String expected) {
    TimelineClock clock = new TimelineClock(Moment.parse(date));
    clock.leadUp(
        Stream.of(times.split("; ")).map(time -> TimeText.at(time, false).orElseThrow()).toList());
    assertEquals(expected, placed(clock, times));
  }

  @Test
  void turnsToAnotherDay() {
    TimelineClock clock = new TimelineClock(Moment.parse("2024-04-02"));
    assertEquals("2024-04-02T10:00 +0", placed(clock, "10:00"));
    clock.turnTo(TimeText.at("April 4", false).orElseThrow());
    assertEquals("2024-04-04T09:00 +2820", placed(clock, "09:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Timeline (UTC)                            => Z
          Timeline （JST）                          => +09:00
          Timeline, UTC                             => Z
          Timeline · UTC                            => Z
          Timeline · JST                            => +09:00
          Timeline (all times in UTC)               => Z
          Timeline (times in UTC)                   => Z
          Timeline (time UTC)                       => Z
          Timeline (all times are in UTC)           => Z
          Timeline (all times UTC)                  => Z
          Timeline (UTC+2)                          => +02:00
          Timeline (UTC-05:30)                      => -05:30
          Timeline (GMT)                            => Z
          Timeline (BST)                            => +01:00
          Timeline (CET)                            => +01:00
          Timeline (CEST)                           => +02:00
          Timeline (IST)                            => +05:30
          Timeline (PST)                            => -08:00
          Timeline (MDT)                            => -06:00
          Timeline (CST)                            => -06:00
          Timeline (EDT)                            => -04:00
          Timeline (EAT)                            => +03:00
          Timeline (WAT)                            => +01:00
          Timeline (CAT)                            => +02:00
          Timeline (SAST)                           => +02:00
          Timeline (AEST)                           => +10:00
          Timeline (AEDT)                           => +11:00
          Timeline (SGT)                            => +08:00
          Timeline (KST)                            => +09:00
          Timeline (HKT)                            => +08:00
          Timeline: times are in UTC                => Z
          Timeline UTC                              => Z
          Timeline in UTC                           => Z
          Timeline (in UTC)                         => Z
          Timeline [UTC]                            => Z
          Timeline - PST                            => -08:00
          Timeline (UTC, roughly)                   => Z
          Timeline (UTC+5:30)                       => +05:30
          Timeline (UTC +2)                         => +02:00
          Timeline (UTC−3)                          => -03:00
          Timeline (GMT+5:45)                       => +05:45
          Timeline (AET)                            => Australia/Sydney
          Timeline (NZST)                           => +12:00
          Timeline (Europe/Berlin)                  => Europe/Berlin
          Timeline (America/Argentina/Buenos_Aires) => America/Argentina/Buenos_Aires
          Timeline (London)                         => Europe/London
          Timeline (Berlin time)                    => Europe/Berlin
          Timeline (all times in New York)          => America/New_York
          Timeline (Pacific Time)                   => America/Los_Angeles
          Timeline in Berlin time                   => -
          Timeline (Checkout)                       => -
          Timeline (Web/Api)                        => -
          UTC                                       => Z
          Time (Helsinki)                           => Europe/Helsinki
          Timeline (utc)                            => -
          Timeline (XYZ)                            => -
          """)
  void takesTheZoneOfAHeading(String heading, String zone) {
    TimelineClock clock = new TimelineClock(Moment.parse("2024-04-02"));
    clock.zoneOfHeading(heading);
    assertEquals(zone, zone(clock));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          All times in UTC.                         => Z
          All times are shown in PST                => -08:00
          Time (JST)                                => +09:00
          Timestamps in UTC                         => Z
          The timestamp is CET                      => +01:00
          All times are in Europe/Berlin            => Europe/Berlin
          Times are Berlin time                     => Europe/Berlin
          All times are in Berlin                   => Europe/Berlin
          All times are US Pacific time             => America/Los_Angeles
          All times are in Central European Time    => Europe/Paris
          All times are in UTC+5:30                 => +05:30
          Times are given in local time (Europe/Paris) => Europe/Paris
          All times are in The Hague or so          => -
          時刻はすべてJST                           => +09:00
          時刻はすべて JST                          => +09:00
          日時 (JST)                                => +09:00
          May 1, 2024 · UTC                         => Z
          May 1, 2024 · GMT                         => Z
          May 1, 2024 · JST                         => -
          All times. The shop keeps UTC             => -
          All times that this report gives are those of the clock, UTC => -
          Sometimes in UTC                          => -
          The overtime was in UTC                   => -
          All times in XUTC                         => -
          All times in UTCX                         => -
          All times in xUTC                         => -
          All times in UTCx                         => -
          May 1, 2024 · UTCX                        => -
          The shop keeps UTC                        => -
          """)
  void takesTheZoneOfASentence(String sentence, String zone) {
    TimelineClock clock = new TimelineClock(Moment.parse("2024-04-02"));
    clock.zone(sentence);
    assertEquals(zone, zone(clock));
  }

  @Test
  void keepsAZoneThatNothingReplaces() {
    TimelineClock clock = new TimelineClock(Moment.parse("2024-04-02"));
    clock.zoneOfHeading("Timeline (UTC)");
    clock.zoneOfHeading("Timeline");
    clock.zone("The shop keeps JST");
    clock.zone("times in UTC+99");
    clock.zoneOfHeading("Timeline (UTC+99)");
    clock.zone("All times vary\nJST is ours");
    assertEquals("Z", zone(clock));
    clock.zone("times in JST");
    assertEquals("+09:00", zone(clock));
    clock.zoneOfHeading("Timeline (CET)");
    assertEquals("+01:00", zone(clock));
  }

  private static String zone(TimelineClock clock) {
    Moment moment = clock.place(TimeText.at("10:00", false).orElseThrow()).at().orElseThrow();
    return moment.zone().map(Object::toString).orElse("-");
  }

  private static String placed(TimelineClock clock, String times) {
    List<String> placed = new ArrayList<>();
    for (String written : times.split("; ")) {
      TimelineClock.TimePoint point =
          clock.place(TimeText.inTimeline(written, false, false).orElseThrow());
      OptionalLong minutes = point.minutes();
      placed.add(
          ReadReport.or(point.at()) + (minutes.isPresent() ? " +" + minutes.getAsLong() : " -"));
    }
    return String.join("; ", placed);
  }
}
