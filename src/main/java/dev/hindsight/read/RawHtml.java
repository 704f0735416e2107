package dev.hindsight.read;

import dev.hindsight.site.SourcePosition;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Lets through of a report's raw HTML what is harmless, and nothing else.
final class RawHtml {
  private static final Pattern CLASSES =
      Pattern.compile("language-[\\w+#.-]+|dead-link|footnote|task-list-item");
  private static final Pattern ID =
      Pattern.compile("(?!ui-)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}%?");
  private static final Pattern ALIGN = Pattern.compile("left|center|right");

  private RawHtml() {}

  /// Cleans a rendered fragment that has raw HTML in it. The elements that rendering itself makes
  /// are on the list too, as both come mixed.
  static String clean(String html, Links links, SourcePosition at) {
    return policy(links, at).sanitize(html);
  }

  private static PolicyFactory policy(Links links, SourcePosition at) {
    return new HtmlPolicyBuilder()
        .allowElements(
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "code",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "caption",
            "a",
            "img",
            "em",
            "strong",
            "b",
            "i",
            "u",
            "s",
            "del",
            "ins",
            "sub",
            "sup",
            "kbd",
            "samp",
            "var",
            "mark",
            "small",
            "abbr",
            "cite",
            "q",
            "dfn",
            "span",
            "div",
            "details",
            "summary",
            "figure",
            "figcaption",
            "input",
            "wbr")
        .allowWithoutAttributes("span", "a", "img")
        .allowAttributes("id")
        .matching(ID)
        .globally()
        .allowAttributes("class")
        .matching(CLASSES)
        .globally()
        .allowAttributes("title")
        .globally()
        .allowAttributes("lang", "dir")
        .matching(Pattern.compile("[A-Za-z-]{2,20}"))
        .globally()
        .allowAttributes("href")
        .matching((element, attribute, value) -> links.resolve(value, at).orElse(null))
        .onElements("a")
        .allowAttributes("src")
        .matching((element, attribute, value) ->
            links.resolve(value, at).filter(address -> !address.contains(":")).orElse(null))
        .onElements("img")
        .allowAttributes("alt")
        .onElements("img")
        .allowAttributes("width", "height")
        .matching(NUMBER)
        .onElements("img", "td", "th")
        .allowAttributes("align")
        .matching(ALIGN)
        .onElements("td", "th", "tr", "p", "div", "img")
        .allowAttributes("colspan", "rowspan")
        .matching(NUMBER)
        .onElements("td", "th")
        .allowAttributes("start")
        .matching(NUMBER)
        .onElements("ol")
        .allowAttributes("open")
        .onElements("details")
        .allowAttributes("type")
        .matching(false, "checkbox")
        .onElements("input")
        .allowAttributes("checked", "disabled")
        .onElements("input")
        .allowUrlProtocols("http", "https", "mailto")
        .toFactory();
  }
}
