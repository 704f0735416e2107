package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Words that look like tags stay words, and take nothing behind them along.
class LiteralTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          a <file-name> b        => <p>a &lt;file-name&gt; b</p>
          </file-name>           => <p>&lt;/file-name&gt;</p>
          <Service name>         => <p>&lt;Service name&gt;</p>
          <h7>                   => <p>&lt;h7&gt;</p>
          a <script> b           => <p>a &lt;script&gt; b</p>
          <script>a</script> b   => <p>&lt;script&gt;a&lt;/script&gt; b</p>
          a <title>b</title> c   => <p>a &lt;title&gt;b&lt;/title&gt; c</p>
          a <table> b            => <p>a &lt;table&gt; b</p>
          a <div> b              => <p>a &lt;div&gt; b</p>
          a <b>b</b> c           => <p>a <b>b</b> c</p>
          a <B>b</B> c           => <p>a <B>b</B> c</p>
          *a <b>b</b>* <i> c     => <p><em>a <b>b</b></em> &lt;i&gt; c</p>
          a<br>b <wbr> c         => <p>a<br>b <wbr> c</p>
          a <span class="x"> b   => <p>a <span class="x"> b</p>
          a <!-- b --> c         => <p>a c</p>
          a<!-- b -->c <!----> d => <p>ac d</p>
          *a*<!-- b --> c        => <p><em>a</em> c</p>
          *a <!-- b --> c*       => <p><em>a c</em></p>
          <div><script>a</div>   => <div>&lt;script>a</div>
          `<script>`             => <p><code>&lt;script&gt;</code></p>
          """)
  void areToldFromTags(String markdown, String markup) {
    assertEquals(markup, Markdown.render(Markdown.parse(markdown)).strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>",
        "<style>",
        "<textarea>",
        "<title>",
        "<iframe src=x>",
        "<xmp>",
        "<noscript>",
        "<object>",
        "<embed>",
        "<!-- a",
        "<plaintext>",
        "<file-name>"
      })
  void takeNothingAlongAtTheBeginningOfALine(String tag) {
    String markup =
        Markdown.render(Markdown.parse("a\n\n" + tag + "\n*b*\n\n## C\n\n" + tag + " d"));
    assertEquals(
        "<p>a</p>\n<p>%s\n<em>b</em></p>\n<h2>C</h2>\n<p>%<s d</p>"
            .formatted(tag.replace("<", "&lt;").replace(">", "&gt;")),
        markup.strip());
  }
}
