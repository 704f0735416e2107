package dev.hindsight.search.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.search.RewrittenReports;
import dev.hindsight.search.index.SearchIndexer;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index is what its documentation says, in one file and in parts.
class SearchFormatTest {
  /// From some 1,300 on, the index comes in parts.
  private static final int MANY = Soak.size(1_500, 4_000, 10_000);

  private static final Path SCHEMA = Path.of("docs/search.schema.json");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void aSmallSiteIsOneFileAndFollowsTheSchema() throws IOException {
    MemoryOutput site = Sites.sample();
    assertTrue(site.files().keySet().stream().noneMatch(path -> path.startsWith("search/")));
    assertFollows("manifest", Sites.text(site, "search.json"));
  }

  @Test
  void everyPartFollowsTheSchema(@TempDir Path folder) throws IOException {
    MemoryOutput site = index(folder, MANY);
    assertFollows("manifest", Sites.text(site, "search.json"));
    Set<String> kinds = new HashSet<>();
    for (String path : site.files().keySet()) {
      if (path.startsWith("search/")) {
        String kind = path.substring("search/".length(), path.indexOf('-'));
        String call = Sites.text(site, path);
        assertTrue(call.contains("\nhindsightData(\"" + path + "\", "), path);
        if (kinds.add(kind) || path.hashCode() % 20 == 0) {
          assertFollows(kind, call.substring(call.indexOf(',') + 1, call.lastIndexOf(')')));
        }
      }
    }
    assertEquals(
        Set.of("terms", "postings", "positions", "spellings", "directory", "cards", "column"),
        kinds);
  }

  @Test
  void anAmendedManifestFollowsTheSchema(@TempDir Path folder) throws IOException {
    Sites.write(folder, Reports.site(60, 8));
    AmendedSearch amended =
        SearchExport.write(SearchIndexer.index(Sites.knowledge(folder)), new MemoryOutput());
    MemoryOutput site = new MemoryOutput();
    amended.with(new RewrittenReports(folder, 8).next()).orElseThrow().writeTo(site);
    assertTrue(Sites.text(site, "search.json").contains("\"amendment-"));
    assertFollows("manifest", Sites.text(site, "search.json"));
  }

  /// Browsers keep parts for ever, so as many as can be must stay as they are.
  @Test
  void oneMoreReportLeavesMostPartsUnchanged(@TempDir Path folder) throws IOException {
    Map<String, byte[]> before = index(folder, MANY).files();
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2026-9999.md",
            "---\ndate: 2026-12-31\n---\n# Replica lag\n\nThe replica was behind.\n"));
    Map<String, byte[]> after = index(folder).files();
    long kept = after.keySet().stream().filter(before::containsKey).count();
    assertTrue(kept > 0.7 * before.size(), kept + " of " + before.size() + " are kept");
  }

  private static MemoryOutput index(Path folder, int count) {
    return index(Sites.write(folder, Reports.site(count, 8)));
  }

  private static MemoryOutput index(Path folder) {
    MemoryOutput site = new MemoryOutput();
    SearchExport.write(SearchIndexer.index(Sites.knowledge(folder)), site);
    return site;
  }

  private static void assertFollows(String definition, String json) throws IOException {
    String schema =
        Files.readString(SCHEMA)
            .replaceFirst("\"#/\\$defs/manifest\"", "\"#/\\$defs/" + definition + "\"");
    Schema follows = REGISTRY.getSchema(schema);
    assertEquals("[]", follows.validate(json, InputFormat.JSON).toString(), definition);
  }
}
