package dev.hindsight.site.config;

import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.ClosestMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Values of the configuration, converted to the types that its readers need. A value of the wrong
/// type becomes a problem, and reading continues with an empty value, so that all problems are
/// found.
final class ConfigValues {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /// @param file the name to use in messages
  ConfigValues(String file) {
    this.file = file;
  }

  /// Problems that prevent using the configuration.
  List<Problem> problems() {
    return problems.stream().sorted(Problem.ORDER).toList();
  }

  /// What is allowed but probably a mistake.
  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  boolean isTrue(YamlValue value, String key) {
    String text = text(value, key);
    if (!List.of("true", "false").contains(text)) {
      bad(value, key + ": '" + text + "'", "write true or false");
    }
    return text.equals("true");
  }

  /// The address of a folder, with a `/` at the end.
  Optional<String> address(YamlValue value, String key) {
    String address = text(value, key);
    if (address.isBlank()) {
      return Optional.empty();
    }
    if (!address.matches("(?i)https?://[^\\s/?#]+[^\\s?#]*")) {
      bad(
          value,
          key + ": invalid folder URL '" + address + "'",
          "use an https: or http: URL such as https://wiki.example.com/incidents/");
    }
    return Optional.of(address.endsWith("/") ? address : address + "/");
  }

  Pattern pattern(YamlValue value, String key) {
    try {
      return Pattern.compile(text(value, key));
    } catch (PatternSyntaxException broken) {
      bad(
          value,
          key + ": " + broken.getDescription(),
          "use a regular expression such as '[A-Z]{2,5}-\\d{4}-\\d{3,}'");
      return Pattern.compile("");
    }
  }

  String name(YamlValue.Entries entries, String key) {
    Optional<YamlValue> name = entries.get("name");
    if (name.isEmpty() || name.get().asText().isBlank()) {
      bad(entries, key + ": an entry without `name`", "add its `name`");
      return "";
    }
    return text(name.get(), key + ".name");
  }

  Optional<String> optional(YamlValue.Entries entries, String key) {
    return entries.get(key).map(value -> text(value, key)).filter(text -> !text.isBlank());
  }

  String text(YamlValue value, String key) {
    if (!(value instanceof YamlValue.Scalar)) {
      bad(value, key + ": expected a text", "write `" + key + ": text`");
    }
    return value.asText();
  }

  List<YamlValue> items(YamlValue value, String key) {
    return switch (value) {
      case YamlValue.Items items -> items.items();
      case YamlValue.Scalar scalar when scalar.text().isBlank() -> List.of();
      case YamlValue.Scalar _, YamlValue.Entries _ -> {
        bad(value, key + ": expected a list", "begin each entry with `- `");
        yield List.of();
      }
    };
  }

  YamlValue.Entries entries(YamlValue value, String key, List<String> keys) {
    return switch (value) {
      case YamlValue.Entries entries -> known(entries, keys);
      case YamlValue.Scalar scalar when scalar.text().isBlank() ->
          new YamlValue.Entries(List.of(), value.line(), value.column());
      case YamlValue.Scalar _, YamlValue.Items _ -> {
        bad(
            value,
            key + ": expected `key: value` lines",
            "the known keys are " + String.join(", ", keys));
        yield new YamlValue.Entries(List.of(), value.line(), value.column());
      }
    };
  }

  YamlValue.Entries known(YamlValue.Entries entries, List<String> keys) {
    for (YamlValue.Entry entry : entries.entries()) {
      if (!keys.contains(entry.key())) {
        bad(
            entry.line(),
            entry.column(),
            "unknown key '" + entry.key() + "'",
            ClosestMatch.to(entry.key(), keys)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("the known keys are " + String.join(", ", keys)));
      }
    }
    return entries;
  }

  void bad(YamlValue value, String found, String cure) {
    bad(value.line(), value.column(), found, cure);
  }

  private void bad(int line, int column, String found, String cure) {
    problems.add(ConfigReader.BAD_CONFIGURATION.at(at(line, column), found, cure));
  }

  void warn(Problem problem) {
    warnings.add(problem);
  }

  SourcePosition at(int line, int column) {
    return new SourcePosition(file, line, column);
  }
}
