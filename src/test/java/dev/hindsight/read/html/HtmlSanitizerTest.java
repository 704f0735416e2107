package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.ReportContexts;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.site.problem.SourcePosition;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Harmless HTML goes through as it is; of all other HTML the words are left, or nothing.
class HtmlSanitizerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a</p>",
        "a<br />b",
        "<hr />",
        "<h1>a</h1>",
        "<h2>a</h2>",
        "<h3>a</h3>",
        "<h4>a</h4>",
        "<h5>a</h5>",
        "<h6>a</h6>",
        "<blockquote>a</blockquote>",
        "<pre><code>a</code></pre>",
        "<ul><li>a</li></ul>",
        "<ol><li>a</li></ol>",
        "<ol start=\"3\"><li>a</li></ol>",
        "<dl><dt>a</dt><dd>b</dd></dl>",
        "<table><caption>x</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot></table>",
        "<table><tbody><tr align=\"left\"><td colspan=\"2\" rowspan=\"3\" width=\"50%\" align=\"center\">b</td></tr></tbody></table>",
        "<em>a</em>",
        "<strong>a</strong>",
        "<b>a</b>",
        "<i>a</i>",
        "<u>a</u>",
        "<s>a</s>",
        "<del>a</del>",
        "<ins>a</ins>",
        "<sub>a</sub>",
        "<sup>a</sup>",
        "<kbd>a</kbd>",
        "<samp>a</samp>",
        "<var>a</var>",
        "<mark>a</mark>",
        "<small>a</small>",
        "<abbr title=\"b c\">a</abbr>",
        "<cite>a</cite>",
        "<q>a</q>",
        "<dfn>a</dfn>",
        "<span>a</span>",
        "<a>a</a>",
        "<div align=\"right\">a</div>",
        "<details open=\"open\"><summary>a</summary>b</details>",
        "<figure><figcaption>a</figcaption></figure>",
        "<input type=\"checkbox\" checked=\"checked\" disabled=\"disabled\" />",
        "a<wbr />b",
        "<p id=\"a1.b_c-d\">a</p>",
        "<a name=\"a1\">a</a>",
        "<code class=\"language-objective-c_2.0\">a</code>",
        "<span class=\"dead-link\">a</span>",
        "<sup class=\"footnote\">1</sup>",
        "<ul><li class=\"task-list-item\">a</li></ul>",
        "<p lang=\"pt-BR\" dir=\"ltr\">a</p>",
        "{{ a }}"
      })
  void letsThroughWhatIsHarmless(String html) {
    assertEquals(html, clean(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          a<script>b</script>c                    => ac
          a<style>b</style>c                      => ac
          <iframe src="http://a.example"></iframe>a => a
          <object data="b"></object>a             => a
          <form action="b"><button>a</button></form> => a
          <video src="b.mp4"></video>a            => <video></video>a
          <svg><circle></circle></svg>a           => a
          <font color="red">a</font>              => a
          <section>a</section>                    => a
          a<!-- b -->c                            => ac
          <p onclick="b">a</p>                    => <p>a</p>
          <p style="color: red">a</p>             => <p>a</p>
          <p data-x="b">a</p>                     => <p>a</p>
          <p id="ui-search">a</p>                 => <p>a</p>
          <p id="-a">a</p>                        => <p>a</p>
          <p id="a b">a</p>                       => <p>a</p>
          <a name="ui-x">a</a>                    => <a>a</a>
          <p name="a">a</p>                       => <p>a</p>
          <p class="button">a</p>                 => <p>a</p>
          <p class="footnote button">a</p>        => <p>a</p>
          <p lang="x">a</p>                       => <p>a</p>
          <p lang="a&quot;b">a</p>                => <p>a</p>
          <p align="justify">a</p>                => <p>a</p>
          <span align="left">a</span>             => <span>a</span>
          <p width="5">a</p>                      => <p>a</p>
          <p colspan="2">a</p>                    => <p>a</p>
          <ol start="x"><li>a</li></ol>           => <ol><li>a</li></ol>
          <ul start="3"><li>a</li></ul>           => <ul><li>a</li></ul>
          <input type="text" value="a" />b        => b
          <input type="checkbox" onclick="a" />   => <input type="checkbox" />
          <div open="">a</div>                    => <div>a</div>
          """)
  void takesAwayEverythingElse(String html, String safe) {
    assertEquals(safe, clean(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <a href="https://a.example/">a</a>      => <a href="https://a.example/">a</a>
          <a href="mailto:a&#64;b.example">a</a>  => <a href="mailto:a&#64;b.example">a</a>
          <a href="#impact">a</a>                 => <a href="../@/INC-2024-0001.md#impact">a</a>
          <a href="javascript:alert(1)">a</a>     => <a>a</a>
          <a href="//a.example/">a</a>            => <a>a</a>
          <a href="missing.md">a</a>              => <a>a</a>
          <a target="_blank">a</a>                => <a>a</a>
          <p href="https://a.example/">a</p>      => <p>a</p>
          <img src="https://a.example/b.png" alt="a" /> => <img src="https://a.example/b.png" alt="a" />
          <img src="missing.png" alt="a" width="5" height="10" /> => <img alt="a" width="5" height="10" />
          <img alt="a" width="123456" />          => <img alt="a" />
          <img alt="a" width="5em" />             => <img alt="a" />
          <img alt="a" srcset="b.png 2x" />       => <img alt="a" />
          """)
  void resolvesAddresses(String html, String safe) {
    assertEquals(safe, clean(html));
  }

  private static String clean(String html) {
    ReportContext context = ReportContexts.alone();
    RawTags raw = new RawTags(SourcePosition.start("a.md"));
    return new HtmlSanitizer(context, new LinkResolver(context), Set.of(), raw).clean(html);
  }
}
