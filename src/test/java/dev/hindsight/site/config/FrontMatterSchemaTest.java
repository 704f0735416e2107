package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What editors know of front matter is what the program knows.
class FrontMatterSchemaTest {
  private static final Path SCHEMA = Path.of("docs/front-matter.schema.json");

  @Test
  void itsKeysAreThoseOfTheProgram() throws IOException {
    SiteConfig config = ConfigReader.read("site-config.yml", "").config().orElseThrow();
    Set<String> known = new TreeSet<>(config.keys().values());
    known.add("private");
    Set<String> told = new TreeSet<>();
    JsonMapper.shared()
        .readTree(Files.readString(SCHEMA))
        .get("properties")
        .propertyNames()
        .forEach(told::add);
    assertEquals(known, told);
  }

  @Test
  void theSampleFollowsIt() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    var wrong = new TreeMap<String, String>();
    int seen = 0;
    try (var files = Files.walk(Path.of("incidents"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        String text = Files.readString(file);
        if (text.startsWith("---\n")) {
          seen++;
          schema
              .validate(text.substring(4, text.indexOf("\n---", 4)), InputFormat.YAML)
              .forEach(found -> wrong.put(file.toString(), found.toString()));
        }
      }
    }
    assertTrue(seen > 3, "the sample has hardly any front matter");
    assertEquals(new TreeMap<>(), wrong);
    assertFalse(schema.validate("systems: {a: b}", InputFormat.YAML).isEmpty());
  }
}
