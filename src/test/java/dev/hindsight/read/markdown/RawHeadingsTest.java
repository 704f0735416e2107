package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Headings in HTML become headings; the HTML around them stays. `⏎` ends a line of the report.
class RawHeadingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <h1>A</h1>                           => h1 A
          <h6> A &amp; B </h6>                 => h6 A & B
          <H2>A</H2>                           => h2 A
          <h2>A</h2>⏎<h3>B</h3>                => h2 A / h3 B
          <h2>A</h2>⏎<p>x</p>                  => h2 A / html <p>x</p>
          <div>⏎<h2>A</h2>⏎</div>              => html <div> / h2 A / html </div>
          <h2>A</h2>⏎⏎x                        => h2 A / Paragraph
          <h2>A</h3>                           => html <h2>A</h3>
          <h7>A</h7>                           => Paragraph
          <h2 id="a">A</h2>                    => html <h2 id="a">A</h2>
          <h2><b>A</b></h2>                    => html <h2><b>A</b></h2>
          <p>x</p>                             => html <p>x</p>
          > <h2>A</h2>                         => BlockQuote
          """)
  void takeThePlaceOfThoseInHtml(String markdown, String blocks) {
    assertEquals(
        blocks,
        Inline.children(replaced(markdown.replace('⏎', '\n'))).stream()
            .map(RawHeadingsTest::shown)
            .collect(Collectors.joining(" / ")));
  }

  @Test
  void standWhereTheHtmlStood() {
    Node heading = replaced("x\n\n<h2>A</h2>").getLastChild();
    assertEquals(2, heading.getSourceSpans().getFirst().getLineIndex());
  }

  private static Node replaced(String markdown) {
    Node document = Markdown.parse(markdown);
    RawHeadings.replace(document);
    return document;
  }

  private static String shown(Node node) {
    return switch (node) {
      case Heading heading -> "h" + heading.getLevel() + " " + Inline.text(heading);
      case HtmlBlock html -> "html " + html.getLiteral().strip();
      default -> node.getClass().getSimpleName();
    };
  }
}
