package dev.hindsight.page.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Text that has one line.
class PlainLineTest {

  @Test
  void hasNoLineBreakOfAnyKind() {
    assertEquals("a b c d e", PlainLine.of("\na\r\nb\u2028c\u0085\u001Dd \t e "));
  }

  @Test
  void endsAfterAWord() {
    assertEquals("one two", PlainLine.of("one two", 7));
    assertEquals("one…", PlainLine.of("one two", 6));
    assertEquals("one two…", PlainLine.of("one two three", 8));
  }

  @Test
  void cutsALongWordBetweenCharacters() {
    assertEquals("データベ…", PlainLine.of("データベース障害", 5));
    assertEquals("🔥🔥…", PlainLine.of("🔥🔥🔥🔥🔥", 5));
    assertEquals("a🔥…", PlainLine.of("a🔥🔥🔥🔥🔥", 5));
  }
}
