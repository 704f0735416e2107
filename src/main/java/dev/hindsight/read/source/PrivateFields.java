package dev.hindsight.read.source;

import dev.hindsight.site.config.YamlValue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The front matter key `private` and everything in it: notes that stay in the repository.
final class PrivateFields {
  private static final Pattern KEY =
      Pattern.compile("(?i)(?:#\\s*)*(\\[*)\\s*[\"']?private[\"']?\\s*[]:=.].*");

  /// Lines that continue the YAML key above them.
  private static final Pattern YAML_VALUE = Pattern.compile("\\s.*|[-#\\]})].*|");

  /// Lines that continue the TOML key above them.
  private static final Pattern TOML_VALUE =
      Pattern.compile("(?![\\w\"'.-]+\\s*=|\\[).*", Pattern.UNICODE_CHARACTER_CLASS);

  /// Lines that continue the TOML table above them.
  private static final Pattern TOML_TABLE = Pattern.compile("(?!\\[).*");

  /// Matches no line.
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private PrivateFields() {}

  /// Front matter without private fields, at any depth.
  static YamlValue.Entries without(YamlValue.Entries matter) {
    return new YamlValue.Entries(
        matter.entries().stream()
            .filter(entry -> !HidingKeys.name(entry.key()).equals("private"))
            .map(entry ->
                new YamlValue.Entry(
                    entry.key(), without(entry.value()), entry.line(), entry.column()))
            .toList(),
        matter.line(),
        matter.column());
  }

  private static YamlValue without(YamlValue value) {
    return switch (value) {
      case YamlValue.Scalar scalar -> scalar;
      case YamlValue.Items items ->
          new YamlValue.Items(
              items.items().stream().map(PrivateFields::without).toList(),
              items.line(),
              items.column());
      case YamlValue.Entries entries -> without(entries);
    };
  }

  /// The number of keys called `private` or `draft`, at any depth.
  static long count(YamlValue value) {
    return keys(value)
        .map(HidingKeys::name)
        .filter(name -> name.equals("private") || name.equals("draft"))
        .count();
  }

  /// Whether YAML reads `private:x` as a key without a value.
  static boolean hasKeyWithValue(YamlValue value) {
    return keys(value).anyMatch(HidingKeys::isWithValue);
  }

  private static Stream<String> keys(YamlValue value) {
    return switch (value) {
      case YamlValue.Scalar _ -> Stream.empty();
      case YamlValue.Items items -> items.items().stream().flatMap(PrivateFields::keys);
      case YamlValue.Entries entries ->
          entries.entries().stream()
              .flatMap(entry -> Stream.concat(Stream.of(entry.key()), keys(entry.value())));
    };
  }

  /// Front matter with blank lines for private fields, as far as it is clear where these end.
  static String blanked(String matter, boolean isToml) {
    StringBuilder kept = new StringBuilder(matter.length());
    Pattern rest = NOTHING;
    for (String line : matter.split("(?<=\n)")) {
      var key = KEY.matcher(HidingKeys.plain(line.stripTrailing()).strip());
      if (key.matches()) {
        rest = !isToml ? YAML_VALUE : key.group(1).isEmpty() ? TOML_VALUE : TOML_TABLE;
      } else if (!rest.matcher(line.stripTrailing()).matches()) {
        rest = NOTHING;
      }
      kept.append(rest == NOTHING ? line : "\n");
    }
    return kept.toString();
  }
}
