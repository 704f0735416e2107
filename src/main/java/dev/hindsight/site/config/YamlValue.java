package dev.hindsight.site.config;

import java.util.List;
import java.util.Optional;

/// A value of a YAML document with its position. Scalars stay text; the readers of keys interpret
/// them.
public sealed interface YamlValue {

  /// Counted from 1.
  int line();

  /// Counted from 1.
  int column();

  /// A text, number, date or boolean as written; `null` and nothing are the empty text.
  record Scalar(String text, int line, int column) implements YamlValue {}

  /// A list.
  record Items(List<YamlValue> items, int line, int column) implements YamlValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Keys and values, in order, each key once.
  record Entries(List<Entry> entries, int line, int column) implements YamlValue {
    public Entries {
      entries = List.copyOf(entries);
    }

    /// The value of a key.
    public Optional<YamlValue> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().equals(key))
          .map(Entry::value)
          .findFirst();
    }
  }

  /// A key with its value; the position is that of the key.
  record Entry(String key, YamlValue value, int line, int column) {}

  /// The value as text; the items of a list are joined by commas.
  default String asText() {
    return switch (this) {
      case Scalar scalar -> scalar.text();
      case Items items -> String.join(", ", items.items().stream().map(YamlValue::asText).toList());
      case Entries entries ->
          String.join(
              ", ",
              entries.entries().stream()
                  .map(entry -> entry.key() + ": " + entry.value().asText())
                  .toList());
    };
  }

  /// The value as a list of texts. A scalar is a list of one, nothing is an empty list.
  default List<String> asList() {
    return switch (this) {
      case Scalar scalar -> scalar.text().isBlank() ? List.of() : List.of(scalar.text());
      case Items items ->
          items.items().stream().map(YamlValue::asText).filter(text -> !text.isBlank()).toList();
      case Entries _ -> List.of(asText());
    };
  }
}
