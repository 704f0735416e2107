package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.commonmark.node.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Links in double brackets lead to reports, where there is one.
class WikiLinksTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          see [[INC-1]].              => <p>see INC-1.</p>
          see [[ INC-1 | the gate ]]. => <p>see <a href="INC-1.md">the gate</a>.</p>
          [[INC-1#Root cause]]        => <p><a href="INC-1.md#Root-cause">INC-1</a></p>
          [[INC-1#a|b]] [[INC-2]]     => <p><a href="INC-1.md#a">b</a> INC-2</p>
          [[INC-2|b]]                 => <p>INC-2 (b)</p>
          [[ -f x ]]                  => <p>[[ -f x ]]</p>
          `[[INC-1]]`                 => <p><code>[[INC-1]]</code></p>
          [[Some page]]               => <p>[[Some page]]</p>
          """)
  void leadToReports(String markdown, String markup) {
    Node document = Markdown.parse(markdown);
    WikiLinks.replace(
        document, name -> name.equals("INC-1") ? Optional.of("INC-1.md") : Optional.empty());
    assertEquals(markup, Markdown.render(document).replace(" rel=\"nofollow\"", "").strip());
  }
}
