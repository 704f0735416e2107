package dev.hindsight.search.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.model.Incident;
import dev.hindsight.search.RewrittenReports;
import dev.hindsight.search.index.SearchIndexer;
import dev.hindsight.site.Json;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reports that are written anew one after the other, held against an index of all as they are in
/// the end. `SearchParityBrowserTest` does the same with what a browser finds.
class AmendedSearchTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Soak.size(2, 4, 12));
  }

  /// All but the terms, which amendments take the place of, is to the byte what a new export has.
  @ParameterizedTest
  @MethodSource("seeds")
  void isEquivalentToANewExport(long seed, @TempDir Path folder) throws IOException {
    // With odd seeds the parts are in the manifest, with even ones beside it.
    Sites.write(folder, Reports.site(seed % 2 == 0 ? 1_500 : 120, seed));
    MemoryOutput before = new MemoryOutput();
    AmendedSearch amended = export(folder, before);
    RewrittenReports rewriting = new RewrittenReports(folder, seed);
    for (int i = 0; i < 15; i++) {
      amended = amended.with(rewriting.next()).orElseThrow();
    }
    MemoryOutput some = new MemoryOutput();
    amended.writeTo(some);
    MemoryOutput all = new MemoryOutput();
    export(folder, all);
    assertEquals(compared(all), compared(some), "seed " + seed);
    assertEquals(spellings(all, all), spellings(before, some), "seed " + seed);
    long other = some.files().keySet().stream().filter(path -> all.get(path) == null).count();
    assertEquals(0, other, "seed " + seed + ": " + some.files().keySet());
  }

  private static AmendedSearch export(Path folder, MemoryOutput output) {
    return SearchExport.write(SearchIndexer.index(Sites.knowledge(folder)), output);
  }

  /// What slips are compared with: the part of an export, and what an amended manifest lays over
  /// it.
  private static Map<Object, List<?>> spellings(MemoryOutput export, MemoryOutput amended) {
    Map<?, ?> manifest = json(export, "search.json");
    Map<?, ?> inline = (Map<?, ?>) manifest.get("inline");
    String name = "spellings-" + manifest.get("spellings");
    Map<Object, List<?>> spellings = new TreeMap<>();
    put(
        inline.get(name) instanceof Map<?, ?> part ? part : json(export, "search/" + name + ".js"),
        spellings);
    assertTrue(spellings.size() > 100, spellings.size() + " spellings");
    inline = (Map<?, ?>) json(amended, "search.json").get("inline");
    if (inline.get("amended-spellings") instanceof Map<?, ?> other) {
      ((List<?>) other.get("gone")).forEach(term -> assertNotNull(spellings.remove(term)));
      put(other, spellings);
    }
    return spellings;
  }

  private static void put(Map<?, ?> part, Map<Object, List<?>> spellings) {
    List<?> flat = (List<?>) part.get("spellings");
    for (int i = 0; i < flat.size(); i += 3) {
      spellings.put(flat.get(i), flat.subList(i + 1, i + 3));
    }
  }

  private static Map<?, ?> json(MemoryOutput site, String path) {
    String text = Sites.text(site, path);
    // A data script has a guard before its data.
    int data = path.endsWith(".js") ? text.indexOf(',') : 0;
    String json = text.substring(text.indexOf('{', data), text.lastIndexOf('}') + 1);
    return Json.read(json.getBytes(StandardCharsets.UTF_8), Map.class).orElseThrow();
  }

  /// What must be equal in two manifests.
  private static Map<String, Object> compared(MemoryOutput site) {
    Map<String, Object> manifest = new TreeMap<>();
    json(site, "search.json").forEach((key, value) -> manifest.put((String) key, value));
    List.of("terms", "size", "inline", "spellings").forEach(manifest::remove);
    ((List<?>) manifest.get("fields")).forEach(field -> ((Map<?, ?>) field).remove("norms"));
    return manifest;
  }

  @Test
  void aNewFieldNeedsANewExport(@TempDir Path folder) {
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", "# Disk full\n"));
    AmendedSearch amended = export(folder, new MemoryOutput());
    Incident now =
        Sites.knowledge(
                Sites.write(
                    folder,
                    Map.of("incidents/INC-2024-0001.md", "# Disk full\n\nThe disk was full.\n")))
            .incidents()
            .getFirst();
    assertEquals("The disk was full.", now.summary().strip());
    assertTrue(amended.with(now).isEmpty());
  }

  @Test
  void amendsOnlyReportsInTheIndex(@TempDir Path folder) {
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", "# Disk full\n"));
    AmendedSearch amended = export(folder, new MemoryOutput());
    Incident other =
        Sites.knowledge(
                Sites.write(folder, Map.of("incidents/INC-2024-0002.md", "# Queue stuck\n")))
            .incidents()
            .stream()
            .filter(incident -> incident.title().equals("Queue stuck"))
            .findFirst()
            .orElseThrow();
    assertTrue(amended.with(other).isEmpty());
  }
}
