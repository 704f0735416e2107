package dev.hindsight.site.secret;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as readers and programs see it, without escapes, character references, percent signs,
/// tags and characters without width, and the original position of each character.
///
/// @param text the visible text
/// @param places the original position of each character, and of the end
record ShownText(String text, int[] places) {
  private static final String HEX = "[0-9A-Fa-f]";

  /// The longest alternatives first. An alternative without a group is invisible.
  private static final Pattern DISGUISE =
      Pattern.compile(
          "\\\\u\\{?("
              + HEX
              + "{4})\\}?|\\\\x("
              + HEX
              + "{2})|%("
              + HEX
              + "{2})|&#x0{0,8}("
              + HEX
              + "{1,5});|&#0{0,8}(\\d{1,6});|&([A-Za-z]{2,8});|\\\\([!-/:-@\\[-`{-~])"
              + "|</?[A-Za-z][^<>\\n]{0,80}>|<!--[^\\n]{0,80}?-->|\\\\\\r?\\n"
              + "|[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]");

  /// Character references for characters of secrets, and for invisible characters.
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("lowbar", "_"),
          Map.entry("UnderBar", "_"),
          Map.entry("hyphen", "-"),
          Map.entry("dash", "-"),
          Map.entry("period", "."),
          Map.entry("equals", "="),
          Map.entry("plus", "+"),
          Map.entry("sol", "/"),
          Map.entry("colon", ":"),
          Map.entry("commat", "@"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("num", "#"),
          Map.entry("excl", "!"),
          Map.entry("dollar", "$"),
          Map.entry("percnt", "%"),
          Map.entry("tilde", "~"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("shy", ""),
          Map.entry("zwj", ""),
          Map.entry("zwnj", ""),
          Map.entry("lrm", ""),
          Map.entry("rlm", ""));

  /// The visible text; empty if it is the same as the written one.
  static Optional<ShownText> of(String written) {
    StringBuilder shown = null;
    int[] places = null;
    Matcher disguise = DISGUISE.matcher(written);
    int from = 0;
    for (int i = 0; i < written.length(); i++) {
      if (mayBegin(written.charAt(i)) && disguise.region(i, written.length()).lookingAt()) {
        if (shown == null) {
          shown = new StringBuilder(written.length());
          places = new int[written.length() + 1];
        }
        append(written, from, i, shown, places);
        places[shown.length()] = i;
        shown.append(seen(disguise));
        from = disguise.end();
        i = from - 1;
      }
    }
    if (shown == null) {
      return Optional.empty();
    }
    append(written, from, written.length(), shown, places);
    places[shown.length()] = written.length();
    return Optional.of(new ShownText(shown.toString(), places));
  }

  private static void append(String written, int from, int to, StringBuilder shown, int[] places) {
    for (int i = from; i < to; i++) {
      places[shown.length() + i - from] = i;
    }
    shown.append(written, from, to);
  }

  /// Whether a character can begin a disguise. Most cannot and need no closer look.
  private static boolean mayBegin(char c) {
    return c == '\\' || c == '&' || c == '<' || c == '%' || c == '\u00AD' || c >= '\u200B';
  }

  /// At most one character.
  private static String seen(Matcher disguise) {
    for (int group = 1; group <= 4; group++) {
      if (disguise.start(group) >= 0) {
        return character(Integer.parseInt(disguise.group(group), 16));
      }
    }
    if (disguise.start(5) >= 0) {
      return character(Integer.parseInt(disguise.group(5)));
    }
    if (disguise.start(6) >= 0) {
      return NAMED.getOrDefault(disguise.group(6), " ");
    }
    return disguise.start(7) >= 0 ? disguise.group(7) : "";
  }

  private static String character(int code) {
    return code <= Character.MAX_VALUE && !Character.isSurrogate((char) code)
        ? DISGUISE.matcher(String.valueOf((char) code)).replaceAll("")
        : " ";
  }
}
