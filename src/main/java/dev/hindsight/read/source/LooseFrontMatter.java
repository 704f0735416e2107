package dev.hindsight.read.source;

import dev.hindsight.site.config.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Front matter that is neither YAML nor TOML, read line by line.
final class LooseFrontMatter {
  /// `key: the rest of the line`, whatever that is.
  static final Pattern KEY =
      Pattern.compile(
          "([\\p{L}_][\\p{L}\\p{N}_ .-]{0,60}?)(?<! )\\s*+(?::(?:\\s+(.*))?|=\\s*(.*))");

  private static final Pattern QUOTED = Pattern.compile("^(['\"])(.*)\\1$");

  private LooseFrontMatter() {}

  /// A key with everything after and below it.
  private record Line(String key, StringBuilder value, int number, int column) {
    YamlValue.Entry entry() {
      String bare = QUOTED.matcher(value.toString().strip()).replaceFirst("$2");
      return new YamlValue.Entry(key, new YamlValue.Scalar(bare, number, column), number, 1);
    }
  }

  /// The key and the rest of each line. Lines without a key continue the value above.
  static YamlValue.Entries read(String matter) {
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
}
