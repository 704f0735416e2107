package dev.hindsight.read;

import dev.hindsight.site.Toml;
import dev.hindsight.site.Yaml;
import dev.hindsight.site.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands between two `---` lines at the top of a report, as YAML, or between two `+++` lines,
/// as TOML; and the Markdown below it.
///
/// @param values its keys; empty where there is none
/// @param body the Markdown
/// @param bodyLine how many lines of the file stand before the Markdown
/// @param slip what is wrong with it, where it could be read all the same
record FrontMatter(
    YamlValue.Entries values, String body, int bodyLine, Optional<Yaml.Malformed> slip) {

  private static final YamlValue.Entries NONE = new YamlValue.Entries(List.of(), 1, 1);

  /// `key: the rest of the line`, whatever it is.
  private static final Pattern KEY =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ .-]{0,60}?)\\s*:(?:\\s+(.*))?");

  /// Takes a report apart. YAML that is none is read line by line where each line has a key.
  ///
  /// @throws Yaml.Malformed with the place counted in the whole file
  static FrontMatter split(String text) throws Yaml.Malformed {
    int firstEnd = lineEnd(text, 0);
    String fence = text.substring(0, firstEnd).stripTrailing();
    if (!fence.equals("---") && !fence.equals("+++")) {
      return none(text);
    }
    int line = 1;
    for (int start = next(text, firstEnd); start < text.length(); line++) {
      int end = lineEnd(text, start);
      String content = text.substring(start, end).stripTrailing();
      if (content.equals(fence) || (fence.equals("---") && content.equals("..."))) {
        // A blank line in place of the first mark keeps the parser's line numbers those of the
        // file.
        String matter = "\n" + text.substring(next(text, firstEnd), start);
        String body = text.substring(next(text, end));
        return fence.equals("+++")
            ? new FrontMatter(Toml.read(matter), body, line + 1, Optional.empty())
            : yaml(matter, body, line + 1);
      }
      start = next(text, end);
    }
    // Nothing ends it: a thematic break, not front matter.
    return none(text);
  }

  private static FrontMatter none(String text) {
    return new FrontMatter(NONE, text, 0, Optional.empty());
  }

  private static FrontMatter yaml(String matter, String body, int bodyLine) throws Yaml.Malformed {
    try {
      return new FrontMatter(Yaml.read(matter), body, bodyLine, Optional.empty());
    } catch (Yaml.Malformed broken) {
      YamlValue.Entries lines = lines(matter).orElseThrow(() -> broken);
      return new FrontMatter(lines, body, bodyLine, Optional.of(broken));
    }
  }

  /// Each line's key and the rest of the line; empty where a line has no key.
  private static Optional<YamlValue.Entries> lines(String matter) {
    Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
    List<String> lines = matter.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher key = KEY.matcher(line);
      if (!key.matches()) {
        return Optional.empty();
      }
      String value = key.group(2) == null ? "" : key.group(2).strip();
      String bare = value.replaceFirst("^(['\"])(.*)\\1$", "$2");
      YamlValue.Scalar scalar = new YamlValue.Scalar(bare, i + 1, 1 + lines.get(i).indexOf(value));
      entries.putIfAbsent(key.group(1), new YamlValue.Entry(key.group(1), scalar, i + 1, 1));
    }
    return Optional.of(new YamlValue.Entries(List.copyOf(entries.values()), 1, 1));
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int next(String text, int lineEnd) {
    return Math.min(text.length(), lineEnd + 1);
  }
}
