package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What metadata leaves open follows from the words of a report: its summary, its duration, its
/// milestones and its day.
class DerivedFactsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          The shop lasted 30 minutes                              => 30
          It lasted for 2 hours                                   => 120
          An outage lasting about 30 minutes                      => 30
          The shop was down for 45 minutes                        => 45
          The shop was completely down for 45 minutes             => 45
          The shop was only partly down for 45 minutes            => 45
          Pages were unavailable for 45 minutes                   => 45
          The shop went offline for 45 minutes                    => 45
          The shop had been inaccessible for 45 minutes           => 45
          Pages unreachable for 45 minutes                        => 45
          Search was degraded for 45 minutes                      => 45
          Search was broken for 45 minutes                        => 45
          Orders were failing for 45 minutes                      => 45
          Orders failed for 45 minutes                            => 45
          Orders timed out for 45 minutes                         => 45
          Orders were timing out for 45 minutes                   => 45
          It was bad. Duration: 45 minutes                        => 45
          The shop was down for a total of 45 minutes             => 45
          The shop was down for around 45 minutes                 => 45
          The shop was down for approximately 45 minutes          => 45
          The shop was down for approx. 45 minutes                => 45
          The shop was down for approx 45 minutes                 => 45
          The shop was down for roughly 45 minutes                => 45
          The shop was down for just over 45 minutes              => 45
          The shop was down for at least 45 minutes               => 45
          The shop was down for under 45 minutes                  => 45
          The shop was down for almost 45 minutes                 => 45
          The shop was down for nearly 45 minutes                 => 45
          The shop was down for more than 45 minutes              => 45
          The shop was down for ~45 minutes                       => 45
          The shop was down for ≈45 minutes                       => 45
          The shop was down for seven hours                       => 420
          The shop was down for an hour                           => 60
          It lasted long. The shop was down for 45 minutes        => 45
          There was a 20-minute outage                            => 20
          There was a 20 minute partial outage                    => 20
          There was a 20-minute-long full outage                  => 20
          There was a 2-hour total outage                         => 120
          A 20 min incident                                       => 20
          A 20 mins downtime                                      => 20
          A 2 hrs disruption                                      => 120
          A 3h interruption                                       => 180
          A 20m outage                                            => 20
          A 2 day outage                                          => 2880
          A 1.5 hour outage                                       => 90
          There were 5 hours of downtime                          => 300
          There were 5 hours 20 min of downtime                   => 320
          There were 5 hours and 20 minutes of downtime           => 320
          There were 5 hours 20mins of downtime                   => 320
          There were 5 hours 20m of downtime                      => 320
          There were 20 minutes of outage                         => 20
          There were 20 minutes of partial disruption             => 20
          There were 20 minutes of very bad interruption          => 20
          There were 20 minutes of unavailability                 => 20
          From 10:00 to 10:45 the shop was down                   => 45
          Between 10:00 and 10:45 the shop was down               => 45
          From 10:00 until 10:45 the shop was down                => 45
          From 10:00-10:45 the shop was down                      => 45
          From 10:00 – 10:45 the shop was down                    => 45
          From 10:00 — 10:45 the shop was down                    => 45
          From about 10:00 to around 10:45 the shop was down      => 45
          From around 10:00 to about 10:45 the shop was down      => 45
          From ~10:00 to ~10:45 the shop was down                 => 45
          From 10:00 UTC to 10:45 UTC the shop was down           => 45
          From 11:30 am to 1:15 p.m. the shop was down            => 105
          From 10:30 pm to 11:15 pm the shop was down             => 45
          From 10:30pm to 11:15pm the shop was down               => 45
          From 10:30 p.m. to 11:15 p.m. the shop was down         => 45
          From 11:30 pm to 12:15 a.m. the shop was down           => 45
          From 23:50 to 00:20 the shop was down                   => 30
          From 10:00 to 10:45 there was an outage                 => 45
          From 10:00 to 10:45 pages were unavailable              => 45
          From 10:00 to 10:45 pages were unreachable              => 45
          From 10:00 to 10:45 pages were inaccessible             => 45
          From 10:00 to 10:45 the shop was offline                => 45
          From 10:00 to 10:45 search was degraded                 => 45
          From 10:00 to 10:45 each page was an error              => 45
          From 10:00 to 10:45 we saw errors                       => 45
          From 10:00 to 10:45 orders would fail                   => 45
          From 10:00 to 10:45 orders failed                       => 45
          From 10:00 to 10:45 orders were failing                 => 45
          From 10:00 to 10:45 we saw a failure                    => 45
          From 10:00 to 10:45 we saw failures                     => 45
          From 10:00 to 10:45 orders were disrupted               => 45
          From 10:00 to 10:45 there was disruption                => 45
          From 10:00 to 10:45 there was an interruption           => 45
          From 10:00 to 10:45 nobody was unable to pay            => 45
          From 10:00 to 10:45 pages were slow                     => 45
          From 10:00 to 10:45 orders were affected                => 45
          From 10:00 to 10:45 orders were impacted                => 45
          From 10:00 to 10:45 we had an incident                  => 45
          From 10:00 to 10:45 the cart was broken                 => 45
          From 10:00 to 10:45 orders timed out                    => 45
          From 10:00 to 10:45 mails were late                     => 45
          """)
  void findsTheDurationInASentence(String summary, long minutes) {
    assertEquals(
        OptionalLong.of(minutes), ReadReport.of("## Summary\n\n" + summary + ".").duration());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The shop was down",
        "The team worked for 45 minutes",
        "The shop was down for ever",
        "Shutdown for 45 minutes",
        "The alert fires after 20 minutes",
        "A 20-minute meeting",
        "A 20-minute incidental stop",
        "From 10:00 to 10:45 there was a countdown",
        "There were 20 minutes of work and of rest and of outage",
        "The team met from 10:00 to 10:45",
        "From 10:00 to 10:45 and from 11:00 to 11:15 it was down",
        "From 10:00 to 10:45 the team slowly walked",
        "Pages of 10:00 to 10:45 failed",
      })
  void findsNoDurationInOtherSentences(String summary) {
    assertEquals(OptionalLong.empty(), ReadReport.of("## Summary\n\n" + summary + ".").duration());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void findsTheDurationInTheSummaryAndTheImpact(String markdown, String minutes) {
    OptionalLong duration = ReadReport.of(markdown).duration();
    assertEquals(minutes, duration.isPresent() ? String.valueOf(duration.getAsLong()) : "-");
  }

  static Stream<Arguments> findsTheDurationInTheSummaryAndTheImpact() {
    return Cases.of(
        """
        == the summary first
        ## Impact

        It was down for 10 minutes.

        ## Summary

        It was down for 20 minutes.
        =>
        20
        == the impact
        ## Summary

        It was down.

        ## Impact

        It was down for 10 minutes.
        =>
        10
        == the first lines
        It was down for 10 minutes.

        ## Causes

        It was down for 20 minutes.
        =>
        10
        == other sections
        ## Causes

        It was down for 20 minutes.
        =>
        -
        == a length further on in the sentence
        ## Summary

        It was down for as long as it took the whole team to look at every page, which is 10 minutes.
        =>
        -
        == what lasted before an outage
        ## Summary

        A 20-minute outage. It lasted 10 minutes.
        =>
        10
        == an outage before a span
        ## Summary

        From 10:00 to 10:45 there were errors, a 20-minute outage.
        =>
        20
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void findsTheSummary(String markdown, String summary) {
    assertEquals(summary, ReadReport.of("# Shop down\n\n" + markdown).summary());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tracking ID: ABC-123",
        "Tracking ID FNJ8-VQZ",
        "Incident number 4711",
        "PIR: XK-12",
        "Watch our video about this incident.",
        "Watch our 'Azure Incident Retrospective' video: https://example.org/v",
        "Published on May 3, 2024",
        "Last updated: 2024-05-03",
        "By Mira Moss",
        "May 3, 2024",
        "Wednesday, September 25th, 2024",
        "2024-05-03 10:00 – 11:30 UTC",
        "Table of contents",
        "[TOC]",
        "5 min read",
        "Root cause",
      })
  void aLineAboutTheReportIsNotItsSummary(String line) {
    String report =
        "# Shop down\n\n" + line + "\n\n## What happened?\n\nIt broke.\n\n## Root cause\n\nA disk.";
    assertEquals("It broke.", ReadReport.of(report).summary());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On May 3, 2024, the shop was down.",
        "2024-05-03 the shop went down",
        "Updated pages were lost.",
        "By noon all was lost.",
        "Incident numbers rose to 12.",
        "May was bad",
        "Watchdogs barked.",
        "The contents were lost.",
      })
  void anyOtherFirstLineIsTheSummary(String line) {
    assertEquals(
        line, ReadReport.of("# Shop down\n\n" + line + "\n\n## Root cause\n\nA disk.").summary());
  }

  static Stream<Arguments> findsTheSummary() {
    return Cases.of(
        """
        == the section of that name
        Before.

        ## Summary

        It was down.

        ## What happened

        More.
        =>
        It was down.
        == what stands before all sections
        It was down.

        ## What happened

        More.
        =>
        It was down.
        == a section that leads up to the story
        ## What happened

        It was down.
        =>
        It was down.
        == a section with nothing of its own
        It was down.

        ## Summary

        [Describe the incident]
        =>
        It was down.
        == words of a template within
        ## Summary

        It was down for [number of minutes] minutes.
        =>
        It was down for  minutes.
        == keys before all sections
        **Date:** 2024-05-01

        It was down.
        =>
        It was down.
        == two sections
        ## Summary

        It was down.

        ## Overview

        All of it.
        =>
        It was down.

        All of it.
        == no summary
        ## Causes

        A setting.
        =>

        == a part of another section
        ## Root cause

        A setting.

        ### What happened

        It was down.
        =>

        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Fault occurs                  => 10:00 - - -
          Incident started              => 10:00 - - -
          Outage began                  => 10:00 - - -
          Impact starts                 => 10:00 - - -
          障害発生                      => 10:00 - - -
          First detected                => - 10:00 - -
          Detection                     => - 10:00 - -
          Mitigated                     => - - 10:00 -
          Repaired                      => - - 10:00 -
          Incident resolved             => - - - 10:00
          **Fully recovered.**          => - - - 10:00
          復旧                          => - - - 10:00
          Detected by Mira              => - - - -
          """)
  void takesMilestonesOfShortEntries(String entry, String milestones) {
    Incident incident =
        ReadReport.of("# Shop down\n\nDate: 2024-05-01\n\n## Timeline\n\n- 10:00 " + entry);
    Milestones phases = incident.phases();
    assertEquals(
        milestones,
        Stream.of(phases.started(), phases.detected(), phases.mitigated(), phases.resolved())
            .map(moment -> ReadReport.or(moment.flatMap(Moment::time)))
            .reduce((one, two) -> one + " " + two)
            .orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void recognizesMilestones(String markdown, String started) {
    assertEquals(started, ReadReport.or(ReadReport.of(markdown).phases().started()));
  }

  static Stream<Arguments> recognizesMilestones() {
    return Cases.of(
        """
        == the first of each
        Date: 2024-05-01

        ## Timeline

        - 10:00 Outage started
        - 11:00 Outage started
        =>
        2024-05-01T10:00
        == metadata before entries
        - Date: 2024-05-01
        - Started: 2024-05-01 09:00

        ## Timeline

        - 10:00 Outage started
        =>
        2024-05-01T09:00
        == an entry without a day
        ## Timeline

        - 10:00 Outage started
        =>
        -
        == an entry without a time of day
        ## Timeline

        - 2024-05-01: Outage started
        =>
        -
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          On 2024-05-01 it was down                  => 2024-05-01
          On May 1, 2024 it was down                 => 2024-05-01
          On May 1 2024 it was down                  => 2024-05-01
          On May 1st, 2024 it was down               => 2024-05-01
          On Sept. 2nd, 2024 it was down             => 2024-09-02
          On June 3rd, 2024 it was down              => 2024-06-03
          On July 4th, 2024 it was down              => 2024-07-04
          On 1 January 2024 it was down              => 2024-01-01
          On 1st February 2024 it was down           => 2024-02-01
          On the 2nd of March 2024 it was down       => 2024-03-02
          On 3rd April, 2024 it was down             => 2024-04-03
          On 4th Aug 2024 it was down                => 2024-08-04
          On Oct 5, 2024 and Nov 6, 2024 it was down => 2024-10-05
          On November 7, 2024 it was down            => 2024-11-07
          On 8 December 2024 it was down             => 2024-12-08
          On 9 jun 2024 it was down                  => 2024-06-09
          On 9 jul 2024 it was down                  => 2024-07-09
          On 9 sep 2024 it was down                  => 2024-09-09
          On 9 oct 2024 it was down                  => 2024-10-09
          On 9 nov 2024 it was down                  => 2024-11-09
          On 9 May 2024 it was down                  => 2024-05-09
          On jan 9, 2024 it was down                 => 2024-01-09
          On feb 9, 2024 it was down                 => 2024-02-09
          On mar 9, 2024 it was down                 => 2024-03-09
          On apr 9, 2024 it was down                 => 2024-04-09
          On aug 9, 2024 it was down                 => 2024-08-09
          On dec 9, 2024 it was down                 => 2024-12-09
          On May 1 it was down                       => -
          In May 2024 it was down                    => -
          Build v2024-05-01 was down                 => -
          Build 2024-05-01-3 was down                => -
          Build x-2024-05-01 was down                => -
          Build 2024-05-01b was down                 => -
          """)
  void findsTheDayInASentence(String sentence, String day) {
    assertEquals(day, ReadReport.or(ReadReport.of("## Summary\n\n" + sentence + ".").date()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void findsTheDayInTheFirstLinesTheSummaryAndTheImpact(String markdown, String day) {
    assertEquals(day, ReadReport.or(ReadReport.of(markdown).date()));
  }

  static Stream<Arguments> findsTheDayInTheFirstLinesTheSummaryAndTheImpact() {
    return Cases.of(
        """
        == the first lines
        It was down on May 1, 2024.
        =>
        2024-05-01
        == the impact
        ## Causes

        A setting of April 1, 2024.

        ## Impact

        It was down.

        It was down on May 1, 2024.
        =>
        2024-05-01
        == other sections
        ## Causes

        A setting of April 1, 2024.
        =>
        -
        == lists
        ## Summary

        - down on May 1, 2024
        =>
        -
        """);
  }
}
