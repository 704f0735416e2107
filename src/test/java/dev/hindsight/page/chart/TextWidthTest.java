package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextWidthTest {

  @Test
  void leavesWhatFits() {
    assertEquals("INC-2024-0112", TextWidth.shorten("INC-2024-0112", 12, 120));
    assertEquals(List.of("Checkout down"), TextWidth.lines("Checkout down", 12, 120, 2));
  }

  @Test
  void breaksBetweenWordsAndShortensTheLastLine() {
    assertEquals(
        List.of("Checkout was", "down for two…"),
        TextWidth.lines("Checkout was down for two hours and a half", 12, 100, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-name-without-any-space-that-goes-on-and-on",
        "接続プールが枯渇してサービスが停止した件",
        "👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒",
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
      })
  void neverReachesBeyondItsRoomNorCutsALetter(String text) {
    String shortened = TextWidth.shorten(text, 12, 80);
    assertTrue(TextWidth.width(shortened, 12) <= 80, shortened);
    assertTrue(shortened.length() > 2 && shortened.endsWith("…"), shortened);
    String kept = shortened.substring(0, shortened.length() - 1);
    assertTrue(text.startsWith(kept), shortened);
    char next = text.charAt(kept.length());
    assertTrue(
        Character.getType(next) != Character.NON_SPACING_MARK
            && !Character.isLowSurrogate(next)
            && next != '\u200D'
            && kept.charAt(kept.length() - 1) != '\u200D',
        shortened);
  }
}
