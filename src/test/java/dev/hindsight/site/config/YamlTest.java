package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// YAML is read as text with places; what is a slip or an attack is refused with a message.
class YamlTest {

  @Test
  void scalarsStayTextAndHavePositions() throws Yaml.MalformedYaml {
    YamlValue.Entries values = Yaml.read("a: no\nb: 22:30\nc: 010\nd:\n  - x\n  - 2024-04-02\n");
    assertEquals("no", values.get("a").orElseThrow().asText());
    assertEquals("22:30", values.get("b").orElseThrow().asText());
    assertEquals("010", values.get("c").orElseThrow().asText());
    assertEquals(List.of("x", "2024-04-02"), values.get("d").orElseThrow().asList());
    assertEquals(2, values.get("b").orElseThrow().line());
    assertEquals(4, values.get("b").orElseThrow().column());
  }

  @Test
  void anEmptyDocumentHasNoKeys() throws Yaml.MalformedYaml {
    assertEquals(List.of(), Yaml.read("").entries());
    assertEquals(List.of(), Yaml.read("# only a remark\n").entries());
  }

  @Test
  void mistakesAreReportedWithTheirPosition() {
    Yaml.MalformedYaml colon =
        assertThrows(Yaml.MalformedYaml.class, () -> Yaml.read("a: 1\nb: c: d\n"));
    assertEquals("mapping values are not allowed here", colon.getMessage());
    assertEquals(2, colon.line());
    assertEquals(5, colon.column());
    Yaml.MalformedYaml list = assertThrows(Yaml.MalformedYaml.class, () -> Yaml.read("- a\n"));
    assertTrue(list.getMessage().contains("key: value"), list.getMessage());
  }

  @Test
  void refusesAnchorsRepeatedKeysAndDeepNesting() {
    for (String text :
        List.of("a: 1\na: 2\n", "a: &x 1\nb: *x\n", "a: " + "[".repeat(5000), "a: {b: &c {}}\n")) {
      Yaml.MalformedYaml refused =
          assertThrows(Yaml.MalformedYaml.class, () -> Yaml.read(text), text);
      assertTrue(refused.getMessage().length() < 200, refused.getMessage());
    }
  }
}
