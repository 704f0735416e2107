package dev.hindsight.site.config;

import dev.hindsight.model.Whitespace;
import dev.hindsight.model.WordCharacters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Normalizes headings for comparison.
public final class HeadingNormalizer {
  private static final Pattern SUFFIX = Pattern.compile("\\s*[(\\[（][^)\\]）]*[)\\]）]\\s*$");

  /// `:warning:`
  private static final Pattern SHORTCODE = Pattern.compile(":[a-z0-9_+-]{2,40}:");

  private static final Pattern JOINTS = Pattern.compile("\\s*(?:\\band\\b|[&/+,、・と及])\\s*");
  private static final int MOST_PARTS = 4;

  /// No name is longer, and patterns that check both ends would take long.
  private static final int LONGEST = 200;

  /// A key in camel case: `startTime`.
  private static final Pattern CAMEL_CASE = Pattern.compile("\\p{Ll}+(?:\\p{Lu}[\\p{Ll}\\d]+)+");

  private HeadingNormalizer() {}

  /// The normal form of a name in a table, which keeps a star at its end.
  static String entry(String name) {
    return name.endsWith(" *") ? normal(name.substring(0, name.length() - 2)) + " *" : normal(name);
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

  /// Looks up each of several names in one heading, `Impact & Resolution`. Empty if the whole is a
  /// name, or if a part is not.
  static <T> List<T> findParts(Map<String, T> table, String heading) {
    String name = normal(heading);
    String[] parts = JOINTS.split(name, MOST_PARTS);
    if (parts.length < 2 || table.containsKey(name)) {
      return List.of();
    }
    List<T> found = Arrays.stream(parts).map(part -> table.get(normal(part))).toList();
    return found.contains(null) ? List.of() : found.stream().distinct().toList();
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
    return Whitespace.collapse(text.toLowerCase(Locale.ROOT).replace('’', '\''));
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
