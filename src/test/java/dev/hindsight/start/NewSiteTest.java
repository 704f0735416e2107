package dev.hindsight.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.model.SectionKind;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.SystemConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of reports becomes a site with a configuration that holds what the reports say.
class NewSiteTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

  @TempDir Path folder;

  private NewSite.Result make() throws IOException {
    return new NewSite(folder, TODAY).make();
  }

  private NewSite.Result.Found found() throws IOException {
    return assertInstanceOf(NewSite.Result.Found.class, make());
  }

  private static SiteConfig config(String text) {
    ConfigReader.Outcome outcome = ConfigReader.read("site-config.yml", text);
    return outcome.config().orElseThrow(() -> new AssertionError(outcome.problems() + "\n" + text));
  }

  /// Reports with one line each of their own.
  private void reports(String below, String... lines) {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < lines.length; i++) {
      files.put(
          below + "/2026-01-0" + (i + 1) + "-report.md",
          "# Report "
              + i
              + "\n\n"
              + lines[i]
              + "\n\n## Timeline\n- 10:00 It broke\n\n## Root Cause\nNobody looked.\n");
    }
    Sites.write(folder, files);
  }

  @Test
  void findsTheReportsWhereverTheyAre() throws IOException {
    reports("docs/postmortems/2026", "", "");
    Sites.write(
        folder,
        Map.of(
            "README.md", "# A program\n",
            "docs/guide.md", "# How to\n\n## Overview\nLike this.\n",
            "docs/runbooks/dns.md", "# DNS\n\n## Impact\nAll.\n\n## Resolution\nRestart.\n",
            "node_modules/x/2026-01-01-incident.md",
                "# X\n\n## Timeline\n- 10:00 X\n\n## Root Cause\nX\n"));
    NewSite.Result.Found found = found();
    assertEquals("docs/postmortems", found.reports());
    assertFalse(found.isInPlace());
    assertEquals(2, found.look().reports());
    assertTrue(Files.exists(folder.resolve("site-config.yml")));
  }

  @Test
  void theFolderAboveIncidentsIsTheSite() throws IOException {
    reports("docs/incidents", "", "");
    NewSite.Result.Found found = found();
    assertEquals(folder.resolve("docs"), found.site());
    assertTrue(found.isInPlace());
    assertTrue(Files.exists(folder.resolve("docs/site-config.yml")));
  }

  @Test
  void findsReportsInTheFolderItself() throws IOException {
    reports(".", "", "");
    assertEquals("", found().reports());
  }

  @Test
  void overwritesNoConfigurationAndChangesNoReport() throws IOException {
    reports("incidents", "", "");
    Sites.write(folder, Map.of("site-config.yml", "title: Mine\n"));
    String before = Files.readString(folder.resolve("incidents/2026-01-01-report.md"));
    NewSite.Result.Found found = found();
    assertFalse(found.isWritten());
    assertEquals("title: Mine\n", Files.readString(folder.resolve("site-config.yml")));
    assertEquals(before, Files.readString(folder.resolve("incidents/2026-01-01-report.md")));
  }

  @Test
  void reportsAWrongConfiguration() throws IOException {
    reports("incidents", "");
    Sites.write(folder, Map.of("site-config.yml", "titel: Mine\n"));
    assertInstanceOf(NewSite.Result.Misconfigured.class, make());
  }

  @Test
  void mergesSpellingsOfOneSystem() throws IOException {
    reports(
        "incidents",
        "Systems: auth-service, Order Processing System",
        "Systems: Auth Services, OPS, #1 'quoted': odd",
        "Systems: auth-service, K8s cluster",
        "Systems: Kubernetes cluster, no");
    SiteConfig config = config(found().proposal());
    Map<String, List<String>> systems = new HashMap<>();
    config.systems().forEach(system -> systems.put(system.name(), system.aliases()));
    assertEquals(List.of("Auth Services"), systems.get("auth-service"), systems.toString());
    assertEquals(List.of("OPS"), systems.get("Order Processing System"), systems.toString());
    assertEquals(List.of("K8s cluster"), systems.get("Kubernetes cluster"), systems.toString());
    assertEquals("auth-service", config.systems().getFirst().name());
  }

  @Test
  void namesSeveritiesAsTheReportsDo() throws IOException {
    reports(
        "incidents",
        "Severity: P1",
        "Severity: P1 — one host",
        "Severity: P2",
        "Severity: terrible");
    SiteConfig config = config(found().proposal());
    assertEquals(List.of("P0", "P1", "P2", "P3", "terrible"), config.severities().names());
    assertEquals("P0", config.severities().find("SEV1").orElseThrow());
    assertEquals("P1", config.severities().find("high").orElseThrow());
  }

  @Test
  void keepsTheDefaultScaleIfItFits() throws IOException {
    reports("incidents", "Severity: SEV-2", "Severity: sev1");
    assertFalse(found().proposal().contains("\nseverities:"));
  }

  @Test
  void guessesTheMeaningOfRecurringHeadings() throws IOException {
    String sections = "\n\n## How the team noticed\nBy mail.\n\n## Weather\nRain.";
    reports(
        "incidents", "A" + sections, "B" + sections, "C\n\n## What we know of the causes\nOnce.");
    String proposal = found().proposal();
    SiteConfig config = config(proposal);
    assertEquals(SectionKind.DETECTION, config.kind("How the team noticed"));
    assertEquals(SectionKind.OTHER, config.kind("Weather"));
    assertTrue(proposal.contains("#   2  weather\n"), proposal);
    assertFalse(proposal.contains("what we know"), proposal);
  }

  @Test
  void proposesThePatternOfIds() throws IOException {
    Sites.write(
        folder,
        Map.of(
            "incidents/OPS-07.md", "# A\n\nAs OPS-08.\n",
            "incidents/OPS-08-dns.md", "# B\n\nIt broke.\n",
            "incidents/INC-2026-0001.md", "# C\n\nIt broke once.\n",
            "incidents/INC-2026-0002.md", "# D\n\nIt broke twice.\n"));
    SiteConfig config = config(found().proposal());
    assertTrue(config.idPattern().matcher("OPS-09").matches(), config.idPattern().pattern());
    assertTrue(config.idPattern().matcher("INC-2026-0003").matches());
    assertFalse(config.idPattern().matcher("CVE-2024-3094").matches());
  }

  @Test
  void theProposalIsValidWhateverReportsContain() throws IOException {
    List<String> odd =
        List.of(
            "- a",
            "a: b",
            "a #b",
            "#a",
            "&a",
            "*a*",
            "!a",
            "%a",
            "@a",
            "`a`",
            "'a",
            "\"a",
            "a\\b",
            "{a}",
            "[a, b",
            "? a",
            "| a",
            "> a",
            "a\u2028b",
            "a\u2029b",
            "a\u0085b",
            "🔥 a",
            "أ",
            "true",
            "~",
            "1e3",
            "a\\",
            "---",
            "a\tb",
            "...");
    String[] lines =
        odd.stream()
            .map(word ->
                "**Severity:** "
                    + word
                    + "\n\n## Affected Systems\n- "
                    + word
                    + "\n\n## "
                    + word
                    + " x\nText.\n\n## "
                    + word
                    + " impact x\nText.")
            .flatMap(text -> Stream.of(text, text + " More."))
            .toArray(String[]::new);
    for (int i = 0; i < lines.length; i++) {
      Sites.write(
          folder,
          Map.of(
              "incidents/INC-2026-0" + (100 + i) + ".md",
              "# X\n\n" + lines[i] + "\n\n## Timeline\n- 10:00 X " + i + "\n"));
    }
    config(found().proposal());
  }

  @Test
  void namesTheSiteAfterItsFolder() {
    assertEquals("Harbourline incidents", ConfigProposal.titleOf(Path.of("harbourline")));
    assertEquals("Acme post mortems", ConfigProposal.titleOf(Path.of("x/acme_post-mortems")));
    assertEquals("Incidents", ConfigProposal.titleOf(Path.of("x/docs")));
  }

  @Test
  void createsAValidReportInAnEmptyFolder() throws IOException {
    NewSite.Result.Begun begun = assertInstanceOf(NewSite.Result.Begun.class, make());
    assertEquals(
        List.of(folder.resolve("site-config.yml"), folder.resolve("incidents/INC-2026-0001.md")),
        begun.written());
    config(Files.readString(folder.resolve("site-config.yml")));
    Sites.built(folder);
  }

  @Test
  void reportsThatNoMarkdownFileIsAReport() throws IOException {
    Sites.write(folder, Map.of("docs/guide.md", "# How to\n\n## Overview\nLike this.\n"));
    assertEquals(1, assertInstanceOf(NewSite.Result.Begun.class, make()).others());
    assertTrue(Files.exists(folder.resolve("docs/guide.md")));
  }

  @Test
  void realReportsGiveAValidConfiguration() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA));
    int sites = 0;
    List<Path> sets;
    try (Stream<Path> all = Files.list(CORPORA)) {
      sets = all.filter(Files::isDirectory).sorted().toList();
    }
    for (Path set : sets) {
      Path copy = folder.resolve(set.getFileName());
      copy(set, copy);
      if (new NewSite(copy, TODAY).make() instanceof NewSite.Result.Found found) {
        sites++;
        SiteConfig config = config(Files.readString(found.site().resolve("site-config.yml")));
        for (SystemConfig system : config.systems()) {
          assertTrue(system.name().length() <= 40, system.name());
        }
        assertTrue(found.look().reports() > 3, set + ": " + found.look());
      }
    }
    assertTrue(sites >= 11, sites + " of " + sets.size());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
