package dev.hindsight.read.source;

import dev.hindsight.site.config.Toml;
import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
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
public record FrontMatter(
    YamlValue.Entries values, String body, int bodyLine, Optional<Yaml.MalformedYaml> slip) {

  private static final YamlValue.Entries NONE = new YamlValue.Entries(List.of(), 1, 1);

  /// `key: the rest of the line`, whatever it is.
  private static final Pattern KEY =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ .-]{0,60}?)\\s*(?::(?:\\s+(.*))?|=\\s*(.*))");

  private static final Pattern QUOTED = Pattern.compile("^(['\"])(.*)\\1$");

  /// Where front matter stands in a report.
  ///
  /// @param start of what lies between its marks
  /// @param end of that
  /// @param body where the Markdown begins
  /// @param bodyLine how many lines stand before it
  private record Range(boolean isToml, int start, int end, int body, int bodyLine) {
    /// A blank line in place of the first mark keeps a parser's line numbers those of the file.
    String matter(String text) {
      return "\n" + text.substring(start, end);
    }
  }

  /// Takes a report apart. YAML or TOML that is none is read line by line; a line without a key
  /// goes on with the value above it. Where no line has a key, there is no front matter. What is
  /// private is not read at all.
  public static FrontMatter split(String text) {
    return range(text)
        .flatMap(range -> read(range, text))
        .orElseGet(() -> new FrontMatter(NONE, text, 0, Optional.empty()));
  }

  /// The report as others may have it: without private fields. Where lines do not tell for sure
  /// where these end, all of the front matter goes.
  static String withoutPrivate(String text) {
    Optional<Range> found = range(text);
    if (found.isEmpty()) {
      return text;
    }
    Range range = found.get();
    String matter = range.matter(text);
    String shown = PrivateFields.blanked(matter, range.isToml());
    try {
      YamlValue.Entries all = parse(range.isToml(), matter);
      YamlValue.Entries kept = PrivateFields.without(all);
      if (kept.equals(all)) {
        return text;
      }
      return parse(range.isToml(), shown).equals(kept)
          ? text.substring(0, range.start()) + shown.substring(1) + text.substring(range.end())
          : text.substring(range.body());
    } catch (Yaml.MalformedYaml broken) {
      return shown.equals(matter) ? text : text.substring(range.body());
    }
  }

  private static Optional<Range> range(String text) {
    int firstEnd = lineEnd(text, 0);
    String fence = text.substring(0, firstEnd).stripTrailing();
    if (!fence.equals("---") && !fence.equals("+++")) {
      return Optional.empty();
    }
    int line = 1;
    for (int start = next(text, firstEnd); start < text.length(); line++) {
      int end = lineEnd(text, start);
      String content = text.substring(start, end).stripTrailing();
      if (content.equals(fence) || (fence.equals("---") && content.equals("..."))) {
        return Optional.of(
            new Range(fence.equals("+++"), next(text, firstEnd), start, next(text, end), line + 1));
      }
      start = next(text, end);
    }
    // Nothing ends it: a thematic break, not front matter.
    return Optional.empty();
  }

  private static Optional<FrontMatter> read(Range range, String text) {
    String matter = range.matter(text);
    String body = text.substring(range.body());
    try {
      YamlValue.Entries values = PrivateFields.without(parse(range.isToml(), matter));
      return Optional.of(new FrontMatter(values, body, range.bodyLine(), Optional.empty()));
    } catch (Yaml.MalformedYaml broken) {
      YamlValue.Entries lines = lines(PrivateFields.blanked(matter, range.isToml()));
      return lines.entries().isEmpty()
          ? Optional.empty()
          : Optional.of(new FrontMatter(lines, body, range.bodyLine(), Optional.of(broken)));
    }
  }

  private static YamlValue.Entries parse(boolean isToml, String matter) throws Yaml.MalformedYaml {
    return isToml ? Toml.read(matter) : Yaml.read(matter);
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
