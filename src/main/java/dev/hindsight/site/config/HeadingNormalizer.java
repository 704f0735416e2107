package dev.hindsight.site.config;

import dev.hindsight.model.Whitespace;
import dev.hindsight.model.WordCharacters;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Normalizes headings for comparison.
public final class HeadingNormalizer {
  private static final Pattern SUFFIX = Pattern.compile("\\s*[(\\[（]([^)\\]）]*)[)\\]）]\\s*$");

  /// `:warning:`
  private static final Pattern SHORTCODE = Pattern.compile(":[a-z0-9_+-]{2,40}:");

  /// `Impact & resolution`, `Ursache und Behebung`, `影响与范围`, `원인과 조치`
  private static final Pattern JOINTS =
      Pattern.compile(
          "\\s*(?:(?<!\\p{L})(?:and|und|et|y|e|en|и)(?!\\p{L})"
              + "|[&/+,、・と及与和與]+"
              + "|(?<=\\p{IsHangul})[와과](?=\\s))\\s*");

  private static final int MOST_PARTS = 4;

  /// Letters up to here have spaces between their words. Chinese and similar scripts come later.
  static final int LAST_ALPHABET = 0x2E80;

  private static final Pattern ACCENTS = Pattern.compile("(?<=\\p{IsLatin})[\\u0300-\\u036F]+");

  /// No name is longer, and patterns that check both ends would take long.
  private static final int LONGEST = 200;

  /// A key in camel case: `startTime`.
  private static final Pattern CAMEL_CASE = Pattern.compile("\\p{Ll}+(?:\\p{Lu}[\\p{Ll}\\d]+)+");

  private HeadingNormalizer() {}

  /// The normal form of a name in a table, which keeps a star at its end and a `&` before that.
  static String entry(String name) {
    String joint = name.endsWith(" & *") ? " & *" : name.endsWith(" *") ? " *" : "";
    return normal(name.substring(0, name.length() - joint.length())) + joint;
  }

  /// Looks up a whole name, or its first words if the table has them with a star.
  static <T> Optional<T> find(Map<String, T> table, String heading) {
    String name = normal(heading);
    T exact = table.get(name);
    for (int end = name.length(); exact == null && end > 0; end = name.lastIndexOf(' ', end - 1)) {
      exact = table.get(name.substring(0, end) + " *");
    }
    return Optional.ofNullable(exact);
  }

  /// The names that one heading joins, `Impact & Resolution`. Empty if it joins none.
  static List<String> parts(String name) {
    String[] parts = JOINTS.split(name, MOST_PARTS);
    return parts.length < 2
        ? List.of()
        : Arrays.stream(parts)
            .map(HeadingNormalizer::normal)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  /// The remark in parentheses at a heading's end: `timeline` of `What is known (timeline)`.
  static Optional<String> remark(String heading) {
    String text = heading.length() > LONGEST ? "" : heading.strip();
    Matcher remark = SUFFIX.matcher(text);
    return remark.find() && remark.end() == text.length()
        ? Optional.of(normal(remark.group(1)))
        : Optional.empty();
  }

  /// The normal form of a heading: lower case, without numbering, punctuation or emoji at its ends,
  /// and without a remark in parentheses. `2. Timeline (UTC):` becomes `timeline`.
  public static String normal(String heading) {
    String first = heading.length() > LONGEST ? heading.substring(0, LONGEST) : heading;
    boolean mayHaveShortcode = first.indexOf(':') != first.lastIndexOf(':');
    String text = mayHaveShortcode ? SHORTCODE.matcher(first).replaceAll(" ") : first;
    text = CAMEL_CASE.matcher(text).matches() ? text.replaceAll("(?=\\p{Lu})", " ") : text;
    text = text.replace('_', ' ').strip();
    boolean mayHaveRemark = !text.isEmpty() && ")]）".indexOf(text.charAt(text.length() - 1)) >= 0;
    text = withoutEdges(mayHaveRemark ? SUFFIX.matcher(text).replaceFirst("") : text);
    return folded(text);
  }

  /// Lower case, with single spaces and without accents: `Résumé` is compared as `resume`.
  public static String folded(String text) {
    String lower = Whitespace.collapse(text.toLowerCase(Locale.ROOT).replace('’', '\''));
    if (lower.chars().allMatch(c -> c < 0x80)) {
      return lower;
    }
    String bare = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC).replace("ß", "ss");
  }

  /// The text from the first letter to the last letter, mark, number or closing parenthesis.
  private static String withoutEdges(String text) {
    int start = 0;
    while (start < text.length() && !Character.isLetter(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    int end = text.length();
    while (end > start && !isEnd(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean isEnd(int c) {
    return c == ')' || WordCharacters.isOfWord(c);
  }
}
