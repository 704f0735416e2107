package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Blocks of code and lists in HTML have lines. `⏎` ends a line of the report, and `**` stands
/// around bold words.
class RawLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ```⏎14:45 a⏎⏎  14:50 b⏎```            => 14:45 a / 14:50 b
          '⏎    14:45 a⏎    14:50 b'            => 14:45 a / 14:50 b
          <ul>⏎<li>a</li>⏎<li>b</li>⏎</ul>      => a / b
          <ol><li>a</li><li>b</li></ol>         => a / b
          <li>a</li>                            => a
          <UL><LI CLASS="x">a</LI></UL>         => a
          <ul><li>a<br>b<br/>c</li></ul>        => a / b / c
          <ul><li><p>a</p><p>b</p></li></ul>    => a / b
          <ul><li><div>a</div>b</li></ul>       => a / b
          <ul><li>a⏎b</li></ul>                 => a / b
          <ul><li><b>14:45</b> a</li></ul>      => **14:45** a
          <ul><li><strong>14:45</strong> a</li></ul> => **14:45** a
          <ul><li><b><i>14:45</i></b> a</li></ul> => <b><i>14:45</i></b> a
          <ul><li>a <code>b</code> c</li></ul>  => a <code>b</code> c
          <ul><li>1 < 2 & 3 > 2</li></ul>       => 1 < 2 & 3 > 2
          <ul><li>a&nbsp;&#160;&lt;b&gt; &quot;c&quot; &amp;lt;</li></ul> => a  <b> "c" &lt;
          <ul><li> </li></ul>                   => ''
          <div><li>a</li></div>                 => ''
          <p>a</p>                              => ''
          plain                                 => ''
          - a                                   => ''
          """)
  void areThoseOfCodeAndLists(String markdown, String lines) {
    assertEquals(
        lines,
        RawLines.of(first(markdown)).stream()
            .map(RawLinesTest::shown)
            .collect(Collectors.joining(" / ")));
  }

  @Test
  void recordsPositionsInCode() {
    assertEquals(List.of(1, 2), lineIndexes("```⏎a⏎b⏎```"));
    assertEquals(List.of(1, 2), lineIndexes("⏎    a⏎    b"));
  }

  private static List<Integer> lineIndexes(String markdown) {
    return RawLines.of(first(markdown)).stream()
        .map(line -> line.first().getSourceSpans().getFirst().getLineIndex())
        .toList();
  }

  private static String shown(Inline line) {
    return line.nodes().stream()
        .map(node ->
            switch (node) {
              case StrongEmphasis bold -> "**" + Inline.text(bold) + "**";
              case HtmlInline html -> html.getLiteral();
              default -> Inline.text(node);
            })
        .collect(Collectors.joining())
        .stripTrailing();
  }

  private static Node first(String markdown) {
    return Markdown.parse(markdown.replace('⏎', '\n')).getFirstChild();
  }
}
