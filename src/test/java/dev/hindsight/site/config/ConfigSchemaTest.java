package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What editors know of the configuration is what the program knows.
class ConfigSchemaTest {
  private static final Path SCHEMA = Path.of("docs/site-config.schema.json");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static List<String> wrong(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    return schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  @Test
  void theExampleInTheDocumentationFollowsItAndIsValid() throws IOException, Yaml.MalformedYaml {
    Matcher example = YAML.matcher(Files.readString(Path.of("docs/configuration.md")));
    assertTrue(example.find());
    assertEquals(List.of(), wrong(example.group(1)));
    ConfigReader.Outcome read = ConfigReader.read("site-config.yml", example.group(1));
    assertEquals(List.of(), read.problems());
    assertEquals(
        keys(schema()),
        new TreeSet<>(
            Yaml.read(example.group(1)).entries().stream().map(YamlValue.Entry::key).toList()));
  }

  @Test
  void everyValidConfigurationFollowsIt() throws IOException {
    Map<String, List<String>> wrong = new TreeMap<>();
    try (var sites = Files.list(Path.of("src/test/sites"))) {
      for (Path site : sites.toList()) {
        Path file = site.resolve("site-config.yml");
        if (Files.exists(file)) {
          String yaml = Files.readString(file);
          boolean isRead = ConfigReader.read("site-config.yml", yaml).config().isPresent();
          List<String> found = wrong(yaml);
          if (isRead != found.isEmpty()) {
            wrong.put(site.getFileName().toString(), found);
          }
        }
      }
    }
    assertEquals(Map.of(), wrong);
    assertEquals(List.of(), wrong(Files.readString(Path.of("site-config.yml"))));
  }

  /// The reader is asked what it knows by a key that it does not know.
  @Test
  void itsKeysAreThoseOfTheReader() throws IOException {
    JsonNode all = schema().get("properties");
    assertEquals(keys(schema()), known("%s: 1"));
    for (String key : List.of("ids", "sections", "keys", "checks", "dates", "images", "theme")) {
      assertEquals(keys(all.get(key)), known(key + ":\n  %s: 1"), key);
    }
    for (String key : List.of("systems", "severities", "priorities", "runbooks")) {
      assertEquals(
          keys(all.get(key).get("items").get("anyOf").get(1)), known(key + ":\n  - %s: 1"), key);
    }
    assertEquals(keys(all.get("tickets").get("items")), known("tickets:\n  - %s: 1"));
    assertEquals(
        keys(all.get("theme").get("properties").get("accent").get("anyOf").get(1)),
        known("theme:\n  accent:\n    %s: 1"));
  }

  private static JsonNode schema() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(SCHEMA));
  }

  private static TreeSet<String> keys(JsonNode object) {
    return new TreeSet<>(object.get("properties").propertyNames());
  }

  private static TreeSet<String> known(String yaml) {
    String told =
        ConfigReader.read("site-config.yml", yaml.formatted("qqqqqqqq")).problems().stream()
            .flatMap(problem -> problem.hint().stream())
            .filter(hint -> hint.startsWith("the known keys are "))
            .findFirst()
            .orElseThrow();
    return new TreeSet<>(List.of(told.substring("the known keys are ".length()).split(", ")));
  }
}
