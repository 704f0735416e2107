package dev.hindsight.read;

import dev.hindsight.site.Toml;
import dev.hindsight.site.Yaml;
import dev.hindsight.site.YamlValue;
import java.util.ArrayList;
import java.util.List;
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
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ .-]{0,60}?)\\s*(?::(?:\\s+(.*))?|=\\s*(.*))");

  private static final Pattern QUOTED = Pattern.compile("^(['\"])(.*)\\1$");

  /// Takes a report apart. YAML or TOML that is none is read line by line; a line without a key
  /// goes on with the value above it. Where no line has a key, there is no front matter.
  static FrontMatter split(String text) {
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
        return read(fence.equals("+++"), matter, body, line + 1).orElseGet(() -> none(text));
      }
      start = next(text, end);
    }
    // Nothing ends it: a thematic break, not front matter.
    return none(text);
  }

  private static FrontMatter none(String text) {
    return new FrontMatter(NONE, text, 0, Optional.empty());
  }

  private static Optional<FrontMatter> read(
      boolean isToml, String matter, String body, int bodyLine) {
    try {
      YamlValue.Entries values = isToml ? Toml.read(matter) : Yaml.read(matter);
      return Optional.of(new FrontMatter(values, body, bodyLine, Optional.empty()));
    } catch (Yaml.Malformed broken) {
      YamlValue.Entries lines = lines(matter);
      return lines.entries().isEmpty()
          ? Optional.empty()
          : Optional.of(new FrontMatter(lines, body, bodyLine, Optional.of(broken)));
    }
  }

  /// A key with all that stands behind and below it.
  private record Line(String key, StringBuilder value, int number, int column) {
    YamlValue.Entry entry() {
      String bare = QUOTED.matcher(value.toString().strip()).replaceFirst("$2");
      return new YamlValue.Entry(key, new YamlValue.Scalar(bare, number, column), number, 1);
    }
  }

  /// Each line's key and the rest of the line, with the lines without a key below it.
  private static YamlValue.Entries lines(String matter) {
    List<Line> found = new ArrayList<>();
    int number = 0;
    for (String line : matter.lines().toList()) {
      number++;
      Matcher key = KEY.matcher(line.strip());
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (key.matches()) {
        String written = key.group(2) == null ? key.group(3) : key.group(2);
        String value = written == null ? "" : written;
        found.add(
            new Line(key.group(1), new StringBuilder(value), number, 1 + line.indexOf(value)));
      } else if (!found.isEmpty()) {
        found.getLast().value().append(' ').append(line.strip());
      }
    }
    return new YamlValue.Entries(found.stream().map(Line::entry).toList(), 1, 1);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int next(String text, int lineEnd) {
    return Math.min(text.length(), lineEnd + 1);
  }
}
