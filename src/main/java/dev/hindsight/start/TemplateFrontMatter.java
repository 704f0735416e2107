package dev.hindsight.start;

import dev.hindsight.site.config.SiteConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys of a template's front matter. Known values are filled in, keeping quotes and comments.
/// All other lines stay.
final class TemplateFrontMatter {
  private static final Pattern KEY =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ .-]{0,60}?)([ \\t]*[:=][ \\t]*)(.*)");

  /// A value, in quotes, in brackets or bare, and the comment after it.
  private static final Pattern VALUE =
      Pattern.compile(
          "(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\[[^#]*\\]|(?:[^#\\s]|(?<=\\S)#|[ \\t]+(?![#\\s]))*)([ \\t]*(?:#.*)?)");

  private static final Pattern ITEM = Pattern.compile("([ \\t]*-[ \\t]+).*|[ \\t]*-[ \\t]*");

  private final List<String> lines;
  private final NewIncident facts;
  private final SiteConfig config;
  private final boolean isToml;
  private final Set<String> meanings = new HashSet<>();

  TemplateFrontMatter(List<String> lines, NewIncident facts, SiteConfig config, boolean isToml) {
    this.lines = lines;
    this.facts = facts;
    this.config = config;
    this.isToml = isToml;
  }

  /// Whether there is a key with this meaning.
  boolean has(String meaning) {
    return meanings.contains(meaning);
  }

  List<String> fill() {
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher key = KEY.matcher(line);
      String meaning = key.matches() ? config.key(key.group(1)).orElse("") : "";
      List<String> values = facts.of(meaning);
      // If several keys have the same meaning, the first counts.
      if (meaning.isEmpty() || !meanings.add(meaning) || values.isEmpty()) {
        filled.add(line);
        continue;
      }
      Matcher value = VALUE.matcher(key.group(3).stripTrailing());
      String old = value.matches() ? value.group(1).stripTrailing() : "";
      String remark = value.matches() ? value.group(2) : "";
      int items = old.isEmpty() ? items(i + 1) : 0;
      String lead = key.group(1) + key.group(2);
      if (items > 0) {
        filled.add(line);
        String indent = indent(lines.get(i + 1));
        values.forEach(text -> filled.add(indent + ValueQuoting.scalar(text)));
        i += items;
      } else {
        boolean needsSpace = !lead.endsWith(" ") && !isToml;
        boolean hasOwnSpace = remark.isEmpty() || Character.isWhitespace(remark.charAt(0));
        filled.add(
            lead
                + (needsSpace ? " " : "")
                + written(meaning, values, old)
                + (hasOwnSpace ? "" : " ")
                + remark);
      }
    }
    return filled;
  }

  /// The number of list items from a line on.
  private int items(int from) {
    int count = 0;
    while (from + count < lines.size() && ITEM.matcher(lines.get(from + count)).matches()) {
      count++;
    }
    return count;
  }

  private static String indent(String item) {
    Matcher lead = ITEM.matcher(item);
    return lead.matches() && lead.group(1) != null ? lead.group(1) : item.stripTrailing() + " ";
  }

  private String written(String meaning, List<String> values, String old) {
    boolean isList = meaning.equals("systems") || meaning.equals("authors");
    boolean isListed = isList && (old.isEmpty() || old.startsWith("[") || values.size() > 1);
    if (isToml) {
      return isListed ? ValueQuoting.quotedList(values) : ValueQuoting.quoted(values.getFirst());
    }
    boolean isQuoted = old.startsWith("\"") || old.startsWith("'");
    return isListed
        ? ValueQuoting.list(values)
        : isQuoted
            ? ValueQuoting.quoted(values.getFirst())
            : ValueQuoting.scalar(values.getFirst());
  }
}
