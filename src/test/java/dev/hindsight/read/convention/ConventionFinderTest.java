package dev.hindsight.read.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What most reports of a collection do settles what one of them leaves open.
class ConventionFinderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          27-05-2025; 12-01-2026                    | true
          05-27-2025; 12-01-2026                    | false
          12-01-2026; 11-02-2026                    | none
          27-05-2025; 05-27-2025                    | none
          27-05-2025; 28-05-2025; 05-27-2025        | none
          27/05/2025; 28-05-2025 and 29/05/2025; 30/05/2025; 05-27-2025 | true
          12-01-2026, which is 12 January 2026; x   | true
          12-01-2026, which is December 1st, 2026   | false
          no date at all                            | none
          """)
  void oneOrderOfDatesHoldsForAll(String reports, String isDayFirst) {
    assertEquals(
        isDayFirst, of(reports.split(";")).isDayFirst().map(String::valueOf).orElse("none"));
  }

  @Test
  void theNameOfAFolderTellsTheOrder() {
    ConventionFinder finder = new ConventionFinder();
    finder.add("2026/01/queue.md", "# Queue stuck on 12-01-2026");
    assertEquals(Optional.of(true), finder.decide().isDayFirst());
  }

  @Test
  void whatMostTitlesBeginWithIsNoTitle() {
    Conventions conventions =
        of(
            "# Harbourline: queue stuck",
            "# Harbourline: disk full",
            "# Harbourline: certificate expired",
            "# Harbourline: mail delayed",
            "# Printing stops");
    assertEquals(Set.of("harbourline"), conventions.titlePrefixes());
    assertEquals(
        List.of("titles begin with 'harbourline' in 4 reports, so it is not part of the title"),
        conventions.reasons());
  }

  @Test
  void whatMostTitlesEndWithIsNoTitle() {
    assertEquals(
        Set.of("week #"),
        of(
                "# Queue stuck | week 3",
                "# Disk full | week 12",
                "# Mail delayed | week 4",
                "# Printing stops | week 40")
            .titleSuffixes());
  }

  @Test
  void whatAFewTitlesBeginWithStays() {
    assertEquals(
        Set.of(),
        of("# Kafka: queue stuck", "# Kafka: disk full", "# Mail delayed", "# Printing stops")
            .titlePrefixes());
    assertEquals(
        Set.of(),
        of("# Kafka: queue stuck", "# Kafka: disk full", "# Kafka: mail delayed").titlePrefixes());
  }

  @Test
  void numbersWithTheSameLettersAreIds() {
    Conventions conventions =
        of("# SHIP-1 Queue", "# SHIP-2: Disk", "# SHIP-17 – Mail", "# SHIP-4 Print", "# Post");
    assertTrue(conventions.isIdLetters("SHIP-99"));
    assertTrue(of("# SHIP-1 Queue", "# SHIP-2 Disk").idLetters().isEmpty());
  }

  @Test
  void aNumberInTwoTitlesIsNobodysId() {
    Conventions conventions = of("# INC-7: Queue", "# INC-7: Disk", "# INC-8: Mail");
    assertTrue(conventions.isShared("INC-7"));
    assertEquals(Set.of("inc-7"), conventions.sharedIds());
  }

  @Test
  void aLineThatMostReportsRepeatIsTheirTemplate() {
    String[] reports =
        IntStream.range(0, 5)
            .mapToObj(i ->
                """
                # Report %s

                ## Summary

                *Say in two sentences what users saw.*

                Queue %s was stuck for so long.

                ## Action items

                | Action | Owner | Due | Status |
                |--------|-------|-----|--------|
                """
                    .formatted("abcde".charAt(i), i))
            .toArray(String[]::new);
    assertEquals(Set.of("Say in two sentences what users saw."), of(reports).templateLines());
  }

  @Test
  void aHeadingInCodeIsNoTitle() {
    ReportSketch sketch =
        ReportSketch.of("a.md", "---\ntitle: 'Queue stuck'\n---\n```\n# not a title\n```\n");
    assertEquals(Optional.of("Queue stuck"), sketch.title());
  }

  @Test
  void theOrderOfReportsDoesNotMatter() {
    List<String> reports =
        List.of("# RUN-1 a", "# RUN-2 b", "# RUN-3 c", "# RUN-4 d", "27-05-2025", "# RUN-4 e");
    assertEquals(
        of(reports.toArray(String[]::new)).key(),
        of(reports.reversed().toArray(String[]::new)).key());
  }

  private static Conventions of(String... reports) {
    ConventionFinder finder = new ConventionFinder();
    Arrays.stream(reports).forEach(text -> finder.add("report.md", text.strip()));
    return finder.decide();
  }
}
