package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Removes everything from a report's raw HTML that is not known to be harmless.
public final class HtmlSanitizer {
  public static final ProblemKind REMOVED_HTML =
      ProblemKind.warning(
          "removed-html",
          ProblemKind.Topic.VALUES,
          """
          HTML that is not allowed on a page: an attribute that runs a script (`onclick`), an address that is not a link
          (`javascript:`), or an element that shows something without text (`<canvas>`). The text around it stays. Each report
          has at most one such warning. Attributes that only change the look, such as `class` and `style`, are removed
          silently.
          """);

  private static final Pattern CLASSES =
      Pattern.compile(
          "language-[\\w+#.-]+|dead-link|footnote|footnote-back|task-list-item|alert-title|alert alert-[a-z]+");
  private static final Pattern ID =
      Pattern.compile("(?!ui-)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");
  private static final Pattern MARKS =
      Pattern.compile(
          "(?:(?: |%20)(?:controls|autoplay|muted|loop|playsinline|preload|default))+$");
  private static final Pattern CONDITION = Pattern.compile("[\\w ():.,/<>=;\"'+-]{1,200}");
  private static final Pattern AS_WRITTEN = Pattern.compile("[^&%\\s\"'<>]+");
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

  /// Elements without text: if the tags are removed, nothing is left.
  private static final Set<String> WITHOUT_TEXT =
      Set.of("area", "canvas", "command", "image", "keygen", "meter", "param", "progress");

  /// Attributes that run something or load another page.
  private static final Pattern ACTIVE = Pattern.compile("on[a-z]+|formaction|srcdoc|action");

  private static final Set<String> ADDRESSES = Set.of("href", "src", "srcset", "poster");

  /// Further ones are only counted.
  private static final int MOST_NAMED = 3;

  private final ReportContext context;
  private final LinkResolver links;
  private final Set<String> resolved;
  private final RawTags raw;

  /// Whether an address of the current tag is removed because the link is broken, which is a
  /// separate problem.
  private boolean isLinkBroken;

  /// @param resolved addresses of Markdown links, which must not be resolved again
  /// @param raw the raw HTML in the fragment
  HtmlSanitizer(ReportContext context, LinkResolver links, Set<String> resolved, RawTags raw) {
    this.context = context;
    this.links = links;
    this.resolved = resolved;
    this.raw = raw;
  }

  /// Sanitizes a rendered fragment that contains raw HTML. Elements that rendering produces are
  /// allowed, because the two are mixed.
  String clean(String html) {
    // The library breaks up double braces to protect client-side templates. This site has none.
    String safe = policy().sanitize(html, new Listener(), context).replace("{<!-- -->{", "{{");
    return INTO_SITE
        .matcher(safe)
        .replaceAll(address ->
            Matcher.quoteReplacement(Html.escape(PlainText.decode(address.group())).value()));
  }

  /// Records what the policy removes.
  private final class Listener implements HtmlChangeListener<ReportContext> {
    @Override
    public void discardedTag(ReportContext report, String element) {
      if (WITHOUT_TEXT.contains(element)) {
        report.removed("<" + element + ">", () -> raw.at("<" + element));
      }
    }

    @Override
    public void discardedAttributes(ReportContext report, String element, String... attributes) {
      for (String attribute : attributes) {
        String what = "`" + attribute + "` of <" + element + ">";
        if (ACTIVE.matcher(attribute).matches()) {
          report.removed(what, () -> raw.at(attribute));
        } else if (ADDRESSES.contains(attribute) && !isLinkBroken) {
          report.removed(what, () -> raw.next(attribute));
        }
      }
      isLinkBroken = false;
    }
  }

  /// One problem for all that was removed from a report.
  public static Optional<Problem> problem(ReportContext context) {
    List<String> removed = context.removed();
    int more = removed.size() - MOST_NAMED;
    return context
        .firstRemoved()
        .map(at ->
            REMOVED_HTML.at(
                at,
                "removed from the page: "
                    + String.join(", ", removed.subList(0, Math.min(MOST_NAMED, removed.size())))
                    + (more > 0 ? " and " + more + " more" : ""),
                "delete it, or write what readers need in Markdown"));
  }

  private String address(String written) {
    if (resolved.contains(written)) {
      return written;
    }
    return resolved(links.resolve(written, at(written)), written);
  }

  private String image(String written) {
    return resolved.contains(written)
        ? written
        : resolved(links.resolveImage(written, at(written)), written);
  }

  private String resolved(Optional<String> address, String written) {
    isLinkBroken |= address.isEmpty() && !LinkResolver.isRefused(written);
    return address.orElse(null);
  }

  /// Searches for an address up to its first character reference.
  private SourcePosition at(String address) {
    Matcher start = AS_WRITTEN.matcher(address);
    return raw.at(start.lookingAt() ? start.group() : address);
  }

  /// The library treats an attribute without a value after an unquoted address as a part of it:
  /// `src=a.mp4 controls`.
  private static String withoutMarks(String address) {
    return MARKS.matcher(address).replaceFirst("");
  }

  private PolicyFactory policy() {
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
        .matching((element, attribute, value) -> address(value))
        .onElements("a")
        .allowAttributes("src")
        .matching((element, attribute, value) -> image(value))
        .onElements("img")
        .allowAttributes("src")
        .matching((element, attribute, value) -> address(withoutMarks(value)))
        .onElements("video", "audio", "source", "track")
        .allowAttributes("poster")
        .matching((element, attribute, value) -> image(withoutMarks(value)))
        .onElements("video")
        .allowAttributes("srcset")
        .matching((element, attribute, value) -> MediaElements.resolved(value, this::image))
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
