package dev.hindsight.page.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The inventory is what its published schema says.
class InventoryFormatTest {
  private static final Path SCHEMA = Path.of("docs/incidents.schema.json");

  @Test
  void followsTheSchemaInTheSample() throws IOException {
    assertFollows(Sites.sample());
  }

  @Test
  void followsTheSchemaInAGeneratedSite(@TempDir Path folder) throws IOException {
    assertFollows(Sites.built(Sites.write(folder, Reports.site(150, 11))));
  }

  @Test
  void followsTheSchemaInASiteWithRemovedAddresses(@TempDir Path folder) throws IOException {
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(incidents.resolve("INC-2024-0001.md"), "# Mail stuck\n\nText.\n");
    Files.writeString(
        folder.resolve("site/incidents.json"),
        "{\"incidents\": [{\"id\": \"INC-2024-0001\", \"anchors\": [\"summary\"]},"
            + " {\"id\": \"INC-2024-0002\"}]}");
    assertFollows(Sites.built(folder));
  }

  private static void assertFollows(MemoryOutput site) throws IOException {
    assertEquals(
        List.of(),
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA))
            .validate(Sites.text(site, "incidents.json"), InputFormat.JSON));
  }
}
