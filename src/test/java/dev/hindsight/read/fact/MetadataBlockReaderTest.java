package dev.hindsight.read.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Keys and values before the first heading are told apart from the words there.
class MetadataBlockReaderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void separatesKeysFromProse(String markdown, String expected) {
    assertEquals(expected, ReadReport.outline(ReadReport.of("# Shop down\n\n" + markdown)));
  }

  static Stream<Arguments> separatesKeysFromProse() {
    return Cases.of(
        """
        == lines of keys
        **Date:** 2024-05-01
        **Severity:** SEV2

        The shop was down.
        =>
        ## (other)
        keys | Date: 2024-05-01 Severity: SEV2
        prose | The shop was down.
        == a list of keys
        - Status: resolved
        - Weather: fine
        =>
        ## (other)
        keys | Status: resolved Weather: fine
        == a table of keys
        | Date     | 2024-05-01 |
        |----------|------------|
        | Severity | SEV2       |
        =>
        ## (other)
        keys | Date 2024-05-01 Severity SEV2
        == a quote with keys
        > Severity: SEV2
        =>
        ## (other)
        keys | Severity: SEV2
        == unknown keys are prose
        Weather: fine
        =>
        ## (other)
        prose | Weather: fine
        == only above the first heading
        ## Notes

        Severity: SEV2
        =>
        ## Notes (other)
        prose | Severity: SEV2
        """);
  }
}
