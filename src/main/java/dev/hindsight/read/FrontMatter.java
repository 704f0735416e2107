package dev.hindsight.read;

import dev.hindsight.site.Yaml;
import dev.hindsight.site.YamlValue;
import java.util.List;
import java.util.Optional;

/// The YAML between two `---` lines at the top of a report, and the Markdown below it.
///
/// @param values its keys; empty where there is none
/// @param body the Markdown
/// @param bodyLine how many lines of the file stand before the Markdown
record FrontMatter(YamlValue.Entries values, String body, int bodyLine) {

  private static final YamlValue.Entries NONE = new YamlValue.Entries(List.of(), 1, 1);

  /// Takes a report apart.
  ///
  /// @throws Yaml.Malformed with the place counted in the whole file
  static FrontMatter split(String text) throws Yaml.Malformed {
    int firstEnd = lineEnd(text, 0);
    if (!text.substring(0, firstEnd).stripTrailing().equals("---")) {
      return new FrontMatter(NONE, text, 0);
    }
    int line = 1;
    for (int start = next(text, firstEnd); start < text.length(); line++) {
      int end = lineEnd(text, start);
      String content = text.substring(start, end).stripTrailing();
      if (content.equals("---") || content.equals("...")) {
        // A blank line in place of the first mark keeps the parser's line numbers those of the
        // file.
        YamlValue.Entries values = Yaml.read("\n" + text.substring(next(text, firstEnd), start));
        return new FrontMatter(values, text.substring(next(text, end)), line + 1);
      }
      start = next(text, end);
    }
    // Nothing ends it: a thematic break, not front matter.
    return new FrontMatter(NONE, text, 0);
  }

  /// A key's text, where it has one.
  Optional<String> text(String key) {
    return values.get(key).map(YamlValue::asText).map(String::strip).filter(s -> !s.isEmpty());
  }

  /// A key's list; a text is a list of one.
  List<String> list(String key) {
    return values.get(key).map(YamlValue::asList).orElse(List.of());
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int next(String text, int lineEnd) {
    return Math.min(text.length(), lineEnd + 1);
  }
}
