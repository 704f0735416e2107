package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Html;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The words of markup have a line for each block. `⏎` ends a line.
class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          plain                                    => plain
          ' a ⏎⏎ b '                               => a⏎b
          <p>a</p><p>b</p>                         => a⏎b
          <p>a</p>⏎⏎<p>b</p>                       => a⏎b
          <ul><li>a</li><li>b</li></ul>            => a⏎b
          a<br>b<br />c                            => a⏎b⏎c
          <h3 id="x">a</h3>b                       => a⏎b
          <div>a<div>b</div></div>                 => a⏎b
          <table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table> => a  b⏎c  d
          <pre><code>a⏎  b</code></pre>            => a⏎b
          <p title="a > b">c</p>                   => c
          <img src="b.png" alt="a graph">          => a graph
          <img alt="a &amp; &lt;b&gt;" src="b.png"> => a & <b>
          <img src="b.png">x                       => x
          <IMG alt="a">                            => a
          a<sup class="footnote"><a href="#fn-1">1</a></sup> b => a b
          a<sup>2</sup>                            => a2
          a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39; &#x2014; => a & b <c> "d" 'e' —
          &amp;lt;                                 => &lt;
          """)
  void areTheWordsOfMarkup(String html, String text) {
    assertEquals(text, PlainText.of(new Html(html.replace('⏎', '\n'))).replace('\n', '⏎'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd",
        "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr"
      })
  void continuesThroughInlineElements(String name) {
    assertEquals("abc", PlainText.of(new Html("a<" + name + " id=\"x\">b</" + name + ">c")));
  }

  @Test
  void removesMarks() {
    assertEquals(
        "see INC-1.",
        PlainText.of(new Html("see " + Html.MENTION + "INC-1" + Html.MENTION_END + ".")));
    assertEquals("a\u00A0b", PlainText.of(new Html("a&nbsp;b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          plain               => plain
          a &lt;b&gt; &amp; c => a <b> & c
          &#123;&#x7d;        => {}
          a & b               => a & b
          """)
  void areDecoded(String escaped, String text) {
    assertEquals(text, PlainText.decode(escaped));
  }
}
