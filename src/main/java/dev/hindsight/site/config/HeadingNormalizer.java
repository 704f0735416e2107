package dev.hindsight.site.config;

import dev.hindsight.model.Whitespace;
import dev.hindsight.model.WordCharacters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How headings are compared.
public final class HeadingNormalizer {
  private static final Pattern SUFFIX = Pattern.compile("\\s*[(\\[（][^)\\]）]*[)\\]）]\\s*$");

  /// `:warning:`
  private static final Pattern SHORTCODE = Pattern.compile(":[a-z0-9_+-]{2,40}:");

  private static final Pattern JOINTS = Pattern.compile("\\s*(?:\\band\\b|[&/+,、・と及])\\s*");
  private static final int MOST_PARTS = 4;

  /// Nothing longer is a name, and patterns that look at both ends would take long.
  private static final int LONGEST = 200;

  /// A key as programs write it: `startTime`.
  private static final Pattern CAMEL_CASE = Pattern.compile("\\p{Ll}+(?:\\p{Lu}[\\p{Ll}\\d]+)+");

  private HeadingNormalizer() {}

  /// The normal form of a name in a table, which keeps a star at its end.
  static String entry(String name) {
    return name.endsWith(" *") ? normal(name.substring(0, name.length() - 2)) + " *" : normal(name);
  }

  /// Looks a name up in a table, by its whole or by its first words with a star behind them.
  static <T> Optional<T> find(Map<String, T> table, String heading) {
    String name = normal(heading);
    T exact = table.get(name);
    for (int end = name.length(); exact == null && end > 0; end = name.lastIndexOf(' ', end - 1)) {
      exact = table.get(name.substring(0, end) + " *");
    }
    return Optional.ofNullable(exact);
  }

  /// Looks up each of several names that one heading joins, `Impact & Resolution`; empty where the
  /// whole is a name, or a part is none.
  static <T> List<T> findParts(Map<String, T> table, String heading) {
    String name = normal(heading);
    String[] parts = JOINTS.split(name, MOST_PARTS);
    if (parts.length < 2 || table.containsKey(name)) {
      return List.of();
    }
    List<T> found = Arrays.stream(parts).map(part -> table.get(normal(part))).toList();
    return found.contains(null) ? List.of() : found.stream().distinct().toList();
  }

  /// The normal form of a heading: lower case, without numbering, signs or emoji at its ends, and
  /// without a remark in parentheses: `2. Timeline (UTC):` is `timeline`.
  public static String normal(String heading) {
    String first = heading.length() > LONGEST ? heading.substring(0, LONGEST) : heading;
    boolean mayHaveShortcode = first.indexOf(':') != first.lastIndexOf(':');
    String text = mayHaveShortcode ? SHORTCODE.matcher(first).replaceAll(" ") : first;
    text = CAMEL_CASE.matcher(text).matches() ? text.replaceAll("(?=\\p{Lu})", " ") : text;
    text = text.replace('_', ' ').strip();
    boolean mayHaveRemark = !text.isEmpty() && ")]）".indexOf(text.charAt(text.length() - 1)) >= 0;
    text = withoutEdges(mayHaveRemark ? SUFFIX.matcher(text).replaceFirst("") : text);
    return Whitespace.collapse(text.toLowerCase(Locale.ROOT).replace('’', '\''));
  }

  /// From the first letter to the last letter, mark, number or closing parenthesis.
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
