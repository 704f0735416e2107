package dev.hindsight.start;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes values for YAML and TOML.
final class ValueQuoting {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._/()+@'&–—-]*[\\p{L}\\p{N}._/()+'])?");

  /// What YAML 1.1, which other programs read, does not treat as text.
  private static final Pattern OTHER =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|[\\d._]+(?:e\\d+)?|0x\\p{XDigit}+");

  private ValueQuoting() {}

  /// A value, in quotes if necessary.
  static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !OTHER.matcher(text).matches() ? text : quoted(text);
  }

  /// A value in quotes.
  static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]", " ")
        + "\"";
  }

  /// `[Checkout, API Gateway]`
  static String list(List<String> texts) {
    return texts.stream().map(ValueQuoting::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  /// `["Checkout", "API Gateway"]`
  static String quotedList(List<String> texts) {
    return texts.stream().map(ValueQuoting::quoted).collect(Collectors.joining(", ", "[", "]"));
  }
}
