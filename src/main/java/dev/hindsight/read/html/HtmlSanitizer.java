package dev.hindsight.read.html;

import dev.hindsight.site.problem.SourcePosition;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Lets through of a report's raw HTML what is harmless, and nothing else.
public final class HtmlSanitizer {
  private static final Pattern CLASSES =
      Pattern.compile("language-[\\w+#.-]+|dead-link|footnote|task-list-item");
  private static final Pattern ID =
      Pattern.compile("(?!ui-)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}%?");
  private static final Pattern ALIGN = Pattern.compile("left|center|right");

  /// Names of elements that HTML knows, harmless or not. What else looks like a tag is a
  /// placeholder.
  private static final Set<String> ELEMENTS =
      Set.of(
          ("a abbr acronym address applet area article aside audio b base basefont bdi bdo big"
                  + " blink blockquote body br button canvas caption center circle cite code col"
                  + " colgroup command content data datalist dd del details dfn dialog dir div dl dt"
                  + " element em embed fieldset figcaption figure font footer form frame frameset g"
                  + " h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins"
                  + " isindex kbd keygen label legend li line link listing main map mark marquee"
                  + " math menu menuitem meta meter multicol nav nextid nobr noembed noframes"
                  + " noscript object ol optgroup option output p param path picture plaintext pre"
                  + " progress q rb rp rt rtc ruby s samp script search section select shadow slot"
                  + " small source spacer span strike strong style sub summary sup svg table tbody"
                  + " td template textarea tfoot th thead time title tr track tt u ul use var video"
                  + " wbr xmp")
              .split(" "));

  /// The elements that may stay, among them those that rendering itself makes.
  private static final String[] HARMLESS =
      ("p br hr h1 h2 h3 h4 h5 h6 blockquote pre code ul ol li dl dt dd table thead"
              + " tbody tfoot tr th td caption a img em strong b i u s del ins sub sup kbd samp"
              + " var mark small abbr cite q dfn span div details summary figure figcaption"
              + " input wbr")
          .split(" ");

  private static final Pattern NAME = Pattern.compile("^</?([A-Za-z][A-Za-z0-9-]*)");

  private HtmlSanitizer() {}

  /// Whether what a parser took for HTML is text that only looks like it: `<filename>`.
  public static boolean isPlaceholder(String literal) {
    Matcher name = NAME.matcher(literal);
    return name.find() && !ELEMENTS.contains(name.group(1).toLowerCase(Locale.ROOT));
  }

  /// Cleans a rendered fragment that has raw HTML in it. The elements that rendering itself makes
  /// are on the list too, as both come mixed.
  static String clean(String html, LinkResolver links, SourcePosition at) {
    // The library breaks up double braces for the sake of client-side templates, which we have none
    // of.
    return policy(links, at).sanitize(html).replace("{<!-- -->{", "{{");
  }

  private static PolicyFactory policy(LinkResolver links, SourcePosition at) {
    return new HtmlPolicyBuilder()
        .allowElements(HARMLESS)
        .allowWithoutAttributes("span", "a")
        .allowAttributes("id")
        .matching(ID)
        .globally()
        .allowAttributes("name")
        .matching(ID)
        .onElements("a")
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
