package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The plain text of markup, for search, data and one-line summaries. It is made from the finished
/// markup, so that both always agree. It can read only what [SafeHtmlRenderer] writes: quoted
/// attributes and no comments.
public final class PlainText {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd",
          "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr");

  private PlainText() {}

  /// One line for each block. White space within a block stays as it is in the source.
  public static String of(Html html) {
    String markup = html.value();
    int sign = nextSign(markup, 0);
    if (sign == markup.length()) {
      return lines(markup);
    }
    StringBuilder text = new StringBuilder(markup.length());
    int from = 0;
    for (; sign < markup.length(); sign = nextSign(markup, from)) {
      text.append(markup, from, sign);
      switch (markup.charAt(sign)) {
        case '<' -> {
          int end = tagEnd(markup, sign);
          String tag = markup.substring(sign + 1, end);
          if (tag.startsWith("sup class=\"footnote\"")) {
            from = markup.indexOf("</sup>", end) + "</sup>".length();
          } else if (tag.startsWith("a class=\"footnote-back\"")) {
            from = markup.indexOf("</a>", end) + "</a>".length();
          } else {
            tag(tag, text);
            from = end + 1;
          }
        }
        case '&' -> {
          int end = markup.indexOf(';', sign);
          text.append(entity(markup.substring(sign + 1, end)));
          from = end + 1;
        }
        default -> from = sign + 1;
      }
    }
    return lines(text.append(markup, from, markup.length()).toString());
  }

  /// The position of the next character that is not plain text; the end if there is none.
  private static int nextSign(String markup, int from) {
    for (int i = from; i < markup.length(); i++) {
      switch (markup.charAt(i)) {
        case '<', '&', Html.MENTION, Html.MENTION_END -> {
          return i;
        }
        default -> {}
      }
    }
    return markup.length();
  }

  /// The text before it was escaped.
  static String decode(String escaped) {
    StringBuilder text = new StringBuilder(escaped.length());
    int from = 0;
    int sign = escaped.indexOf('&');
    for (; sign >= 0; sign = escaped.indexOf('&', from)) {
      int end = escaped.indexOf(';', sign);
      if (end < 0) {
        break;
      }
      text.append(escaped, from, sign).append(entity(escaped.substring(sign + 1, end)));
      from = end + 1;
    }
    return text.append(escaped, from, escaped.length()).toString();
  }

  /// The lines that are not blank, stripped.
  private static String lines(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return text.strip();
    }
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static int tagEnd(String markup, int from) {
    boolean quoted = false;
    int i = from;
    while (quoted || markup.charAt(i) != '>') {
      quoted ^= markup.charAt(i) == '"';
      i++;
    }
    return i;
  }

  private static void tag(String tag, StringBuilder text) {
    int end = 0;
    int start = tag.startsWith("/") ? 1 : 0;
    for (end = start; end < tag.length() && Character.isLetterOrDigit(tag.charAt(end)); end++) {}
    String name = tag.substring(start, end).toLowerCase(Locale.ROOT);
    if (name.equals("img")) {
      int alt = tag.indexOf(" alt=\"");
      if (alt >= 0) {
        String words = tag.substring(alt + 6, tag.indexOf('"', alt + 6));
        text.append(of(new Html(words)));
      }
    } else if (name.equals("td") || name.equals("th")) {
      text.append(' ');
    } else if (!INLINE.contains(name)) {
      text.append('\n');
    }
  }

  private static String entity(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> "\u00A0";
      default -> {
        int code =
            name.startsWith("#x")
                ? Integer.parseInt(name.substring(2), 16)
                : Integer.parseInt(name.substring(1));
        yield Character.toString(code);
      }
    };
  }
}
