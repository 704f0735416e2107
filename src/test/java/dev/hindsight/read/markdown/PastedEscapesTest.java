package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Backslashes go where half of the lines begin with an escaped sign. `⏎` ends a line.
class PastedEscapesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          \\# A⏎⏎\\- b\\_c       => # A⏎⏎- b_c
          '\\# A⏎b \\* c'        => '# A⏎b * c'
          \\*\\*A\\*\\* b        => **A** b
          \\> a                  => > a
          \\_a\\_                => _a_
          \\`a\\`                => `a`
          \\- a \\[b\\]\\(c\\)   => - a [b](c)
          \\- a \\{b\\} \\~ \\@  => - a {b} ~ @
          \\- C:\\temp           => - C:\\temp
          x⏎  \\- a              => x⏎  \\- a
          '\\# A⏎  \\- b⏎x⏎y'    => '# A⏎  - b⏎x⏎y'
          '\\# A⏎b⏎c'            => '\\# A⏎b⏎c'
          '# A⏎\\# b⏎c'          => '# A⏎\\# b⏎c'
          \\a⏎b                  => \\a⏎b
          plain                  => plain
          """)
  void areUndoneWhereMostLinesHaveThem(String text, String undone) {
    assertEquals(undone, PastedEscapes.undo(text.replace('⏎', '\n')).replace('\n', '⏎'));
  }
}
