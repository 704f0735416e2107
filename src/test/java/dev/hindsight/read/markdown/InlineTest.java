package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run of inline nodes knows its words, and loses pieces at both ends and nothing else. `⏎` ends
/// a line of the report.
class InlineTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          plain                              => plain
          **bold** and *soft* and ~~gone~~   => bold and soft and gone
          `code` and [a link](b.md)          => code and a link
          ![an image](b.png) here            => an image here
          two⏎lines                          => two lines
          hard  ⏎break                       => hard break
          a<br>b<br/>c<BR />d                => a⏎b⏎c⏎d
          a <b>b</b> c                       => a b c
          a <!-- b --> c                     => a c
          <img src="a.png" alt="b & c"> d    => b & c d
          <IMG alt='b'> <img alt=c><img> d    => b c d
          a<summary>b</summary>c<p>d</p>e    => a b c d e
          **a `b` [c](d.md)**                => a b c
          &amp; \\*                          => & *
          """)
  void knowsItsWords(String markdown, String words) {
    assertEquals(words, paragraph(markdown).text().replace('\n', '⏎'));
    assertEquals(words, Inline.text(first(markdown)).replace('\n', '⏎'));
  }

  @Test
  void returnsTheTextOfAMention() {
    assertEquals("INC-1", Inline.text(new SiteNode.Mention("INC-1")));
    SiteNode.DeadLink dead = new SiteNode.DeadLink("b.md");
    dead.appendChild(new SiteNode.Mention("INC-1"));
    assertEquals("INC-1", Inline.text(dead));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          one                => one
          one⏎two            => one / two
          one  ⏎**two** x    => one / two x
          one\\⏎two          => one / two
          one<br>two         => one⏎two
          """)
  void breaksAParagraphIntoItsLines(String markdown, String lines) {
    assertEquals(
        lines,
        Inline.lines(first(markdown)).stream()
            .map(line -> line.text().replace('\n', '⏎'))
            .collect(Collectors.joining(" / ")));
  }

  @Test
  void isEmptyWithoutTextAndImages() {
    assertEquals(true, new Inline(List.of()).isEmpty());
    assertEquals(true, inline(new org.commonmark.node.Text("  ")).isEmpty());
    assertEquals(false, paragraph("x").isEmpty());
    assertEquals(false, paragraph("![](b.png)").isEmpty());
    assertNull(new Inline(List.of()).first());
  }

  @Test
  void dropsTheFirstNode() {
    Inline line = paragraph("**a** b");
    line.dropFirst();
    assertEquals(" b", line.text());
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          14:45 down,5,14:45, down
          **14:45** down,5,14:45, down
          **14:45:** down,5,14:45, down
          **14:45 –** down,5,14:45, down
          **14:45** down,7,14:45 d,own
          `14:45` down,5,14:45, down
          **14:45 down** x,5,14:45, down x
          [14:45](b.md) down,5,14:45, down
          **`14:45` down**,7,14:45 d,own
          14:45,9,14:45,
          14:45 down,0,,14:45 down
          """)
  void losesWordsAtItsBeginning(String markdown, int length, String taken, String rest) {
    Inline line = paragraph(markdown);
    assertEquals(taken == null ? "" : taken, line.takeWords(length));
    assertEquals(rest == null ? "" : rest, line.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          [P1] rotate keys     => P1   => rotate keys
          [P1]                 => P1   => ''
          rotate [P1] keys     => none => rotate [P1] keys
          **[P1]** rotate keys => none => [P1] rotate keys
          [P9] rotate keys     => none => [P9] rotate keys
          """)
  void losesWhatMatchesAtItsBeginning(String markdown, String taken, String rest) {
    Inline line = paragraph(markdown);
    Optional<MatchResult> found =
        line.takeStartIf(Pattern.compile("\\[(P\\d)\\] ?"), match -> !match.group(1).equals("P9"));
    assertEquals(taken, found.map(match -> match.group(1)).orElse("none"));
    assertEquals(rest, line.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          rotate keys (Dana)          => Dana => rotate keys
          **rotate** keys (Dana)      => Dana => rotate keys
          rotate (all) keys (Dana)    => Dana => rotate (all) keys
          (Dana)                      => Dana => ''
          rotate keys (Dana) now      => none => rotate keys (Dana) now
          rotate keys **(Dana)**      => none => rotate keys (Dana)
          rotate keys (Nobody)        => none => rotate keys (Nobody)
          rotate keys                 => none => rotate keys
          """)
  void losesWhatMatchesInBracketsAtItsEnd(String markdown, String taken, String rest) {
    Inline line = paragraph(markdown);
    Optional<MatchResult> found =
        line.takeEndIf(
            Pattern.compile("\\s*\\(([^()]*)\\)$"), '(', match -> !match.group(1).equals("Nobody"));
    assertEquals(taken, found.map(match -> match.group(1)).orElse("none"));
    assertEquals(rest, line.text());
  }

  @Test
  void doesNotSearchForLongEnds() {
    Pattern brackets = Pattern.compile("\\s*\\(([^()]*)\\)$");
    assertEquals(true, paragraph("a (" + "x".repeat(298) + ")").takeEnd(brackets, '(').isPresent());
    assertEquals(
        false, paragraph("a (" + "x".repeat(299) + ")").takeEnd(brackets, '(').isPresent());
  }

  @Test
  void takesWithoutATest() {
    assertEquals(true, paragraph("a b").takeStart(Pattern.compile("a ")).isPresent());
    assertEquals(false, new Inline(List.of()).takeStart(Pattern.compile("")).isPresent());
    assertEquals(false, new Inline(List.of()).takeEnd(Pattern.compile("$"), '(').isPresent());
  }

  private static Inline inline(Node node) {
    return new Inline(List.of(node));
  }

  private static Inline paragraph(String markdown) {
    return Inline.of(first(markdown));
  }

  private static Node first(String markdown) {
    return Markdown.parse(markdown.replace('⏎', '\n')).getFirstChild();
  }
}
