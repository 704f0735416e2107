package dev.hindsight.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Says what is unsafe in a page, as another parser than ours reads it: whatever is not known to be
/// harmless.
final class Judge {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head title body header nav main article aside section footer div span p br hr h1 h2"
                  + " h3 h4 h5 h6 blockquote pre code ul ol li dl dt dd table thead tbody tfoot tr"
                  + " th td caption a img em strong b i u s del ins sub sup kbd samp var mark small"
                  + " abbr cite q dfn details summary figure figcaption wbr time label input select"
                  + " option button form output search noscript svg g path line rect circle text"
                  + " tspan polyline polygon desc defs pattern fieldset legend picture video audio"
                  + " source track")
              .split(" "));

  /// Beside these, `data-` and `aria-`.
  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("id class title lang dir name alt width height align colspan rowspan start open type"
                  + " checked disabled tabindex role datetime loading decoding rel target hidden"
                  + " scope value for placeholder method autocomplete spellcheck viewbox x y x1 y1 x2"
                  + " y2 dx dy cx cy r d points transform text-anchor dominant-baseline focusable"
                  + " preserveaspectratio xmlns content charset media sizes http-equiv property"
                  + " defer inputmode maxlength minlength pathlength selected crossorigin rx"
                  + " autocapitalize enterkeyhint min max step list accesskey textlength size"
                  + " stroke-width stroke-linecap stroke-linejoin patternunits controls preload muted"
                  + " loop kind srclang label default")
              .split(" "));

  private static final Set<String> LINKS = Set.of("href", "action");
  private static final Pattern ABROAD =
      Pattern.compile("(?i)(https?|mailto|tel|slack|msteams):.*", Pattern.DOTALL);
  private static final Pattern OWN_SCRIPT = Pattern.compile("(?:/|(\\.\\./)*)[\\w-][\\w./-]*\\.js");

  private Judge() {}

  /// What is unsafe in a page; nothing, as it should be.
  static List<String> unsafe(String html) {
    List<String> found = new ArrayList<>();
    for (Element element : Jsoup.parse(html).getAllElements()) {
      judge(element, found);
    }
    return found;
  }

  private static void judge(Element element, List<String> found) {
    String name = element.normalName();
    if (name.equals("#root")) {
      return;
    }
    boolean isOfPage = element.closest("head") != null;
    switch (name) {
      case "script" -> {
        if (!element.data().isEmpty() || !OWN_SCRIPT.matcher(element.attr("src")).matches()) {
          found.add("script: " + shown(element));
        }
        return;
      }
      case "meta", "link" -> {
        if (!isOfPage || isRefresh(element)) {
          found.add(name + ": " + shown(element));
        }
      }
      default -> {
        if (!ELEMENTS.contains(name)) {
          found.add("element " + name + ": " + shown(element));
        }
      }
    }
    for (Attribute attribute : element.attributes()) {
      judge(element, attribute.getKey().toLowerCase(Locale.ROOT), attribute, found);
    }
    for (Node child : element.childNodes()) {
      if (child instanceof Comment comment) {
        found.add("comment: " + comment.getData());
      }
    }
  }

  private static void judge(Element element, String name, Attribute attribute, List<String> found) {
    String value = attribute.getValue();
    boolean isGood;
    if (LINKS.contains(name)) {
      isGood = isRelative(value) || ABROAD.matcher(value).matches();
    } else if (name.equals("srcset")) {
      isGood = Stream.of(value.split(",")).allMatch(Judge::isRelative);
    } else if (name.equals("src") || name.equals("poster")) {
      isGood = isRelative(value) || value.matches("data:image/(png|gif|jpeg|webp);base64,.*");
    } else if (name.equals("autofocus")) {
      isGood = element.hasAttr("data-search");
    } else if (name.equals("fill") || name.equals("stroke")) {
      isGood = value.matches("none|currentColor|url\\(#ui-[\\w-]+\\)");
    } else {
      isGood =
          ATTRIBUTES.contains(name)
              || (name.startsWith("data-") || name.startsWith("aria-"))
                  && name.matches("[a-z0-9-]+");
    }
    if (!isGood) {
      found.add("attribute " + name + "=" + value + ": " + shown(element));
    }
  }

  /// Pages of reports that have moved send the reader on, within the site.
  private static boolean isRefresh(Element meta) {
    return meta.attr("http-equiv").equalsIgnoreCase("refresh")
        && !meta.attr("content").matches("0; ?url=[^:\\\\/][^:\\\\]*");
  }

  /// As a browser reads it: without white space and control characters at the ends, and without
  /// tabs and line breaks anywhere.
  private static boolean isRelative(String address) {
    String read = address.replaceAll("[\t\n\r]", "").replaceAll("^[\0- ]+|[\0- ]+$", "");
    return !read.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")
        && !read.matches("(?s)[/\\\\]{2}.*")
        && !read.startsWith("\\");
  }

  private static String shown(Element element) {
    String html = element.outerHtml();
    return html.substring(0, Math.min(200, html.length()));
  }
}
