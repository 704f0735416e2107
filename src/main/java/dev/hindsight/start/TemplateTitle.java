package dev.hindsight.start;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a title into the first heading of a template: `Incident: [short title]`, `INC-XXXX:
/// Title`, `Postmortem Template`.
final class TemplateTitle {
  private static final Pattern WORD =
      Pattern.compile(
          "(?i)(?:\\b(?:your|incident|postmortem|short|brief|descriptive)\\s+)*\\btitle\\b"
              + "(?:\\s+(?:of (?:the )?incident|goes here|here))?");
  private static final Pattern TEMPLATE =
      Pattern.compile("(?i)[\\s(\\[-]*\\btemplate\\b[)\\]]?\\s*");
  private static final Pattern END = Pattern.compile("[\\s:–—-]+$");
  private static final Pattern SPACES = Pattern.compile("[\\s-]+");

  /// Headings of only these words say what the file is, not what happened.
  private static final Set<String> KIND =
      Set.of(
          "incident",
          "incidents",
          "report",
          "postmortem",
          "post",
          "mortem",
          "rca",
          "root",
          "cause",
          "analysis",
          "review",
          "outage",
          "blameless",
          "pir");

  /// Characters that have a meaning in Markdown at the start of a title.
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*\\[\\]<]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?\\w+;)");

  private TemplateTitle() {}

  /// The heading, filled in.
  ///
  /// @param heading without its mark
  /// @param known returns the value for a name in brackets, such as `Incident ID`; null for an
  ///   unknown name
  /// @param isNeeded whether the title is nowhere else
  static String fill(
      String heading, NewIncident facts, Function<String, String> known, boolean isNeeded) {
    String title = escape(facts.title());
    boolean[] isPlaced = {false};
    String named =
        Placeholder.BRACKETS
            .matcher(heading)
            .replaceAll(found -> {
              String name = name(found);
              String value = known.apply(name);
              boolean isTitle = value == null && !isForm(name) && !isPlaced[0];
              isPlaced[0] |= isTitle || facts.title().equals(value);
              return Matcher.quoteReplacement(
                  isTitle
                      ? title
                      : value == null ? name : facts.title().equals(value) ? title : value);
            });
    String dated = Placeholder.DATE.matcher(named).replaceAll(facts.date().toString());
    String text =
        Placeholder.ID.matcher(dated).replaceAll(Matcher.quoteReplacement(facts.id().value()));
    return isPlaced[0] || text.contains(title) ? text : inWords(text, title, isNeeded);
  }

  private static boolean isForm(String name) {
    return Placeholder.ID.matcher(name).matches() || Placeholder.DATE.matcher(name).matches();
  }

  private static String name(MatchResult found) {
    return (found.group(1) != null
            ? found.group(1)
            : found.group(2) != null ? found.group(2) : found.group(3))
        .strip();
  }

  /// Fills in a heading without brackets.
  private static String inWords(String text, String title, boolean isNeeded) {
    Matcher word = WORD.matcher(text);
    if (word.find()) {
      return text.substring(0, word.start()) + title + text.substring(word.end());
    }
    String kind = END.matcher(TEMPLATE.matcher(text).replaceAll("")).replaceFirst("");
    boolean isKind = SPACES.splitAsStream(kind.toLowerCase(Locale.ROOT)).allMatch(KIND::contains);
    if (isKind) {
      return kind + ": " + title;
    }
    return isNeeded || TEMPLATE.matcher(text).find() ? title : text;
  }

  /// Escapes a text so that Markdown shows it as it is.
  static String escape(String text) {
    return MARKUP.matcher(text).replaceAll("\\\\$0");
  }
}
