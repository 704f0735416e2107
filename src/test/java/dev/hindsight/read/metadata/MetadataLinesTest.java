package dev.hindsight.read.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Markdown;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines, list items, rows and headings that are a short key and a value are found; prose is not.
/// `⏎` ends a line of the report.
class MetadataLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Severity: SEV2                         => Severity=SEV2
          Severity：SEV2                          => Severity=SEV2
          Severity : SEV2                        => Severity=SEV2
          重大度：高                                => 重大度=高
          Root cause (short): the pool           => Root cause (short)=the pool
          Date: 2024-04-02⏎Status: resolved      => Date=2024-04-02 / Status=resolved
          Start: 10:00 UTC                       => Start=10:00 UTC
          Note: see: below                       => Note=see: below
          Status: resolved by `kubectl`          => Status=resolved by kubectl
          Status: see [the page](http://a.example) => Status=see the page
          Severity:SEV2                          => ''
          Severity                               => ''
          10:00: alert                           => ''
          Severity:                              => ''
          Severity - SEV2                        => ''
          This sentence is far too long to be a key: x => ''
          Cost|share: x                          => ''
          """)
  void findsKeysInPlainLines(String markdown, String lines) {
    assertEquals(lines, lines(markdown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          **Severity:** SEV2                     => Severity=SEV2
          **Severity**: SEV2                     => Severity=SEV2
          **Severity：** SEV2                     => Severity=SEV2
          *Severity:* SEV2                       => Severity=SEV2
          **Severity** - SEV2                    => Severity=SEV2
          **Severity** – SEV2                    => Severity=SEV2
          **Severity** — SEV2                    => Severity=SEV2
          **Severity** · SEV2                    => Severity=SEV2
          **Severity:**                          => Severity=
          **Severity** SEV2                      => ''
          **Severity**                           => ''
          **Severity:** SEV2 | **Status:** done  => Severity=SEV2 / Status=done
          **Severity:** SEV2 · **Status:** done  => Severity=SEV2 / Status=done
          **Severity:** SEV2 • **Status:** done  => Severity=SEV2 / Status=done
          **Severity:** SEV2 **Status:** done    => Severity=SEV2 / Status=done
          **Severity:** SEV2⏎**Status:** done    => Severity=SEV2 / Status=done
          **Severity:** SEV2  ⏎**Status:** done  => Severity=SEV2 / Status=done
          **Severity:** **very** high            => Severity=very high
          **Systems:** `api`, `worker`           => Systems=api, worker
          🔥 **Severity:** SEV2                   => ''
          **Impact: on customers** were hit      => ''
          **A key of more than sixty letters, which nobody would write for a key:** x => ''
          """)
  void findsKeysInBoldLines(String markdown, String lines) {
    assertEquals(lines, lines(markdown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          - Severity: SEV2⏎- Status: done        => Severity=SEV2 / Status=done
          - **Severity:** SEV2                   => Severity=SEV2
          1. Severity: SEV2                      => Severity=SEV2
          - Systems:⏎  - api⏎  - worker          => Systems=api\\worker
          - Systems：⏎  - api                     => Systems=api
          - **Systems:**⏎  - api⏎  - worker      => Systems=
          - Systems⏎  - api                      => ''
          - Systems:⏎⏎  ```⏎  api⏎  ```          => ''
          - rotate the keys                      => ''
          """)
  void findsKeysInLists(String markdown, String lines) {
    assertEquals(lines, lines(markdown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          | Field | Value |⏎|---|---|⏎| Severity | SEV2 |⏎| **Status:** | done | => Field=Value / Severity=SEV2 / Status=done
          | Severity | SEV2 |⏎|---|---|⏎| Status： | `done` |      => Severity=SEV2 / Status=done
          | Severity | SEV2 |⏎|---|---|⏎| Status |                => Severity=SEV2 / Status=
          | Severity | Duration | C |⏎|---|---|---|⏎| SEV2 | 1h | x | => Severity=SEV2 / Duration=1h / C=x
          | A | B | C |⏎|---|---|---|⏎| x | y | z |⏎| x | y | z |  => ''
          | A |⏎|---|⏎| Severity: SEV2 |                          => ''
          """)
  void findsKeysInTablesOfTwoColumns(String markdown, String lines) {
    assertEquals(lines, lines(markdown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          '## Date: July 1, 2020'                => Date=July 1, 2020
          '## **Date:** July 1, 2020'            => Date=July 1, 2020
          '## Timeline'                          => ''
          > Severity: SEV2⏎>⏎> - Status: done    => Severity=SEV2 / Status=done
          > > Severity: SEV2                     => Severity=SEV2
          ```⏎Severity: SEV2⏎```                 => ''
          <p>Severity: SEV2</p>                  => ''
          """)
  void findsKeysInHeadingsAndQuotesButNotInCode(String markdown, String lines) {
    assertEquals(lines, lines(markdown));
  }

  @ParameterizedTest
  @CsvSource({
    "Metadata, true",
    "'2. Incident Details:', true",
    "At a glance, true",
    "メタデータ, true",
    "Summary, false"
  })
  void knowsTheSectionsOfMetadata(String heading, boolean isMetadata) {
    assertEquals(isMetadata, MetadataLines.isMetadata(heading));
  }

  @Test
  void recordsThePositionOfAKey() {
    MetadataLines.Line line =
        MetadataLines.of(Markdown.parse("**A:** x\n**B:** y").getFirstChild()).getLast();
    assertEquals(1, line.node().getSourceSpans().getFirst().getLineIndex());
  }

  private static String lines(String markdown) {
    return Inline.children(Markdown.parse(markdown.replace('⏎', '\n'))).stream()
        .flatMap(block -> MetadataLines.of(block).stream())
        .map(line -> line.key() + "=" + line.value().replace('\n', '\\'))
        .collect(Collectors.joining(" / "));
  }
}
