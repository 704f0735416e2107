package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Incident;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.Severity;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Of several places that state the same, the clearest is believed.
class IncidentReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report.md             | id: INC-2024-0001 | INC-2024-0002: Shop down | INC-2024-0001
          report.md             | id: one two       | INC-2024-0002: Shop down | INC-2024-0002
          report.md             | id: n/a           | INC-2024-0002: Shop down | INC-2024-0002
          INC-2024-0003.md      | x: y              | INC-2024-0002: Shop down | INC-2024-0002
          INC-2024-0003.md      | x: y              | Shop down                | INC-2024-0003
          INC-2024-0003-shop.md | x: y              | Shop down                | INC-2024-0003
          INC-001-shop.md       | x: y              | INC-001: Shop down       | INC-001
          INC-001-shop.md       | x: y              | Shop down                | INC-001
          INC-002-shop.md       | x: y              | INC-002: Shop down       | INC-002-shop
          INC-002-shop.md       | x: y              | Shop down                | INC-002-shop
          incident-3-shop.md    | x: y              | Shop down                | incident-3
          pm4-shop.md           | x: y              | Shop down                | pm4
          postmortem-5_shop.md  | x: y              | Shop down                | postmortem-5
          rca-6 shop.md         | x: y              | Shop down                | rca-6
          pir-7-shop.md         | x: y              | Shop down                | pir-7
          ir-8-shop.md          | x: y              | Shop down                | ir-8
          ops-9-shop.md         | x: y              | Shop down                | ops-9
          box-1-shop.md         | x: y              | Shop down                | box-1-shop
          ir-8-9.md             | x: y              | Shop down                | ir-8-9
          2024/shop.md          | x: y              | Shop down                | shop
          the-INC-2024-0003.md  | x: y              | Shop down                | the-INC-2024-0003
          """)
  void takesTheIdFromMetadataTheTitleOrTheFile(String path, String key, String title, String id) {
    String markdown = "---\n" + key + "\n---\n\n# " + title + "\n\nIt was down.\n";
    Incident incident =
        ReadReport.of(
            path,
            markdown,
            "INC-001",
            "INC-002",
            "INC-002",
            "incident-3",
            "pm4",
            "postmortem-5",
            "rca-6",
            "pir-7",
            "ir-8",
            "ops-9",
            "box-1");
    assertEquals(id, incident.id().value());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void takesTheDateFromTheClearestPlace(String report, String date) {
    String path = report.lines().findFirst().orElseThrow();
    Incident incident = ReadReport.of(path, report.substring(path.length() + 1));
    assertEquals(
        date, ReadReport.or(incident.date()) + (incident.isDateDerived() ? " derived" : ""));
  }

  static Stream<Arguments> takesTheDateFromTheClearestPlace() {
    return Cases.of(
        """
        == the key date before all else
        2024-02-02-shop.md
        ---
        date: 2024-01-01
        started: 2024-01-05 10:00
        ---
        # Shop down (2024-01-03)

        It was down on 2024-01-04.
        =>
        2024-01-01
        == the start before the title
        2024-02-02-shop.md
        ---
        started: 2024-01-05 10:00
        ---
        # Shop down (2024-01-03)
        =>
        2024-01-05T10:00
        == the title before the file
        2024-02-02-shop.md
        # Shop down (2024-01-03)
        =>
        2024-01-03
        == the file before the words
        2024-02-02-shop.md
        # Shop down

        It was down on 2024-01-04.
        =>
        2024-02-02
        == the folder
        2024/02/shop.md
        # Shop down
        =>
        2024-02
        == the timeline before the words
        shop.md
        # Shop down

        It was down on 2024-01-04.

        ## Timeline

        - someone changed a setting
        - 2024-01-03 10:00 Down
        =>
        2024-01-03 derived
        == the words before the year of the id
        INC-2023-0001.md
        # Shop down

        It was down on 2024-01-04.
        =>
        2024-01-04 derived
        == the words give the timeline its day
        shop.md
        # Shop down

        It was down on 2024-01-04.

        ## Timeline

        - 10:00 Down
        =>
        2024-01-04 derived
        == the year of the id
        INC-2023-0001.md
        # Shop down
        =>
        2023 derived
        == a year of the last century
        INC-1999-0001.md
        # Shop down
        =>
        1999 derived
        == a number that is no year
        INC-20230-0001.md
        # Shop down
        =>
        - derived
        == a number that is longer than a year
        INC-12023-0001.md
        # Shop down
        =>
        - derived
        == a number of another century
        INC-2123-0001.md
        # Shop down
        =>
        - derived
        == the year of the id gives days of the timeline their year
        INC-2023-0001.md
        # Shop down

        ## Timeline

        - May 1 10:00 Down
        =>
        2023 derived
        == a list of times in a section of no known kind
        shop.md
        # Shop down

        ## The morning

        - 2024-01-03 10:00 Down
        - 2024-01-03 10:05 Alert
        - 2024-01-03 10:10 Up
        =>
        2024-01-03 derived
        == the day before the month, as another date tells
        shop.md
        ---
        date: 05/06/2024
        ---
        # Shop down

        It was up on 25/06/2024.
        =>
        2024-06-05
        == the month before the day
        shop.md
        ---
        date: 05/06/2024
        ---
        # Shop down
        =>
        2024-05-06
        == nothing
        shop.md
        # Shop down
        =>
        - derived
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void takesTheDurationFromTheClearestPlace(String markdown, String minutes) {
    Incident incident = ReadReport.of(markdown);
    OptionalLong duration = incident.duration();
    assertEquals(
        minutes,
        (duration.isPresent() ? String.valueOf(duration.getAsLong()) : "-")
            + (incident.derived().contains(Incident.Derived.DURATION) ? " derived" : ""));
  }

  static Stream<Arguments> takesTheDurationFromTheClearestPlace() {
    return Cases.of(
        """
        == the key duration before all else
        ---
        duration: 1h 30m
        ttr: 50 minutes
        started: 2024-05-01 10:00
        resolved: 2024-05-01 10:10
        ---
        ## Summary

        It was down for 20 minutes.

        ## Impact

        - Duration: 40 minutes
        =>
        90
        == a key that names its unit
        ---
        duration_minutes: 45
        ---
        =>
        45
        == the impact before a time to resolve
        ---
        ttr: 50 minutes
        ---
        ## Impact

        - Duration: 40 minutes
        =>
        40 derived
        == a time to resolve before a time to repair
        ---
        time to repair: 60 minutes
        ttr: 50 minutes
        ---
        =>
        50 derived
        == a time to repair before the ends
        ---
        time to repair: 60 minutes
        started: 2024-05-01 10:00
        resolved: 2024-05-01 10:10
        ---
        =>
        60 derived
        == the ends before the words
        ---
        started: 2024-05-01 10:00
        resolved: 2024-05-01 10:10
        ---
        ## Summary

        It was down for 20 minutes.
        =>
        10 derived
        == a range
        ---
        duration: 2024-05-01 10:00 to 10:10
        ---
        =>
        10 derived
        == the words
        ## Summary

        It was down for 20 minutes.
        =>
        20 derived
        == a length that cannot be read
        **Duration:** long

        ## Summary

        It was down for 20 minutes.
        =>
        20 derived
        == nothing
        ## Summary

        It was down.
        =>
        - derived
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void findsTheTitle(String markdown, String title) {
    Incident incident = ReadReport.of("shop-down.md", markdown);
    assertEquals(title, (incident.title() + " | " + ReadReport.outline(incident)).strip());
  }

  static Stream<Arguments> findsTheTitle() {
    return Cases.of(
        """
        == the first heading
        Before.

        # Shop *down*

        # Cart down
        =>
        Shop down | ## (other)
        prose | Before.
        ## Cart down (other)
        == a first heading of a lower level
        ## Shop down

        # Cart down
        =>
        shop down | ## Shop down (other)
        ## Cart down (other)
        == a first heading that is a section of several
        # Summary

        # Timeline
        =>
        shop down | ## Summary (summary)
        ## Timeline (timeline)
        == a first heading that is the name of a section, and the only one
        # Timeline

        ## Summary
        =>
        shop down | ## Summary (summary)
        == the metadata
        ---
        title: Shop down
        ---
        **Cart down**
        =>
        Shop down | ## (other)
        prose | Cart down
        == the first heading before the metadata
        ---
        title: Cart down
        ---
        # Shop down
        =>
        Shop down |
        == a bold line
        **Shop down**

        It was down.
        =>
        Shop down | ## (other)
        prose | It was down.
        == a bold line further down
        Before.

        **Shop down**
        =>
        shop down | ## (other)
        prose | Before. Shop down
        == a bold line that is a key
        **Shop down:**
        =>
        shop down | ## (other)
        prose | Shop down:
        == a bold line that is a section
        **Summary**

        It was down.
        =>
        shop down | ## Summary (summary)
        prose | It was down.
        == bold words in a sentence
        **Shop** down
        =>
        shop down | ## (other)
        prose | Shop down
        == a heading without words
        #

        It was down.
        =>
        shop down | ## (other)
        prose | It was down.
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void collectsSystemsFromEverywhere(String markdown, String systems) {
    assertEquals(
        systems,
        ReadReport.of(markdown).systems().stream()
            .map(ReadReport::name)
            .collect(Collectors.joining(" | ")));
  }

  static Stream<Arguments> collectsSystemsFromEverywhere() {
    return Cases.of(
        """
        == metadata, then the section
        ---
        systems: [Cart, Shop]
        ---
        ## Affected systems

        - shop (EU)
        - Mail
        =>
        Cart | shop (EU) | Mail
        == details are kept
        ---
        systems: Shop (EU)
        ---
        ## Affected systems

        - Shop (US)
        =>
        Shop (EU)
        == the sentence of a section
        ## Affected systems

        Shop and Cart, Mail.
        =>
        Shop and Cart | Mail
        """);
  }

  @Test
  void readsListsOfMetadata() {
    Incident incident =
        ReadReport.of(
            """
            ---
            tags: [dns, cache]
            authors: Mira, Sam
            aliases: OPS-7
            find: [why was the shop down]
            ---
            """);
    assertEquals(List.of("dns", "cache"), incident.tags());
    assertEquals(List.of("Mira", "Sam"), incident.authors());
    assertEquals("OPS-7", incident.aliases().getFirst().value());
    assertEquals(List.of("why was the shop down"), incident.find());
  }

  @Test
  void readsHeadingsInHtml() {
    assertEquals(
        "## Summary (summary)\nprose | It was down.",
        ReadReport.outline(ReadReport.of("<h2>Summary</h2>\n\nIt was down.")));
  }

  @Test
  void keepsATitleOfTheMetadataThatTheHeadingDoesNotRepeat() {
    assertEquals(
        List.of("Cart down"),
        ReadReport.of("---\ntitle: Cart down\n---\n# Shop down").extra().stream()
            .map(field -> field.value())
            .toList());
    assertEquals(List.of(), ReadReport.of("---\ntitle: Shop\n---\n# Shop down").extra());
  }

  @Test
  void collectsRelatedIncidentsFromSectionAndMetadata() {
    assertEquals(
        List.of("INC-1 the same", "INC-2 -", "INC-3 -", "INC-4 -"),
        ReadReport.of(
                """
                ---
                related: [inc-1, INC-3]
                recurrence-of: INC-4, INC-2
                ---
                ## Related incidents

                - INC-1 - the same
                - INC-2
                """)
            .declared()
            .stream()
            .map(IncidentReaderTest::line)
            .toList());
  }

  private static String line(RelatedIncident related) {
    return related.id() + " " + ReadReport.or(related.reason());
  }

  @Test
  void takesTheSeverityFromTheTitleIfMetadataHasNone() {
    assertEquals("SEV2", severity("# Shop down | SEV2"));
    assertEquals("SEV1", severity("---\nseverity: SEV1\n---\n# Shop down | SEV2"));
    assertEquals("-", severity("# Shop down | P9"));
    assertEquals("-", severity("# Shop down"));
  }

  private static String severity(String markdown) {
    return ReadReport.or(ReadReport.of(markdown).severity().map(Severity::name));
  }

  @Test
  void readsTheShortImpactUnlessItIsNone() {
    assertEquals(
        "few users", ReadReport.or(ReadReport.of("---\nimpact: few users\n---\n").impactInShort()));
    assertEquals("-", ReadReport.or(ReadReport.of("---\nimpact: n/a\n---\n").impactInShort()));
  }
}
