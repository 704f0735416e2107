package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/// TOML is read as the same values as YAML.
class TomlTest {
  @Test
  void tablesAndArraysAreValues() throws Yaml.MalformedYaml {
    YamlValue.Entries values = Toml.read("a = 2024-04-02\nb = [\"x\", 1]\n[c]\nd = true\n");
    assertEquals("2024-04-02", values.get("a").orElseThrow().asText());
    assertEquals(List.of("x", "1"), values.get("b").orElseThrow().asList());
    YamlValue.Entries table = (YamlValue.Entries) values.get("c").orElseThrow();
    assertEquals("true", table.get("d").orElseThrow().asText());
  }

  @Test
  void deeplyNestedTablesAreRefused() {
    String text = "[" + "a.".repeat(3_000) + "b]\nc = 1\n";
    Yaml.MalformedYaml refused = assertThrows(Yaml.MalformedYaml.class, () -> Toml.read(text));
    assertEquals("values are nested more than 500 deep", refused.getMessage());
  }
}
