package dev.hindsight.site.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Reads TOML into the same values as [Yaml]. The line numbers are unknown, so all values are in
/// line 1.
public final class Toml {
  private static final TomlMapper MAPPER = new TomlMapper();

  /// The same depth that the library allows for YAML. It does not count the tables of `[a.b.c]`.
  private static final int DEEPEST = 500;

  private Toml() {}

  /// Reads a document.
  ///
  /// @throws Yaml.MalformedYaml if the text is not TOML
  public static YamlValue.Entries read(String text) throws Yaml.MalformedYaml {
    try {
      return (YamlValue.Entries) value(MAPPER.readTree(text), 0);
    } catch (StreamConstraintsException deep) {
      throw tooDeep();
    } catch (JacksonException broken) {
      throw Yaml.malformed(broken);
    }
  }

  private static Yaml.MalformedYaml tooDeep() {
    return new Yaml.MalformedYaml("values are nested more than " + DEEPEST + " deep", 1, 1);
  }

  private static YamlValue value(JsonNode node, int depth) throws Yaml.MalformedYaml {
    if (depth > DEEPEST) {
      throw tooDeep();
    }
    if (node.isObject()) {
      List<YamlValue.Entry> entries = new ArrayList<>();
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        YamlValue value = value(property.getValue(), depth + 1);
        entries.add(new YamlValue.Entry(property.getKey(), value, 1, 1));
      }
      return new YamlValue.Entries(entries, 1, 1);
    }
    if (node.isArray()) {
      List<YamlValue> items = new ArrayList<>();
      for (JsonNode item : node) {
        items.add(value(item, depth + 1));
      }
      return new YamlValue.Items(items, 1, 1);
    }
    return new YamlValue.Scalar(node.asString(), 1, 1);
  }
}
