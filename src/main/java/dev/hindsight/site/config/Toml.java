package dev.hindsight.site.config;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Reads TOML into the same values as [Yaml]. The values do not know their lines; all stand at the
/// first.
public final class Toml {
  private static final TomlMapper MAPPER = new TomlMapper();

  private Toml() {}

  /// Reads a document.
  ///
  /// @throws Yaml.Malformed when the text is none
  public static YamlValue.Entries read(String text) throws Yaml.MalformedYaml {
    try {
      return (YamlValue.Entries) value(MAPPER.readTree(text));
    } catch (JacksonException broken) {
      throw Yaml.malformed(broken);
    }
  }

  private static YamlValue value(JsonNode node) {
    if (node.isObject()) {
      List<YamlValue.Entry> entries = new ArrayList<>();
      node.properties()
          .forEach(property ->
              entries.add(
                  new YamlValue.Entry(property.getKey(), value(property.getValue()), 1, 1)));
      return new YamlValue.Entries(entries, 1, 1);
    }
    if (node.isArray()) {
      List<YamlValue> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return new YamlValue.Items(items, 1, 1);
    }
    return new YamlValue.Scalar(node.asString(), 1, 1);
  }
}
