package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/// No text has more than 10 combining marks in a row.
class CombiningMarksTest {
  private static final String ACUTE = "\u0301";

  /// A mark beyond the first 65,536 characters.
  private static final String SUPPLEMENTARY = Character.toString(0x1E000);

  @Test
  void textsThatPeopleWriteStayAsTheyAre() {
    String text = "Café, cafe" + ACUTE + ", a" + ACUTE.repeat(10) + ", नमस्ते, שָׁלוֹם, 🔥\uFE0F";
    assertSame(text, CombiningMarks.breakUp(text));
  }

  @Test
  void longRunsAreBrokenUp() {
    assertEquals(
        "a" + (ACUTE.repeat(10) + "\u200C").repeat(2) + ACUTE + "b",
        CombiningMarks.breakUp("a" + ACUTE.repeat(21) + "b"));
  }

  @Test
  void longRunsOfSurrogatePairsAreBrokenUp() {
    assertEquals(
        SUPPLEMENTARY.repeat(10) + "\u200C" + SUPPLEMENTARY,
        CombiningMarks.breakUp(SUPPLEMENTARY.repeat(11)));
  }
}
