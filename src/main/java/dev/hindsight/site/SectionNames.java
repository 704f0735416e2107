package dev.hindsight.site;

import java.util.Locale;
import java.util.regex.Pattern;

/// How headings are compared.
public final class SectionNames {
  private static final Pattern SUFFIX = Pattern.compile("\\s*[(\\[（][^)\\]）]*[)\\]）]\\s*$");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}]+|[^\\p{L}\\p{M}\\p{N})]+$", Pattern.UNICODE_CHARACTER_CLASS);

  private SectionNames() {}

  /// The normal form of a heading: lower case, without numbering, signs or emoji at its ends, and
  /// without a remark in parentheses: `2. Timeline (UTC):` is `timeline`.
  public static String normal(String heading) {
    String text = SUFFIX.matcher(heading.strip()).replaceFirst("");
    text = EDGES.matcher(text).replaceAll("");
    return text.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
  }
}
