package dev.hindsight.start;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Recognizes placeholders in a template: `[SEV1/SEV2]`, `YYYY-MM-DD`, `TBD`, nothing.
final class Placeholder {
  /// `INC-XXXX`, `PM-YYYY-NNN`, `INC-2024-###`
  static final Pattern ID =
      Pattern.compile(
          "(?<![\\w-])[A-Z]{2,10}-?(?:(?:YYYY|\\d{4}|20XX)-?)?(?:X{2,}|N{2,}|#{2,}|Y{4}|0{3,})(?:-(?:X{2,}|N{2,}|#{2,}))?(?![\\w-])");

  /// `YYYY-MM-DD`, `YYYY/MM/DD`, `DD.MM.YYYY`
  static final Pattern DATE =
      Pattern.compile("(?i)(?<!\\w)(?:Y{4}[-/.]M{2}[-/.]D{2}|[DM]{2}[-/.][DM]{2}[-/.]Y{4})(?!\\w)");

  /// Text in brackets of any kind, but not a link.
  static final Pattern BRACKETS =
      Pattern.compile(
          "(?:\\[([^\\[\\]]{1,120})\\](?![(\\[])|<([^<>]{1,120})>|\\{([^{}]{1,120})\\})");

  private static final Pattern WHOLE = Pattern.compile("[\\[<{(].*[\\]>})]");
  private static final Pattern FORM =
      Pattern.compile("YYYY|XX|NNN|##|(?i:hh:mm)|\\.\\.\\.|…|_{3,}|\\?$");
  private static final Pattern CHOICE = Pattern.compile("\\s*[/|,]\\s*|\\s+or\\s+");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern SIGNS = Pattern.compile("[*_`\"']");
  private static final Set<String> NOTHING =
      Set.of(
          "", "-", "–", "—", "[]", "n/a", "na", "none", "unknown", "tbd", "tbc", "tba", "todo",
          "null", "~");

  private Placeholder() {}

  /// Whether a value is a placeholder.
  ///
  /// @param meaning of its key: a date without a digit and a choice of severities are placeholders
  static boolean is(String value, String meaning) {
    String bare = SIGNS.matcher(value).replaceAll("").strip();
    return NOTHING.contains(bare.toLowerCase(Locale.ROOT))
        || WHOLE.matcher(bare).matches()
        || FORM.matcher(bare).find()
        || (meaning.equals("date") && !DIGIT.matcher(bare).find())
        || (meaning.equals("severity") && CHOICE.split(bare).length > 1);
  }
}
