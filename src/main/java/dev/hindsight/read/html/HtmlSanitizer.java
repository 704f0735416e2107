package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.site.problem.SourcePosition;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Removes everything from a report's raw HTML that is not known to be harmless.
public final class HtmlSanitizer {
  private static final Pattern CLASSES =
      Pattern.compile(
          "language-[\\w+#.-]+|dead-link|footnote|footnote-back|task-list-item|alert-title|alert alert-[a-z]+");
  private static final Pattern ID =
      Pattern.compile("(?!ui-)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");
  private static final Pattern MARKS =
      Pattern.compile(
          "(?:(?: |%20)(?:controls|autoplay|muted|loop|playsinline|preload|default))+$");
  private static final Pattern CONDITION = Pattern.compile("[\\w ():.,/<>=;\"'+-]{1,200}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}%?");
  private static final Pattern ALIGN = Pattern.compile("left|center|right");

  /// The elements that may stay, including those that rendering produces.
  private static final String[] HARMLESS =
      ("p br hr h1 h2 h3 h4 h5 h6 blockquote pre code ul ol li dl dt dd table thead"
              + " tbody tfoot tr th td caption a img em strong b i u s del ins sub sup kbd samp"
              + " var mark small abbr cite q dfn span div details summary figure figcaption"
              + " input wbr picture source video audio track")
          .split(" ");

  /// An address inside the site. The library writes some of its characters as references.
  private static final Pattern INTO_SITE = Pattern.compile("(?<= (?:href|src)=\")\\.\\./[^\"]*");

  private HtmlSanitizer() {}

  /// Sanitizes a rendered fragment that contains raw HTML. Elements that rendering produces are
  /// allowed, because the two are mixed.
  ///
  /// @param resolved addresses of Markdown links, which must not be resolved again
  static String clean(String html, LinkResolver links, Set<String> resolved, SourcePosition at) {
    // The library breaks up double braces to protect client-side templates. This site has none.
    String safe = policy(links, resolved, at).sanitize(html).replace("{<!-- -->{", "{{");
    return INTO_SITE
        .matcher(safe)
        .replaceAll(address ->
            Matcher.quoteReplacement(Html.escape(PlainText.decode(address.group())).value()));
  }

  /// The library treats an attribute without a value after an unquoted address as a part of it:
  /// `src=a.mp4 controls`.
  private static String withoutMarks(String address) {
    return MARKS.matcher(address).replaceFirst("");
  }

  private static PolicyFactory policy(LinkResolver links, Set<String> resolved, SourcePosition at) {
    UnaryOperator<String> address =
        written -> resolved.contains(written) ? written : links.resolve(written, at).orElse(null);
    UnaryOperator<String> image =
        written ->
            resolved.contains(written) ? written : links.resolveImage(written, at).orElse(null);
    return new HtmlPolicyBuilder()
        .allowElements(HARMLESS)
        .allowWithoutAttributes("span", "a", "picture", "video", "audio")
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
        .matching((element, attribute, value) -> address.apply(value))
        .onElements("a")
        .allowAttributes("src")
        .matching((element, attribute, value) -> image.apply(value))
        .onElements("img")
        .allowAttributes("src")
        .matching((element, attribute, value) -> address.apply(withoutMarks(value)))
        .onElements("video", "audio", "source", "track")
        .allowAttributes("poster")
        .matching((element, attribute, value) -> image.apply(withoutMarks(value)))
        .onElements("video")
        .allowAttributes("srcset")
        .matching((element, attribute, value) -> MediaElements.resolved(value, image))
        .onElements("source")
        .allowAttributes("media", "sizes", "type")
        .matching(CONDITION)
        .onElements("source")
        .allowAttributes("muted", "loop")
        .onElements("video", "audio")
        .allowAttributes("kind", "srclang", "label", "default")
        .onElements("track")
        .allowAttributes("alt")
        .onElements("img")
        .allowAttributes("width", "height")
        .matching(NUMBER)
        .onElements("img", "video", "td", "th")
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
        .allowUrlProtocols(Markdown.SCHEMES.toArray(String[]::new))
        // Images as data become files. Any other data loses its address.
        .allowUrlProtocols("data")
        .toFactory();
  }
}
