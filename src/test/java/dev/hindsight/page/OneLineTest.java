package dev.hindsight.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Text that has one line.
class OneLineTest {

  @Test
  void hasNoLineBreakOfAnyKind() {
    assertEquals("a b c d e", OneLine.of("\na\r\nb\u2028c\u0085\u001Dd \t e "));
  }

  @Test
  void endsAfterAWord() {
    assertEquals("one two", OneLine.of("one two", 7));
    assertEquals("one…", OneLine.of("one two", 6));
    assertEquals("one two…", OneLine.of("one two three", 8));
  }

  @Test
  void cutsALongWordBetweenCharacters() {
    assertEquals("データベ…", OneLine.of("データベース障害", 5));
    assertEquals("🔥🔥…", OneLine.of("🔥🔥🔥🔥🔥", 5));
    assertEquals("a🔥…", OneLine.of("a🔥🔥🔥🔥🔥", 5));
  }
}
