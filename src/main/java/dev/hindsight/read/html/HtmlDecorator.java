package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.source.ImageSize;
import dev.hindsight.site.config.ImageHosts;
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
              + " >])|</table>|<(?<link>/?)a(?=[ >])|<img (?<image>[^>]*?) ?/?>");

  private static final Pattern SOURCE = Pattern.compile("(?:^| )src=\"([^\"]*)\"");
  private static final Pattern ALTERNATIVE = Pattern.compile("(?:^| )alt=\"([^\"]*)\"");
  private static final Pattern SIZED = Pattern.compile("(?:^| )(?:width|height)=");

  private final ReportContext context;
  private boolean inLink;

  private HtmlDecorator(ReportContext context) {
    this.context = context;
  }

  static String around(String html, ReportContext context) {
    if (html.indexOf('<') < 0
        || (!html.contains("<pre") && !html.contains("<table") && !html.contains("<img"))) {
      return html;
    }
    HtmlDecorator frames = new HtmlDecorator(context);
    StringBuilder framed = new StringBuilder(html.length() + 256);
    Matcher tag = FRAMED.matcher(html);
    int from = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      if (at >= from && tag.region(at, html.length()).lookingAt()) {
        framed.append(html, from, at).append(frames.frame(tag));
        from = tag.end();
      }
    }
    return framed.append(html, from, html.length()).toString();
  }

  private String frame(MatchResult found) {
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
    Matcher source = SOURCE.matcher(attributes);
    if (!source.find()) {
      return "<img " + attributes + ">";
    }
    if (source.group(1).indexOf(':') >= 0) {
      return remote(source.group(1), attributes);
    }
    String size =
        SIZED.matcher(attributes).find()
            ? ""
            : size(source.group(1))
                .map(known -> " width=\"" + known.width() + "\" height=\"" + known.height() + "\"")
                .orElse("");
    return shown(source.group(1), attributes + size);
  }

  private String shown(String address, String attributes) {
    String image = "<img " + attributes + " loading=\"lazy\" decoding=\"async\">";
    return inLink ? image : "<a class=\"zoom\" href=\"" + address + "\">" + image + "</a>";
  }

  /// A page loads nothing from hosts that the configuration does not name, so readers get a link to
  /// the image instead, unless it is already inside a link.
  private String remote(String address, String attributes) {
    String decoded = PlainText.decode(address);
    if (context.config().images().allows(decoded)) {
      return shown(address, attributes + " referrerpolicy=\"no-referrer\"");
    }
    Matcher alternative = ALTERNATIVE.matcher(attributes);
    String words = alternative.find() ? alternative.group(1).strip() : "";
    String at = Html.escape(ImageHosts.host(decoded).orElse("").replace("http://", "")).value();
    String name = words.isEmpty() ? address.substring(address.lastIndexOf('/') + 1) : words;
    String label = name.isEmpty() ? at : name;
    return inLink
        ? label
        : "<a class=\"remote-image\" href=\""
            + address
            + "\" data-host=\""
            + at
            + "\">"
            + label
            + "</a>";
  }

  private Optional<ImageSize> size(String address) {
    return context
        .attachment(address)
        .flatMap(attachment -> context.folder().imageSize(attachment.source()));
  }
}
