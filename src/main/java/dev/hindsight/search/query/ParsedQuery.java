package dev.hindsight.search.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A parsed query: words, `"phrases"`, exclusions (`-word`), and filters such as `system:gateway`
/// or `after:2024-04`. Every text is a valid query: an open quote extends to the end, and a filter
/// without a value is a word. The browser does the same in `query.js`.
///
/// @param wanted in order
/// @param unwanted clauses that a result must not match
/// @param filters values by key; one value of each key must match
public record ParsedQuery(
    List<Clause> wanted, List<Clause> unwanted, Map<String, List<String>> filters) {

  /// Longer texts are cut.
  static final int LONGEST = 20_000;

  /// The keys of filters.
  static final List<String> KEYS =
      List.of("system", "severity", "status", "year", "before", "after", "tag", "owner", "id");

  private static final Pattern FILTER =
      Pattern.compile("(?i)(" + String.join("|", KEYS) + "):(?:\"([^\"]*)\"?|(\\S+))");
  private static final Pattern PHRASE = Pattern.compile("\"([^\"]*)\"?");
  private static final Pattern WORD = Pattern.compile("\\S+");

  /// A part of a query.
  public sealed interface Clause {
    String text();
  }

  /// Words without a space between them.
  ///
  /// @param isOpen whether the last of them may be unfinished
  public record Word(String text, boolean isOpen) implements Clause {}

  /// Words at consecutive positions.
  record Phrase(String text) implements Clause {}

  public ParsedQuery {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
    filters = Map.copyOf(filters);
  }

  public static ParsedQuery of(String typed) {
    String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    List<Clause> wanted = new ArrayList<>();
    List<Clause> unwanted = new ArrayList<>();
    Map<String, List<String>> filters = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      if (isSpace(text.charAt(at))) {
        at++;
        continue;
      }
      boolean isNot =
          text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
      int start = isNot ? at + 1 : at;
      Matcher filter = FILTER.matcher(text).region(start, text.length());
      Matcher phrase = PHRASE.matcher(text).region(start, text.length());
      if (!isNot && filter.lookingAt()) {
        String value = filter.group(2) == null ? filter.group(3) : filter.group(2);
        filters
            .computeIfAbsent(filter.group(1).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
            .add(value);
        at = filter.end();
      } else if (phrase.lookingAt()) {
        (isNot ? unwanted : wanted).add(new Phrase(phrase.group(1)));
        at = phrase.end();
      } else {
        Matcher word = WORD.matcher(text).region(start, text.length());
        at = word.lookingAt() ? word.end() : start;
        (isNot ? unwanted : wanted)
            .add(new Word(text.substring(start, at), !isNot && at == text.length()));
      }
    }
    return new ParsedQuery(wanted, unwanted, filters);
  }

  /// White space as in regular expressions without flags, which Java and JavaScript share.
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
