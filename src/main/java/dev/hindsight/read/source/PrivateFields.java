package dev.hindsight.read.source;

import dev.hindsight.site.config.YamlValue;
import java.util.regex.Pattern;

/// The key `private` of front matter, with all that stands in it: notes that stay in the
/// repository.
final class PrivateFields {
  private static final Pattern KEY =
      Pattern.compile("(?i)(\\[*)\\s*[\"']?private[\"']?\\s*[]:=.].*");

  /// What goes on with the YAML key above it.
  private static final Pattern YAML_VALUE = Pattern.compile("\\s.*|[-#\\]})].*|");

  /// What goes on with the TOML key above it.
  private static final Pattern TOML_VALUE =
      Pattern.compile("(?![\\w\"'.-]+\\s*=|\\[).*", Pattern.UNICODE_CHARACTER_CLASS);

  /// What goes on with the TOML table above it.
  private static final Pattern TOML_TABLE = Pattern.compile("(?!\\[).*");

  /// Goes on with nothing.
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private PrivateFields() {}

  /// Front matter without them.
  static YamlValue.Entries without(YamlValue.Entries matter) {
    return new YamlValue.Entries(
        matter.entries().stream().filter(entry -> !isPrivate(entry.key())).toList(),
        matter.line(),
        matter.column());
  }

  /// Front matter without them, as far as lines tell where they end; every line keeps its number.
  static String blanked(String matter, boolean isToml) {
    StringBuilder kept = new StringBuilder(matter.length());
    Pattern rest = NOTHING;
    for (String line : matter.split("(?<=\n)")) {
      var key = KEY.matcher(line.strip());
      if (key.matches()) {
        rest = !isToml ? YAML_VALUE : key.group(1).isEmpty() ? TOML_VALUE : TOML_TABLE;
      } else if (!rest.matcher(line.stripTrailing()).matches()) {
        rest = NOTHING;
      }
      kept.append(rest == NOTHING ? line : "\n");
    }
    return kept.toString();
  }

  private static boolean isPrivate(String key) {
    return key.strip().equalsIgnoreCase("private");
  }
}
