package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.model.Html;
import dev.hindsight.model.Mention;
import dev.hindsight.read.ReportContexts;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.read.source.ReportFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Markdown becomes safe markup with resolved links. `{…}` stands around a word that may be an id.
class SafeHtmlRendererTest {
  @TempDir private Path root;
  private ReportContext context;

  @BeforeEach
  void writeReports() throws IOException {
    Sites.write(root, Map.of("a.md", "x", "b.md", "x"));
    context = ReportContexts.of(ReportFolder.list(root, "incidents"), "a.md");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          a & b                          => <p>a &amp; b</p>
          '# A b'                        => <h3 id="a-b">A b</h3>
          '##### A'                      => <h5 id="a">A</h5>
          [a](b.md)                      => <p><a href="../@/b.md">a</a></p>
          [a](missing.md)                => <p><span class="dead-link" title="missing.md">a</span></p>
          [**a**](javascript:b)          => <p><span class="dead-link" title="javascript:b"><strong>a</strong></span></p>
          ![a](https://a.example/b.png)  => <p><a class="remote-image" href="https://a.example/b.png" data-host="a.example">a</a></p>
          ![](https://a.example/b.png)   => <p><a class="remote-image" href="https://a.example/b.png" data-host="a.example">b.png</a></p>
          ![](https://a.example/)        => <p><a class="remote-image" href="https://a.example/" data-host="a.example">a.example</a></p>
          <img width="9" alt="a" src="https://a.example/b" /> => <a class="remote-image" href="https://a.example/b" data-host="a.example">a</a>
          '[a](b.md)<br>[c](missing.md)' => <p><a href="../@/b.md">a</a><br /><span class="dead-link" title="missing.md">c</span></p>
          '[a](b.md#x=1) <kbd>b</kbd>'   => <p><a href="../@/b.md#x=1">a</a> <kbd>b</kbd></p>
          [a](tel:+491)                  => <p><a href="tel:+491">a</a></p>
          [a](slack://b)                 => <p><a href="slack://b">a</a></p>
          [![a](https://a.example/b.png)](b.md) => <p><a href="../@/b.md">a</a></p>
          ![a](missing.png)              => <p><span class="dead-link" title="missing.png">a</span></p>
          a <b>b</b> c                   => <p>a <b>b</b> c</p>
          a <script>b</script> c         => <p>a &lt;script&gt;b&lt;/script&gt; c</p>
          a <file-name> c                => <p>a &lt;file-name&gt; c</p>
          <file-name>                    => <p>&lt;file-name&gt;</p>
          see INC-1.                     => <p>see {INC-1}.</p>
          **INC-1** INC-2                => <p><strong>{INC-1}</strong> {INC-2}</p>
          `INC-1`                        => <p><code>INC-1</code></p>
          [INC-1](b.md)                  => <p><a href="../@/b.md">INC-1</a></p>
          [INC-1](missing.md)            => <p><span class="dead-link" title="missing.md">{INC-1}</span></p>
          <a href="b.md">INC-1</a> INC-2 => <p><a href="../@/b.md">INC-1</a> {INC-2}</p>
          """)
  void makesSafeMarkup(String markdown, String html) {
    assertEquals(html, render(markdown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          see INC-1.              => INC-1 1:5
          INC-1 INC-2 inc-1       => INC-1 1:1 / INC-2 1:7
          [a](b.md)               => @/b.md 1:1
          `INC-1`                 => ''
          """)
  void notesMentions(String markdown, String mentions) {
    render(markdown);
    assertEquals(
        mentions,
        context.mentions().stream()
            .map(mention ->
                mention.word() + " " + mention.place().line() + ":" + mention.place().column())
            .collect(Collectors.joining(" / ")));
    assertEquals(
        List.of(),
        context.mentions().stream()
            .filter(mention -> !mention.anchor().equals("impact"))
            .map(Mention::word)
            .toList());
  }

  @Test
  void rendersWordsAndLines() {
    SafeHtmlRenderer html = renderer(Markdown.parse(""));
    assertEquals("a &lt;b&gt;", html.of("a <b>", "").value());
    assertEquals("a b", html.of(" a b ", "").value());
    assertEquals(Html.EMPTY, html.of(List.of(), ""));
    Inline line = Inline.of(Markdown.parse("**a** b").getFirstChild());
    assertEquals("<strong>a</strong> b", html.of(line, "").value());
    assertEquals("a", html.prose(Inline.children(Markdown.parse("*a*")), "").text());
  }

  private String render(String markdown) {
    Node document = Markdown.parse(markdown);
    return renderer(document)
        .of(Inline.children(document), "impact")
        .value()
        .replace(Html.MENTION, '{')
        .replace(Html.MENTION_END, '}')
        .replace(" rel=\"nofollow\"", "");
  }

  private SafeHtmlRenderer renderer(Node document) {
    return new SafeHtmlRenderer(context, new Footnotes(document));
  }
}
