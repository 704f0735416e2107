package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Block;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.ReportContexts;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Markdown;
import java.util.Optional;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Footnotes are numbered as the text refers to them, and stand in a section at the end. `⏎` ends a
/// line of the report.
class FootnotesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          a[^x]⏎⏎[^x]: one                  => a(1 first) => 1 one
          a[^x] b[^x]⏎⏎[^x]: one            => a(1 first) b(1) => 1 one
          a[^y] b[^x]⏎⏎[^x]: one⏎⏎[^y]: two => a(1 first) b(2 first) => 1 two / 2 one
          a⏎⏎[^x]: one                      => a => 1 one
          a[^y]⏎⏎[^x]: one⏎⏎[^y]: two       => a(1 first) => 1 two / 2 one
          a[^x]⏎⏎[^x]: one⏎⏎[^x]: two       => a(1 first) => 1 one
          a[^x]⏎⏎> [^x]: one                => a(1 first) => 1 one
          a[^z]                             => a[^z] => none
          a                                 => a => none
          """)
  void areNumberedInTheOrderOfTheText(String markdown, String text, String notes) {
    Node document = Markdown.parse(markdown.replace('⏎', '\n'));
    Footnotes footnotes = new Footnotes(document);
    ReportContext context = ReportContexts.alone();
    SafeHtmlRenderer html = new SafeHtmlRenderer(context, footnotes);
    assertEquals(text, shown(html.of(Inline.children(document), "").value()));
    assertEquals(
        notes,
        footnotes
            .section(html, context.anchors(), "Footnotes")
            .map(section -> shown(((Block.Prose) section.blocks().getFirst()).html().value()))
            .orElse("none"));
  }

  @Test
  void footnotesHaveTheirOwnSection() {
    Node document = Markdown.parse("a[^x]\n\n[^x]: **one**");
    Footnotes footnotes = new Footnotes(document);
    ReportContext context = ReportContexts.alone();
    SafeHtmlRenderer html = new SafeHtmlRenderer(context, footnotes);
    html.of(Inline.children(document), "");
    Section section = footnotes.section(html, context.anchors(), "Footnotes").orElseThrow();
    assertEquals(SectionKind.OTHER, section.kind());
    assertEquals("Footnotes", section.heading());
    assertEquals("footnotes", section.anchor());
    assertEquals("one", section.text());
  }

  @ParameterizedTest
  @CsvSource({
    "'a[^Bell]⏎⏎[^bell]: one', 'one <a class=\"footnote-back\" href=\"#fnref-1\" role=\"doc-backlink\">↩</a>'",
    "'a⏎⏎[^bell]: one', one"
  })
  void footnotesLinkBackToTheirNumber(String markdown, String note) {
    Node document = Markdown.parse(markdown.replace('⏎', '\n'));
    Footnotes footnotes = new Footnotes(document);
    ReportContext context = ReportContexts.alone();
    SafeHtmlRenderer html = new SafeHtmlRenderer(context, footnotes);
    html.of(Inline.children(document), "");
    Section section = footnotes.section(html, context.anchors(), "Footnotes").orElseThrow();
    String list = ((Block.Prose) section.blocks().getFirst()).html().value();
    assertEquals(
        "<ol class=\"footnotes\"> <li id=\"fn-1\"><p>%s</p></li> </ol>".formatted(note),
        list.replaceAll("\\s+", " "));
    assertEquals("one", section.text());
  }

  @Test
  void referencesLinkToFootnotes() {
    Node document = Markdown.parse("a[^x]\n\n[^x]: one");
    Footnotes footnotes = new Footnotes(document);
    assertEquals(Optional.empty(), footnotes.number(document.getFirstChild().getFirstChild()));
  }

  /// A reference as its number in parentheses, and a note behind its number.
  private static String shown(String html) {
    return html.replaceAll(" <a class=\"footnote-back\".*?</a>", "")
        .replaceAll(
            "<sup class=\"footnote\"><a href=\"#fn-(\\d)\" id=\"fnref-\\1\">\\1</a></sup>",
            "($1 first)")
        .replaceAll("<sup class=\"footnote\"><a href=\"#fn-(\\d)\">\\1</a></sup>", "($1)")
        .replaceAll("<li id=\"fn-(\\d)\">", "$1 ")
        .replaceAll("</li>\n(?=\\d)", " / ")
        .replaceAll("<[^>]*>|\n", "");
  }
}
