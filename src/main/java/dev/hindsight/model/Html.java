package dev.hindsight.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// Markup that is safe to print. Text becomes `Html` only by escaping here, or by sanitizing in the
/// `read` package. Pages print nothing else unescaped.
///
/// Two things are resolved only when a page is printed, because a single report cannot know them.
/// Links into the site are written relative to a page one folder down (`../incidents/X.html`). Each
/// word that may be an incident's ID is enclosed in two marks.
public record Html(String value) {

  /// Starts a possible ID: "start of selected area" of ISO 6429. No text uses this character, and
  /// strings that contain it still need only one byte per character. Reading replaces both marks in
  /// reports, so they cannot come from anywhere else.
  public static final char MENTION = '\u0086';

  /// Ends a possible ID.
  public static final char MENTION_END = '\u0087';

  /// The start of an attribute that leads into the site. Text cannot look like it, because quotes
  /// in text are escaped.
  private static final String INTO_SITE = "=\"../";

  /// No markup at all.
  public static final Html EMPTY = new Html("");

  /// Text as markup, with every special character escaped.
  public static Html escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return new Html(out.toString());
  }

  /// Text without marks.
  public static String unmarked(String text) {
    return text == null ? null : text.replace(MENTION, '\uFFFD').replace(MENTION_END, '\uFFFD');
  }

  /// Whether there is nothing to print.
  public boolean isEmpty() {
    return value.isBlank();
  }

  /// The markup as a page prints it.
  ///
  /// @param root the path from the page to the site's root: empty, or `../`
  /// @param mention returns the markup for a possible ID
  /// @param report returns the address for the path of a report, `@/2024/INC-2024-0112.md`, and a
  ///   fragment in it, which may be empty
  public String print(
      String root, Function<String, String> mention, BinaryOperator<String> report) {
    return withAddresses(withMentions(value, mention), root, report);
  }

  private static String withMentions(String text, Function<String, String> mention) {
    int open = text.indexOf(MENTION);
    if (open < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 256);
    int from = 0;
    while (open >= 0) {
      int close = text.indexOf(MENTION_END, open);
      out.append(text, from, open).append(mention.apply(text.substring(open + 1, close)));
      from = close + 1;
      open = text.indexOf(MENTION, from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return encoded;
    }
  }

  private static String withAddresses(String text, String root, BinaryOperator<String> report) {
    int at = text.indexOf(INTO_SITE);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 64);
    int from = 0;
    for (; at >= 0; at = text.indexOf(INTO_SITE, from)) {
      int start = at + INTO_SITE.length();
      out.append(text, from, at).append("=\"");
      if (text.startsWith("@/", start)) {
        from = text.indexOf('"', start);
        int hash = text.substring(start, from).indexOf('#') + start;
        String path = text.substring(start, hash < start ? from : hash).replaceFirst("\\?.*", "");
        String fragment = hash < start ? "" : text.substring(hash + 1, from);
        out.append(report.apply(decode(path), decode(fragment.replace("&amp;", "&"))));
      } else {
        out.append(root);
        from = start;
      }
    }
    return out.append(text, from, text.length()).toString();
  }
}
