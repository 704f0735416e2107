package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.site.config.TicketLink;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tickets in text become links; those in links and code stay words.
class TicketLinksTest {
  private static final List<TicketLink> TICKETS =
      List.of(
          new TicketLink(Pattern.compile("OPS-(\\d+)"), "http://t.example/$1"),
          new TicketLink(Pattern.compile("#\\d*"), "http://h.example/$0"),
          new TicketLink(Pattern.compile("x*"), "http://x.example/"));

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          OPS-7                  => <a href="http://t.example/7">OPS-7</a>
          see OPS-7.             => see <a href="http://t.example/7">OPS-7</a>.
          OPS-7, OPS-8           => <a href="http://t.example/7">OPS-7</a>, <a href="http://t.example/8">OPS-8</a>
          OPS-7OPS-8             => <a href="http://t.example/7">OPS-7</a><a href="http://t.example/8">OPS-8</a>
          **OPS-7**              => <strong><a href="http://t.example/7">OPS-7</a></strong>
          a #7 b OPS-8           => a <a href="http://h.example/%237">#7</a> b <a href="http://t.example/8">OPS-8</a>
          `OPS-7`                => <code>OPS-7</code>
          [OPS-7](http://a.example) => <a href="http://a.example">OPS-7</a>
          [**OPS-7**](http://a.example) => <a href="http://a.example"><strong>OPS-7</strong></a>
          ops-7                  => ops-7
          """)
  void areMadeInText(String markdown, String html) {
    Node document = linked(markdown);
    assertEquals(
        "<p>" + html + "</p>\n", Markdown.render(document).replace(" rel=\"nofollow\"", ""));
  }

  @Test
  void keepsThePositionOfTheText() {
    Node link = linked("ab OPS-7 cd").getFirstChild().getFirstChild().getNext();
    assertEquals("http://t.example/7", ((Link) link).getDestination());
    assertEquals(3, link.getSourceSpans().getFirst().getColumnIndex());
    assertEquals(8, link.getNext().getSourceSpans().getFirst().getColumnIndex());
    assertEquals(3, link.getNext().getSourceSpans().getFirst().getLength());
  }

  private static Node linked(String markdown) {
    Node document = Markdown.parse(markdown);
    TicketLinks.make(document, TICKETS);
    return document;
  }
}
