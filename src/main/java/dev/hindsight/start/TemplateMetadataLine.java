package dev.hindsight.start;

import dev.hindsight.site.config.SiteConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a template's text that states metadata: `**Severity:** [SEV1/SEV2]`, `- Date:
/// YYYY-MM-DD`, `| Severity | |`. Placeholders are filled in; values that the user requested
/// replace any value.
final class TemplateMetadataLine {
  private static final Pattern BOLD =
      Pattern.compile(
          "([ \\t]*(?:[-*+>][ \\t]+)?)(\\*\\*|__)([^*_:：]{1,60})([:：]?(?:\\*\\*|__)[:：]?)([ \\t]*)(.*?)((?:[ \\t]*|\\\\))");
  private static final Pattern PLAIN =
      Pattern.compile(
          "([ \\t]*(?:[-*+>][ \\t]+|#{2,6}[ \\t]+)?)()(\\p{L}[^:：|*]{0,38}?)([:：])([ \\t]*)(.*?)((?:[ \\t]*|\\\\))");
  private static final Pattern ROW =
      Pattern.compile(
          "([ \\t]*\\|[ \\t]*)((?:\\*\\*)?)([^|*]{1,60}?)((?:\\*\\*)?[ \\t]*\\|)([ \\t]*)([^|]*?)([ \\t]*\\|[ \\t]*)");

  /// Between several bold keys on one line.
  private static final Pattern JOINT = Pattern.compile("[ \\t]+[|·•][ \\t]+(?=\\*\\*)");

  private final NewIncident facts;
  private final SiteConfig config;
  private final Set<String> meanings = new HashSet<>();

  TemplateMetadataLine(NewIncident facts, SiteConfig config) {
    this.facts = facts;
    this.config = config;
  }

  /// Whether the line has a key with this meaning.
  boolean has(String meaning) {
    return meanings.contains(meaning);
  }

  String fill(String line) {
    Matcher joint = JOINT.matcher(line);
    StringBuilder filled = new StringBuilder();
    int from = 0;
    while (joint.find()) {
      filled.append(one(line.substring(from, joint.start()))).append(joint.group());
      from = joint.end();
    }
    return filled + one(line.substring(from));
  }

  private String one(String line) {
    for (Pattern pattern : List.of(BOLD, ROW, PLAIN)) {
      Matcher key = pattern.matcher(line);
      if (key.matches()) {
        return pattern == ROW && !key.group(4).contains("|")
            ? line
            : written(key, line, pattern == ROW);
      }
    }
    return line;
  }

  private String written(Matcher key, String line, boolean isRow) {
    String name = key.group(3).strip();
    String meaning = config.key(name).orElse("");
    List<String> values = facts.of(meaning);
    boolean isAskedFor = meaning.equals("severity") || meaning.equals("systems");
    // The incident commander is not always the author.
    boolean isOther = name.toLowerCase(Locale.ROOT).contains("commander");
    if (values.isEmpty() || isOther || !(isAskedFor || Placeholder.is(key.group(6), meaning))) {
      return line;
    }
    meanings.add(meaning);
    String value = TemplateTitle.escape(String.join(", ", values));
    String space = key.group(5).isEmpty() ? " " : key.group(5);
    String end =
        isRow && !Character.isWhitespace(key.group(7).charAt(0))
            ? " " + key.group(7)
            : key.group(7);
    return key.group(1)
        + key.group(2)
        + key.group(3)
        + key.group(4)
        + (key.group(5).isEmpty() || isRow ? " " : space)
        + (isRow ? value.replace("|", "\\|") : value)
        + end;
  }
}
