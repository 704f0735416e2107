package dev.hindsight.page.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sphinx finds incidents, systems and places by their names.
class SphinxInventoryTest {
  /// How Sphinx reads a line: `InventoryFile.load_v2` in `sphinx/util/inventory.py`.
  private static final Pattern LINE =
      Pattern.compile(
          "(.+?)\\s+(\\S+)\\s+(-?\\d+)\\s+?(\\S*)\\s+(.*)", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Map<String, String> REPORTS =
      Map.of(
          "site-config.yml",
          "title: \"Our\\u2028incidents\"\nsystems: [Production Database]\n",
          "incidents/INC-2024-0112.md",
          """
          ---
          aliases: [OPS-7]
          ---
          # Too many clients

          ## Root Cause Analysis
          A pool without a limit. <span id="The Pool">Here</span> and <i id="the-Pool">there</i>.

          ## Timeline
          **14:45** - Alert

          ## Action Items
          1. Limit the pool
          2. Alert on it

          ## See also
          INC-2024-9999
          """,
          "incidents/PM 5 std:label -1 x - Network loss.md",
          "---\ntitle: \"Lost 1 std:label -1\\x1Da.html \\u2028 b\"\n---\n",
          "incidents/draft.md",
          "---\ndraft: true\n---\n# Nobody may know\n");

  @TempDir Path folder;

  /// What a name stands for.
  private record Entry(String uri, String title) {}

  @Test
  void namesAreEasyToWriteInRunbooks() throws IOException {
    Map<String, Entry> names = read(Sites.built(Sites.write(folder, REPORTS)));
    String page = "incidents/INC-2024-0112.html";
    Entry incident = new Entry(page, "INC-2024-0112: Too many clients");
    assertEquals(incident, names.get("std:label inc-2024-0112"));
    assertEquals(incident, names.get("std:doc incidents/INC-2024-0112"));
    assertEquals(incident, names.get("std:label ops-7"));
    assertEquals(
        new Entry(page + "#root-cause", "INC-2024-0112: Root Cause Analysis"),
        names.get("std:label inc-2024-0112/root-cause"));
    assertEquals(
        new Entry(page + "#action-2", "INC-2024-0112: action 2"),
        names.get("std:label inc-2024-0112/action-2"));
    assertEquals(
        new Entry(page + "#t-1445", "INC-2024-0112: 14:45"),
        names.get("std:label inc-2024-0112/t-1445"));
    assertEquals(
        new Entry("systems/production-database.html", "Production Database"),
        names.get("std:label system/production-database"));
    assertEquals(
        "systems/production-database.html", names.get("std:doc systems/production-database").uri());
    assertFalse(names.containsKey("std:label inc-2024-9999"), "nobody has written it up");
    assertTrue(names.keySet().stream().noneMatch(name -> name.contains("draft")));
  }

  @Test
  void noIdOrTitleCanForgeALine() throws IOException {
    MemoryOutput site = Sites.built(Sites.write(folder, REPORTS));
    Map<String, Entry> names = read(site);
    assertEquals(
        "PM 5 std:label -1 x - Network loss: Lost 1 std:label -1 a.html b",
        names.get("std:label pm-5-std-label--1-x---network-loss").title());
    assertEquals(1, names.keySet().stream().filter(name -> name.contains("pm-5")).count());
  }

  @Test
  void everyNameLeadsToAnAnchor() throws IOException {
    assertTrue(leadSomewhere(Sites.sample()) > 400);
    Path generated = folder.resolve("generated");
    assertTrue(leadSomewhere(Sites.built(Sites.write(generated, Reports.site(60, 5)))) > 600);
    Path hostile = folder.resolve("hostile");
    assertTrue(leadSomewhere(Sites.built(Sites.write(hostile, REPORTS))) > 10);
  }

  private static int leadSomewhere(MemoryOutput site) throws IOException {
    Map<String, Document> pages = new LinkedHashMap<>();
    Map<String, Entry> names = read(site);
    names.forEach((name, entry) -> {
      String[] uri = URLDecoder.decode(entry.uri(), StandardCharsets.UTF_8).split("#", 2);
      Document page = pages.computeIfAbsent(uri[0], path -> Jsoup.parse(Sites.text(site, path)));
      assertTrue(uri.length == 1 || page.getElementById(uri[1]) != null, name + " " + entry);
    });
    return names.size();
  }

  /// The names of a site's inventory with their roles, read as Sphinx does.
  private static Map<String, Entry> read(MemoryOutput site) throws IOException {
    byte[] file = site.get("objects.inv");
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int end = 0;
    List<String> header = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int next = text.indexOf('\n', end) + 1;
      header.add(new String(file, end, next - 1 - end, StandardCharsets.UTF_8));
      end = next;
    }
    assertEquals("# Sphinx inventory version 2", header.get(0));
    assertTrue(header.get(1).matches("# Project: \\S.*"), header.get(1));
    assertEquals("# Version: ", header.get(2));
    assertEquals("# The remainder of this file is compressed using zlib.", header.get(3));
    ByteArrayInputStream rest = new ByteArrayInputStream(file, end, file.length - end);
    String lines = new String(new InflaterInputStream(rest).readAllBytes(), StandardCharsets.UTF_8);
    Map<String, Entry> names = new LinkedHashMap<>();
    for (String line : lines.split("[\n\r\u000B\f\u001C-\u001E\u0085\u2028\u2029]")) {
      Matcher parts = LINE.matcher(line);
      assertTrue(parts.matches(), line);
      assertTrue(List.of("std:label", "std:doc").contains(parts.group(2)), line);
      Entry entry = new Entry(parts.group(4), parts.group(5));
      assertEquals(null, names.put(parts.group(2) + " " + parts.group(1), entry), line);
    }
    return names;
  }

