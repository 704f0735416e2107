package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.commonmark.node.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Alerts of GitHub and of other tools become boxes with a title. `|` stands for a line break.
class AlertsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          > [!NOTE]|> a                      => note: Note: <p>a</p>
          > [!warning]|> a||b                => warning: Warning: <p>a</p> <p>b</p>
          > [!IMPORTANT]||> a                => important: Important: <blockquote> <p>a</p> </blockquote>
          > [!TIP]|>|> - a                   => tip: Tip: <ul> <li>a</li> </ul>
          > [!CAUTION] Hot|> a               => caution: Hot: <p>a</p>
          > [!bug]- Known|> a                => caution: Known: <p>a</p>
          > [!NOTE] *Now*|> a                => note: <em>Now</em>: <p>a</p>
          :::note|a||- b|:::|c               => note: Note: <p>a</p> <ul> <li>b</li> </ul> <p>c</p>
          :::danger Hot|a|:::                => caution: Hot: <p>a</p>
          :::tip[Hot]|a|:::                  => tip: Hot: <p>a</p>
          !!! note|    a||    b||c           => note: Note: <p>a</p> <p>b</p> <p>c</p>
          !!! warning \"Hot\"|    a||b       => warning: Hot: <p>a</p> <p>b</p>
          > [!OTHER]|> a                     => <blockquote> <p>[!OTHER] a</p> </blockquote>
          > [1] a                            => <blockquote> <p>[1] a</p> </blockquote>
          :::unknown|a|:::                   => <p>:::unknown a :::</p>
          ```|:::note|a|:::|```              => <pre><code>:::note a ::: </code></pre>
          !!! it broke                       => <p>!!! it broke</p>
          """)
  void becomeBoxes(String markdown, String expected) {
    Node document = Markdown.parse(Alerts.asQuotes(markdown.replace('|', '\n')));
    Alerts.replace(document);
    String markup =
        Markdown.render(document)
            .replaceAll(
                "(?s)<div class=\"alert alert-(\\w+)\">\\s*<p class=\"alert-title\">(.*?)</p>",
                "$1: $2:")
            .replace("</div>", "");
    assertEquals(expected, markup.replaceAll("\\s+", " ").strip());
  }
}
