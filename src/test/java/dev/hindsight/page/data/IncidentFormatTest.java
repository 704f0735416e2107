package dev.hindsight.page.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each incident as data is what the published schema says, and has nothing that it does not tell.
class IncidentFormatTest {
  @Test
  void followsTheSchemaInTheSample() throws IOException {
    assertFollows(Sites.sample());
  }

  @Test
  void followsTheSchemaInAGeneratedSite(@TempDir Path folder) throws IOException {
    assertFollows(Sites.built(Sites.write(folder, Reports.site(150, 11))));
  }

  private static void assertFollows(MemoryOutput site) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("docs/incident.schema.json"))
                    .replace("\"required\":", "\"additionalProperties\": false, \"required\":"));
    var wrong = new TreeMap<String, String>();
    for (String path : site.files().keySet()) {
      if (path.startsWith("incidents/") && path.endsWith(".json")) {
        schema
            .validate(Sites.text(site, path), InputFormat.JSON)
            .forEach(found -> wrong.put(path, found.toString()));
      }
    }
    assertEquals(new TreeMap<>(), wrong);
  }
}
