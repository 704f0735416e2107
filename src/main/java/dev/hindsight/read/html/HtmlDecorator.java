package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.source.ImageSize;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Improves finished markup: tables and code become scrollable by keyboard, code gets colors, and
/// images get a link to the original and a size, so that they do not shift the page while they
/// load.
///
/// It works on the text of the markup. There, Markdown and sanitized raw HTML have the same form:
/// attributes in double quotes, and no `<` outside tags.
final class HtmlDecorator {
  private static final Pattern FRAMED =
      Pattern.compile(
          "<pre><code"
              + " class=\"language-(?<language>[\\w+#-]+)\">(?<code>[^<]*)(?=</code>)|<(?<open>table|pre)(?=["
              + " >])|</table>|<(?<link>/?)a(?=[ >])|<img (?<image>[^>]*?) ?/?>"
              + "|<(?<media>video|audio|picture)(?<about>(?: [^>]*)?)>"
              + "|</(?<end>video|audio|picture)>|<(?<source>source|track)(?: [^>]*)?>");

  private static final List<String> DECORATED =
      List.of("<pre", "<table", "<img", "<video", "<audio", "<picture", "<source", "<track");

  private static final Pattern SIZED = Pattern.compile("(?:^| )(?:width|height)=");

  private final ReportContext context;
  private final MediaElements elements;
  private boolean inLink;

  /// The media element around the current text, or null.
  private MediaElements.Parts media;

  private HtmlDecorator(ReportContext context) {
    this.context = context;
    this.elements = new MediaElements(context.config().images());
  }

  static String around(String html, ReportContext context) {
    if (html.indexOf('<') < 0 || DECORATED.stream().noneMatch(html::contains)) {
      return html;
    }
    HtmlDecorator frames = new HtmlDecorator(context);
    StringBuilder framed = new StringBuilder(html.length() + 256);
    Matcher tag = FRAMED.matcher(html);
    int from = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      if (at >= from && tag.region(at, html.length()).lookingAt()) {
        framed.append(html, from, at).append(frames.frame(tag, html));
        from = tag.end();
      }
    }
    return framed.append(html, from, html.length()).toString();
  }

  private String frame(MatchResult found, String html) {
    if (found.group("media") != null) {
      return media(found, html);
    }
    if (found.group("end") != null) {
      return endOfMedia();
    }
    if (found.group("source") != null) {
      return "";
    }
    if (found.group("code") != null) {
      return code(found.group("language"), found.group("code"));
    }
    if (found.group("image") != null) {
      return image(found.group("image"));
    }
    if (found.group("link") != null) {
      inLink = found.group("link").isEmpty();
      return found.group();
    }
    if (found.group("open") == null) {
      return "</table></div>";
    }
    return found.group("open").equals("pre")
        ? "<pre tabindex=\"0\""
        : "<div class=\"scroll\" role=\"group\" aria-label=\""
            + Html.escape(context.config().words().table()).value()
            + "\" tabindex=\"0\"><table";
  }

  private static String code(String language, String escaped) {
    return "<pre tabindex=\"0\"><code class=\"language-"
        + language
        + "\">"
        + Highlighter.markup(language, PlainText.decode(escaped)).orElse(escaped);
  }

  private String image(String attributes) {
    Optional<String> source = MediaElements.attribute(attributes, "src");
    if (source.isEmpty()) {
      return "<img " + attributes + ">";
    }
    String address = source.get();
    if (address.indexOf(':') >= 0) {
      return remote(address, attributes);
    }
    String words = MediaElements.attribute(attributes, "alt").orElse("").strip();
    Optional<String> instead = MediaElements.instead(address, words, attributes);
    if (instead.isPresent()) {
      return inLink ? words : instead.get();
    }
    String size =
        SIZED.matcher(attributes).find()
            ? ""
            : size(address)
                .map(known -> " width=\"" + known.width() + "\" height=\"" + known.height() + "\"")
                .orElse("");
    return shown(address, attributes + size);
  }

  private String shown(String address, String attributes) {
    String image = "<img " + attributes + " loading=\"lazy\" decoding=\"async\">";
    if (media != null && !media.sources().isEmpty()) {
      image = "<picture>" + media.sources() + image + "</picture>";
    }
    return inLink ? image : "<a class=\"zoom\" href=\"" + address + "\">" + image + "</a>";
  }

  /// A page loads nothing from hosts that the configuration does not name, so readers get a link to
  /// the image instead, unless it is already inside a link.
  private String remote(String address, String attributes) {
    if (context.config().images().allows(PlainText.decode(address))) {
      return shown(address, attributes + " referrerpolicy=\"no-referrer\"");
    }
    String words = MediaElements.attribute(attributes, "alt").orElse("").strip();
    if (!inLink) {
      return MediaElements.link(address, words, MediaElements.kept(attributes, "title"));
    }
    String name = words.isEmpty() ? MediaElements.name(address) : words;
    return name.isEmpty() ? Html.escape(MediaElements.host(address)).value() : name;
  }

  /// The content of a video or a sound stays, for browsers that cannot play it.
  private String media(MatchResult found, String html) {
    if (media != null) {
      return "";
    }
    String name = found.group("media");
    int end = html.indexOf("</" + name + ">", found.end());
    String content = html.substring(found.end(), end < 0 ? html.length() : end);
    media = elements.parts(name, found.group("about"), content);
    return media.opening();
  }

  private String endOfMedia() {
    String closing = media == null ? "" : media.closing();
    media = null;
    return closing;
  }

  private Optional<ImageSize> size(String address) {
    return context
        .attachment(address)
        .flatMap(attachment -> context.folder().imageSize(attachment.source()));
  }
}
