package dev.hindsight.read.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Items and lines that begin with an id are related incidents, with a reason and a date.
class RelatedReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          INC-2024-0089                            => INC-2024-0089 | - | -
          INC-2024-0089 - The same pool (2024-03-15) => INC-2024-0089 | The same pool | 2024-03-15
          INC-2024-0089 – The same pool            => INC-2024-0089 | The same pool | -
          INC-2024-0089 — The same pool            => INC-2024-0089 | The same pool | -
          INC-2024-0089: The same pool             => INC-2024-0089 | The same pool | -
          INC-2024-0089 (2024-03)                  => INC-2024-0089 | - | 2024-03
          INC-2024-0089 (2024)                     => INC-2024-0089 | - | 2024
          INC-2024-0089 (2024-13-15)               => INC-2024-0089 | (2024-13-15) | -
          INC-2024-0089 (2024-03-15) in staging    => INC-2024-0089 | (2024-03-15) in staging | -
          INC-2024-0089(2024-03-15)                => INC-2024-0089 | - | 2024-03-15
          INC-2024-0089 -5 orders                  => INC-2024-0089 | -5 orders | -
          **INC-2024-0089** - The same pool        => INC-2024-0089 | The same pool | -
          **INC-2024-0089**: The same pool         => INC-2024-0089 | The same pool | -
          [INC-2024-0089](pool.md) - The same pool => INC-2024-0089 | The same pool | -
          [[INC-2024-0089]] - The same pool        => INC-2024-0089 | The same pool | -
          pm_2024_7 - The same pool                => pm_2024_7 | The same pool | -
          障害-7 - The same pool                   => 障害-7 | The same pool | -
          PM-b7 - The same pool                    => PM-b7 | The same pool | -
          INC-RFC-7 - The same pool                => INC-RFC-7 | The same pool | -
          002 - The same pool                      => 002 | The same pool | -
          **002** - The same pool                  => 002 | The same pool | -
          """)
  void readsAnIncident(String item, String incident) {
    assertEquals("related | " + incident, blocks("- " + item));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INC-7, the pool",
        "INC-7; the pool",
        "INC-7: the pool",
        "INC-7(the pool)",
        "INC-7–the pool",
        "INC-7—the pool",
        "INC-7",
      })
  void knowsWhereAnIdEnds(String item) {
    RelatedIncident related =
        ReadReport.of("## Related incidents\n\n- " + item).declared().getFirst();
    assertEquals("INC-7", related.id().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The pool of INC-2024-0089",
        "… INC-2024-0089 and others",
        "INC-2024-0089/7",
        "**The pool of INC-2024-0089**",
        "**INC-2024-0089 and others** were the same",
        "2024-03-15 - the pool",
        "003 - The pool",
        "pool - again",
        "ADR-0007-pools - a decision",
        "RFC-2119-a - words",
        "CVE-2024-3094 - a hole",
        "CWE-79-x - a hole",
        "GHSA-7x-2 - a hole",
        "KEP-12-a - a plan",
        "PEP-8-a - a style",
        "iso-8601-1 - a form",
        "None",
      })
  void takesNothingElseForAnIncident(String item) {
    assertEquals("prose | " + item.replaceAll("[*`]", ""), blocks("- " + item));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsSections(String section, String expected) {
    assertEquals(expected, blocks(section));
  }

  static Stream<Arguments> readsSections() {
    return Cases.of(
        """
        == items that are none stand between
        - INC-2024-0089 - One
        - None of the others
        - INC-2024-0090 - Two
          - more
        =>
        related | INC-2024-0089 | One | -
        prose | None of the others
        related | INC-2024-0090 | Two more | -
        == lines of a paragraph
        INC-2024-0089 - One
        INC-2024-0090 - Two
        and no more
        =>
        related | INC-2024-0089 | One | -
        related | INC-2024-0090 | Two | -
        prose | and no more
        == a paragraph that begins with other words
        See these:
        INC-2024-0089 - One
        =>
        prose | See these: INC-2024-0089 - One
        == a box
        - [ ] INC-2024-0089 - One
        - INC-2024-0090 - Two
        =>
        prose | INC-2024-0089 - One
        related | INC-2024-0090 | Two | -
        == a link of a wiki with a label
        - [[INC-2024-0089|the pool]] again
        =>
        related | INC-2024-0089 | (the pool) again | -
        == a table
        | Report        | Why |
        |---------------|-----|
        | INC-2024-0089 | One |
        =>
        prose | Report Why INC-2024-0089 One
        """);
  }

  @Test
  void recordsThePositionAndTheMarkupOfTheReason() {
    List<RelatedIncident> related =
        ReadReport.of(
                "## Related incidents\n\n- INC-2024-0089 - The *same* pool\n\nINC-2024-0090\n")
            .declared();
    assertEquals("The <em>same</em> pool", related.getFirst().html().value());
    assertEquals(
        List.of(new TextPosition(3, 3), new TextPosition(5, 1)),
        related.stream().map(RelatedIncident::place).toList());
  }

  private static String blocks(String section) {
    return ReadReport.blocks(
        ReadReport.of("report.md", "## Related incidents\n\n" + section, "002"),
        SectionKind.RELATED);
  }
}
