package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.hindsight.model.Block;
import dev.hindsight.read.ReportContexts;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Alerts;
import dev.hindsight.read.markdown.HeadingNames;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Markdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Markdown looks as on GitHub. Each line of `github.txt` has Markdown and the HTML that cmark-gfm,
/// GitHub's own program, renders with all extensions. cmark-gfm has no alerts and emoji, so those
/// lines have the HTML of GitHub's pages. Where Hindsight differs, its HTML comes first, then `≠`
/// and GitHub's. `⏎` ends a line of Markdown.
class GitHubMarkdownTest {
  private static final Path TABLE =
      Path.of("src/test/resources/dev/hindsight/read/html/github.txt");

  /// What a reader notices; the rest is for stylesheets and programs.
  private static final Set<String> ATTRIBUTES =
      Set.of("align", "checked", "href", "open", "start", "title");

  @ParameterizedTest
  @MethodSource("lines")
  void looksAsOnGitHub(String markdown, String ours, String github) {
    String shown = normal(rendered(markdown.replace('⏎', '\n')));
    assertEquals(ours, shown);
    if (!github.isEmpty()) {
      assertNotEquals(github, shown);
    }
  }

  static Stream<Arguments> lines() throws IOException {
    return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
        .map(line -> line.split(" ⇒ ", 2))
        .map(line -> List.of(line[0], line[1] + " ≠ "))
        .map(line -> Arguments.of(line.get(0), part(line.get(1), 0), part(line.get(1), 1)));
  }

  private static String part(String line, int number) {
    return line.split(" ≠ ", 3)[number].strip();
  }

  private static String rendered(String markdown) {
    ReportContext context = ReportContexts.alone();
    Node document = Markdown.parse(Alerts.asQuotes(markdown));
    Alerts.replace(document);
    HeadingNames.take(document, (_, _) -> {});
    Footnotes footnotes = new Footnotes(document);
    SafeHtmlRenderer html = new SafeHtmlRenderer(context, footnotes);
    String text = html.of(Inline.children(document), "").value();
    return footnotes
        .section(html, context.anchors(), "Footnotes")
        .map(notes -> text + ((Block.Prose) notes.blocks().getFirst()).html().value())
        .orElse(text);
  }

  private static String normal(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select("div.scroll, code span").unwrap();
    for (Element element : body.getAllElements()) {
      element.attributes().asList().stream()
          .map(Attribute::getKey)
          .filter(name -> !ATTRIBUTES.contains(name))
          .forEach(element::removeAttr);
    }
    String shown = body.html().replaceAll("(?s)<!--.*?-->", "");
    return shown.replaceAll("\\s+", " ").replace("> ", ">").replace(" <", "<").strip();
  }
}
