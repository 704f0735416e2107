package dev.hindsight.read.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Facts and prose of a section keep their order, and nothing is lost between them.
class BlockwiseReaderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsBlocksInOrder(String markdown, String expected) {
    assertEquals(expected, ReadReport.outline(ReadReport.of(markdown)));
  }

  static Stream<Arguments> readsBlocksInOrder() {
    return Cases.of(
        """
        == prose before, between and after facts
        ## Resolution

        One.

        ### Steps

        1. Two

        Three.

        - Four

        1. Five

        Six.
        =>
        ## Resolution (resolution)
        prose | One. Steps
        step | 1 | Two
        prose | Three.
        prose | Four
        step | 2 | Five
        prose | Six.
        == a heading aside, until the next heading
        ## Resolution

        ### Verification

        1. One

        ### Steps

        1. Two
        =>
        ## Resolution (resolution)
        prose | Verification One Steps
        step | 1 | Two
        == raw HTML over several blocks
        ## Resolution

        <details>

        One.

        </details>
        =>
        ## Resolution (resolution)
        prose | One.
        == nothing at all
        ## Resolution

        <!-- later -->
        =>
        ## Resolution (resolution)
        == footnotes are numbered in reading order
        ## Resolution

        One.[^a]

        1. Two.[^b]

        [^b]: second
        [^a]: first
        =>
        ## Resolution (resolution)
        prose | One.
        step | 1 | Two.
        ## Footnotes (other)
        prose | first second
        """);
  }
}