  @Test
  void sphinxFindsIncidentsSystemsAndAnchors() throws Exception {
    assumeTrue(sphinx(), "sphinx-build is not on the PATH");
    MemoryOutput site = Sites.built(Sites.write(folder.resolve("site"), REPORTS));
    Path inventory = Files.write(folder.resolve("objects.inv"), site.get("objects.inv"));
    Path runbooks = folder.resolve("runbooks");
    Sites.write(
        runbooks,
        Map.of(
            "conf.py",
            """
            project = "Runbooks"
            extensions = ["sphinx.ext.intersphinx"]
            intersphinx_mapping = {"inc": ("https://example.com/", "%s")}
            nitpicky = True
            """
                .formatted(inventory),
            "index.rst",
            """
            Runbook
            =======

            * :ref:`INC-2024-0112`
            * :ref:`the cause <inc-2024-0112/root-cause>`
            * :ref:`INC-2024-0112/action-2`
            * :ref:`OPS-7`
            * :ref:`system/production-database`
            * :external:doc:`incidents/INC-2024-0112`
            * :external+inc:ref:`INC-2024-0112/t-1445`
            * :external+inc:doc:`systems/production-database`
            * :ref:`pm-5-std-label--1-x---network-loss`
            """));
    build(runbooks);
    Document page = Jsoup.parse(Files.readString(runbooks.resolve("out/index.html")));
    String incident = "https://example.com/incidents/INC-2024-0112.html";
    String system = "https://example.com/systems/production-database.html";
    assertEquals(
        List.of(
            incident + " INC-2024-0112: Too many clients",
            incident + "#root-cause the cause",
            incident + "#action-2 INC-2024-0112: action 2",
            incident + " INC-2024-0112: Too many clients",
            system + " Production Database",
            incident + " INC-2024-0112: Too many clients",
            incident + "#t-1445 INC-2024-0112: 14:45",
            system + " Production Database",
            "https://example.com/incidents/PM-5-std-label--1-x---Network-loss.html PM 5 std:label"
                + " -1 x - Network loss: Lost 1 std:label -1 a.html b"),
        page.select("li a.reference.external").stream()
            .map(link -> link.attr("href") + " " + link.text())
            .toList());
  }

  @Test
  void theExampleInTheDocumentationWorks() throws Exception {
    assumeTrue(sphinx(), "sphinx-build is not on the PATH");
    Path inventory = Files.write(folder.resolve("objects.inv"), Sites.sample().get("objects.inv"));
    Path runbooks = folder.resolve("runbooks");
    Sites.write(
        runbooks,
        Map.of(
            "conf.py", example("python").replace("None", "\"" + inventory + "\""),
            "index.rst", example("rst")));
    build(runbooks);
    Document page = Jsoup.parse(Files.readString(runbooks.resolve("out/index.html")));
    assertEquals(6, page.select("a[href^=https://incidents.harbourline.example/]").size());
  }

  private static String example(String language) throws IOException {
    String text = Files.readString(Path.of("docs/feeds.md"));
    int start = text.indexOf("```" + language + "\n") + language.length() + 4;
    return text.substring(start, text.indexOf("```", start));
  }

  private static boolean sphinx() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sphinx-build")));
  }

  /// Builds runbooks; a reference that is not found is an error.
  private static void build(Path runbooks) throws Exception {
    Path log = runbooks.resolve("log.txt");
    Process process =
        new ProcessBuilder("sphinx-build", "-n", "-W", "-b", "html", ".", "out")
            .directory(runbooks.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), "sphinx-build takes too long");
    assertEquals(0, process.exitValue(), Files.readString(log));
  }
}
