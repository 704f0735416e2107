package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Growth;
import dev.hindsight.model.Incident;
import dev.hindsight.read.ReadReport;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Start, end and duration follow from a sentence with both.
class IncidentSpanTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Between 10:00 UTC and 11:30 UTC on 18 July 2024, customers saw old prices  => 2024-07-18T10:00Z 2024-07-18T11:30Z 90
          Between 10:00 and 11:30 UTC on July 18, 2024, customers saw old prices     => 2024-07-18T10:00Z 2024-07-18T11:30Z 90
          On 18 July 2024, between 10:00 and 11:30 UTC, customers saw old prices     => 2024-07-18T10:00Z 2024-07-18T11:30Z 90
          On Thursday, 18 July 2024 from 10:51 to 18:18 PDT customers saw old prices => 2024-07-18T10:51-07:00 2024-07-18T18:18-07:00 447
          From about 9:15 AM to 2:40 PM PDT on July 30th customers waited            => 2024-07-30T09:15-07:00 2024-07-30T14:40-07:00 325
          From about 9:15 AM to 2:40 PM PDT customers waited                         => 2024-07-18T09:15-07:00 2024-07-18T14:40-07:00 325
          From 1:15 to 2:40 PM PDT customers waited                                  => 2024-07-18T13:15-07:00 2024-07-18T14:40-07:00 85
          Between 11:49 PM PDT on July 19 and 2:24 AM PDT on July 20, it was slow    => 2024-07-19T23:49-07:00 2024-07-20T02:24-07:00 155
          Between 21:56 UTC on 18 July 2024 and 12:15 UTC on 19 July 2024, it hung   => 2024-07-18T21:56Z 2024-07-19T12:15Z 859
          Between 23:40 and 00:15 UTC customers waited                               => 2024-07-18T23:40Z 2024-07-19T00:15Z 35
          Between 9 and 11 AM PDT customers waited                                   => 2024-07-18T09:00-07:00 2024-07-18T11:00-07:00 120
          From 11 to 1:30 PM PDT customers waited                                    => 2024-07-18T11:00-07:00 2024-07-18T13:30-07:00 150
          From 9am until 5pm PDT on July 18 customers waited                         => 2024-07-18T09:00-07:00 2024-07-18T17:00-07:00 480
          Der Shop war von 10:05 bis 10:45 Uhr nicht erreichbar                      => 2024-07-18T10:05 2024-07-18T10:45 40
          Le site était indisponible de 10h05 à 10h45                                => 2024-07-18T10:05 2024-07-18T10:45 40
          From 18 July 10:00 UTC until 19 July 09:30 UTC customers waited            => 2024-07-18T10:00Z 2024-07-19T09:30Z 1410
          From 2024-07-18 10:00 to 2024-07-18 11:00 customers waited                 => 2024-07-18T10:00 2024-07-18T11:00 60
          The incident began at 2024-07-18 10:51 and ended at 2024-07-18 18:18       => 2024-07-18T10:51 2024-07-18T18:18 447
          It started at 10:00 UTC and was resolved at 11:30 UTC                      => 2024-07-18T10:00Z 2024-07-18T11:30Z 90
          The shop was down from 10:00 to 10:45                                      => 2024-07-18T10:00 2024-07-18T10:45 45
          The shop was down from 10:00 PST to 18:45 UTC                              => 2024-07-18T10:00-08:00 2024-07-18T18:45Z 45
          Customers saw old prices (10:00–11:30 UTC)                                 => 2024-07-18T10:00Z 2024-07-18T11:30Z 90
          On 18 July 2024, 10:00–11:30 UTC, customers saw old prices                 => 2024-07-18T10:00Z 2024-07-18T11:30Z 90
          Time window: July 17, 16:02 UTC -- July 19, 15:02 UTC                      => 2024-07-17T16:02Z 2024-07-19T15:02Z 2820
          Starting at 10:00 UTC on 3 May 2024 and ending at 11:00 UTC, it was slow   => 2024-05-03T10:00Z 2024-05-03T11:00Z 60
          It was down from 10:00 to 10:45 and mails were late from 10:30 to 11:00    => 2024-07-18T10:00 2024-07-18T11:00 60
          We met from 09:00 to 09:30 UTC. From 10:00 to 10:45 UTC the shop was down  => 2024-07-18T10:00Z 2024-07-18T10:45Z 45
          """)
  void findsBothEndsInASentence(String sentence, String expected) {
    Incident incident =
        ReadReport.of("---\ndate: 2024-07-18\n---\n\n## Summary\n\n" + sentence + ".");
    assertEquals(expected, span(incident));
    assertTrue(
        incident
            .derived()
            .containsAll(
                Set.of(
                    Incident.Derived.STARTED,
                    Incident.Derived.RESOLVED,
                    Incident.Derived.DURATION)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The team met from 10:00 to 10:45 UTC",
        "Scheduled maintenance took place from 10:00 to 12:00 UTC",
        "The office is open from 09:00 to 17:00 UTC",
        "From 10:00 to 10:45 the team slowly walked",
        "It was down from 10:00 to 10:45 and from 11:00 to 11:15",
        "From 3 to 5 pods failed",
        "Between version 10.00 and 11.30 it failed",
        "The alert fired at 10:00 UTC",
      })
  void findsNoneInOtherSentences(String sentence) {
    assertEquals(
        "- - -",
        span(ReadReport.of("---\ndate: 2024-07-18\n---\n\n## Summary\n\n" + sentence + ".")));
  }

  @Test
  void whatIsStatedComesFirst() {
    String sentence = "\n\n## Summary\n\nThe shop was down from 10:00 to 10:45 UTC.";
    assertEquals(
        "2024-07-18T09:50Z 2024-07-18T10:45Z 45",
        span(ReadReport.of("---\nstarted: 2024-07-18T09:50Z\n---" + sentence)));
    assertEquals(
        "2024-07-18T12:00Z - 45",
        span(ReadReport.of("---\nstarted: 2024-07-18T12:00Z\n---" + sentence)));
    assertEquals("- - 45", span(ReadReport.of("# Down" + sentence)));
    assertEquals(
        "2025-10-19T23:48-07:00 2025-10-20T02:40-07:00 172",
        span(
            ReadReport.of(
                "## Summary\n\nIt was bad on October 19 and 20, 2025. Between 11:48 PM PDT on"
                    + " October 19 and 2:40 AM PDT on October 20, there were errors.")));
  }

  @Test
  void looksAtTheImpactWhereTheSummaryHasNone() {
    assertEquals(
        "2024-07-18T10:00Z 2024-07-18T10:45Z 45",
        span(
            ReadReport.of(
                "---\ndate: 2024-07-18\n---\n\n## Summary\n\nIt was bad.\n\n## Impact\n\n"
                    + "- Between 10:00 and 10:45 UTC orders failed.")));
  }

  @Test
  void aLongTextTakesNoLonger() {
    Growth.assertInProportion(
        20_000,
        size -> {
          String hostile = "from 10:00 between. ".repeat(size);
          return () -> IncidentSpan.find(Stream.of(hostile), Optional.empty(), false);
        });
  }

  private static String span(Incident incident) {
    OptionalLong minutes = incident.duration();
    return ReadReport.or(incident.phases().started())
        + " "
        + ReadReport.or(incident.phases().resolved())
        + " "
        + (minutes.isPresent() ? String.valueOf(minutes.getAsLong()) : "-");
  }
}
