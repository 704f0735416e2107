package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Growth;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;

class FreshInlineParserTest {
  @Test
  void parsesAsManyBracketsAsTheLimit() {
    String links = "[a](https://b.example) ".repeat(FreshInlineParser.MOST_BRACKETS);
    Node document = Markdown.parse(links);
    assertTrue(MarkdownSize.of(document).unparsed().isEmpty());
    assertTrue(Markdown.render(document).startsWith("<p><a "));
  }

  @Test
  void keepsTheWordsOfAParagraphWithMoreAsTheyAreWritten() {
    String brackets = "[".repeat(FreshInlineParser.MOST_BRACKETS);
    String written = "one *two* [three](four.md)\n" + brackets + " &amp; five";
    Node document = Markdown.parse("# T\n\n" + written + "\n\n*six*\n");
    assertEquals(
        "<h1>T</h1>\n<p>" + written.replace("&", "&amp;") + "</p>\n<p><em>six</em></p>\n",
        Markdown.render(document));
    Node unparsed = MarkdownSize.of(document).unparsed().orElseThrow();
    assertEquals(2, unparsed.getSourceSpans().getFirst().getLineIndex());
  }

  /// For each link the library visits every open bracket.
  @Test
  void takesTimeInProportionForLinksBehindOpenBrackets() {
    Growth.assertInProportion(
        1_600_000,
        size -> {
          String text = "![".repeat(size / 4) + "[a](b)".repeat(size / 12);
          return () -> Markdown.parse(text);
        });
  }
}
