package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `hindsight export` writes, says and ends with.
class ExportCommandTest {
  private static final String REPORT = "# OOMKilled pods\n\n## Summary\n\nPods at api/v2 died.\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int export(String report, String... more) {
    Sites.write(folder, Map.of("incidents/INC-2024-001.md", report));
    List<String> arguments =
        new ArrayList<>(List.of("export", "--to", "opensearch", "--source", folder.toString()));
    arguments.addAll(Arrays.asList(more));
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    assertFalse(err.toString().contains("\tat "), err.toString());
    return code;
  }

  @Test
  void writesFilesThatAClusterCanImport() throws IOException {
    assertEquals(ExitCode.DONE, export(REPORT), err.toString());
    Path files = folder.resolve("opensearch");
    String index = Files.readString(files.resolve("index.json"));
    assertTrue(index.contains("\"hindsight_terms\""), index);
    List<String> lines = Files.readAllLines(files.resolve("bulk-0001.ndjson"));
    assertEquals("{\"create\":{\"_id\":\"INC-2024-001\"}}", lines.getFirst());
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).contains("\"title\":\"oomkil\\toom\\tkill\\npod\""), lines.get(1));
    assertTrue(
        lines.get(1).contains("\"summary\":\"pod\\nat\\napi/v2\\tapi\\nv2\\ndi\""), lines.get(1));
    assertTrue(out.toString().contains("Wrote 1 incident to "), out.toString());
  }

  @Test
  void writesTheSameBytesAgainAndRemovesOldFiles() throws IOException {
    export(REPORT);
    Path file = folder.resolve("opensearch/bulk-0001.ndjson");
    byte[] first = Files.readAllBytes(file);
    byte[] index = Files.readAllBytes(folder.resolve("opensearch/index.json"));
    Files.writeString(folder.resolve("opensearch/bulk-0002.ndjson"), "old\n");
    export(REPORT);
    assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(file)));
    assertEquals(
        -1, Arrays.mismatch(index, Files.readAllBytes(folder.resolve("opensearch/index.json"))));
    assertFalse(Files.exists(folder.resolve("opensearch/bulk-0002.ndjson")));
  }

  @Test
  void replacesNoSiteAndNoOtherFolder() throws IOException {
    Path site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(site.resolve("index.html"), "a site");
    assertEquals(ExitCode.USAGE, export(REPORT, "--output", site.toString()));
    assertTrue(err.toString().contains("contains a site"), err.toString());
    assertEquals("a site", Files.readString(site.resolve("index.html")));
  }

  @Test
  void errorsInReportsPreventTheExport() {
    assertEquals(ExitCode.PROBLEMS, export("---\nseverity:\n  level: 3\n---\n# X\n"));
    assertFalse(Files.exists(folder.resolve("opensearch")));
    assertTrue(err.toString().contains("INC-2024-001.md:2:1: error: "), err.toString());
  }

  @Test
  void reportsWrongUsage() {
    assertEquals(ExitCode.USAGE, export(REPORT, "--index", "incidents"));
    assertEquals(ExitCode.USAGE, export(REPORT, "--url", "ftp://example.com"));
    assertEquals(
        ExitCode.USAGE, export(REPORT, "--url", "http://127.0.0.1:1", "--output", "elsewhere"));
    assertTrue(err.toString().contains("is not the address of a cluster"), err.toString());
  }
}
