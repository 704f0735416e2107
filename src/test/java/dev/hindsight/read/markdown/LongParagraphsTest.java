package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A paragraph of many thousand lines is broken; blocks that are not paragraphs stay whole.
class LongParagraphsTest {

  @ParameterizedTest
  @CsvSource({"4999, 0", "5000, 1", "9998, 1", "9999, 2"})
  void splitsAfterEveryFewThousandLines(int lines, int breaks) {
    String text = "words\n".repeat(lines);
    String split = LongParagraphs.split(text);
    assertEquals(breaks, split.length() - text.length());
    assertEquals(text, split.replace("\n\n", "\n"));
    long longest =
        Arrays.stream(split.split("\n\n")).mapToLong(part -> part.lines().count()).max().orElse(0);
    assertEquals(Math.min(lines, 4999), longest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# a heading\n",
        "  # a heading\n",
        "| a | row |\n",
        "words\n\n",
        "words\n \t\n",
        "words\r\n\r\n",
        "```\ncode\n```\n",
        "~~~\ncode\n~~~\n"
      })
  void areNotMadeOfOtherBlocks(String block) {
    String text = block.repeat(6_000);
    assertSame(text, LongParagraphs.split(text));
  }

  @Test
  void doesNotSplitCode() {
    String text = "```\n" + "words\n".repeat(6_000) + "```\n";
    assertSame(text, LongParagraphs.split(text));
  }

  @Test
  void leavesAShortTextAlone() {
    String text = "w\n".repeat(4_999);
    assertSame(text, LongParagraphs.split(text));
  }
}
