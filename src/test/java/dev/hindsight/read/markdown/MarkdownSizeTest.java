package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownSizeTest {
  /// The document is a node too.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | 1 | 0
          one                       | 3 | 0
          one⏎two                   | 5 | 0
          - one⏎- two               | 8 | 0
          a[^1]⏎⏎[^1]: b⏎[^2]: c    | 10 | 2
          """)
  void countsNodesAndFootnotes(String markdown, int nodes, int footnotes) {
    MarkdownSize size = MarkdownSize.of(Markdown.parse(markdown.replace('⏎', '\n')));
    assertEquals(nodes, size.nodes());
    assertEquals(footnotes, size.footnotes());
  }

  @Test
  void countsWhatIsNestedDeeply() {
    assertEquals(103, MarkdownSize.of(Markdown.parse("> ".repeat(100) + "x")).nodes());
  }
}
