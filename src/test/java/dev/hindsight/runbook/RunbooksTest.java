package dev.hindsight.runbook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Growth;
import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Runbook;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.RunbookFolder;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What runbooks refer to is found in every format that people write, judged, and rewritten without
/// touching anything else.
class RunbooksTest {
  private static final String URL = "https://inc.example.com/kb/";
  private static final String CONFIG =
      "url: "
          + URL
          + "\nsystems:\n  - name: Production Database\n    aliases: [Postgres]\n  - name: SMTP\n";

  @TempDir Path folder;
  private Path runbooks;

  @BeforeEach
  void reports() throws IOException {
    runbooks = Files.createDirectories(folder.resolve("runbooks"));
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    Files.writeString(
        incidents.resolve("INC-2024-0001.md"),
        "---\naliases: [INC-2023-0900]\nsystems: [Production Database]\n---\n# Pool exhausted\n\n"
            + "## What went wrong\n\nMuch, as in INC-2024-0077.\n\n"
            + "## Resolution\n\n1. Restart\n2. Raise the limit\n");
    Files.writeString(incidents.resolve("INC-2024-0002.md"), "# Mail stuck\n\nText.\n");
  }

  private KnowledgeBase knowledge(SiteConfig config) throws IOException {
    ReportFolder reports = ReportFolder.list(folder.resolve("incidents"), "incidents");
    List<Incident> incidents =
        new FolderReader(config, reports, false)
            .readAll().stream().flatMap(report -> report.incident().stream()).toList();
    return CrossLinker.link(incidents, config, "incidents", PublishedInventory.NOTHING)
        .knowledgeBase();
  }

  private Runbooks.CheckResult check(String config) throws IOException {
    SiteConfig read = ConfigReader.read("site-config.yml", config).config().orElseThrow();
    RunbookFolder of =
        new RunbookFolder(
            "runbooks",
            Optional.of("https://wiki.example.com/"),
            Optional.of(".html"),
            TextPosition.START);
    return new Runbooks(knowledge(read), read)
        .check(List.of(new Runbooks.Folder(runbooks, "runbooks", of)));
  }

  private Runbooks.CheckResult check(String file, String text) throws IOException {
    Files.writeString(runbooks.resolve(file), text);
    return check(CONFIG);
  }

  private static List<String> told(Runbooks.CheckResult checked) {
    return checked.problems().stream()
        .map(problem -> problem.at() + " " + problem.code() + " " + problem.message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a.md   | [pool](https://inc.example.com/kb/incidents/INC-2024-0001.html)",
        "a.md   | <https://inc.example.com/kb/incidents/INC-2024-0001.html>",
        "a.md   | [1]: https://inc.example.com/kb/incidents/INC-2024-0001.html 'x'",
        "a.md   | see https://inc.example.com/kb/incidents/INC-2024-0001.html.",
        "a.md   | (https://inc.example.com/kb/incidents/INC-2024-0001.html#step-2),",
        "a.adoc | https://inc.example.com/kb/incidents/INC-2024-0001.html[pool]",
        "a.adoc | link:https://inc.example.com/kb/incidents/INC-2024-0001.html[pool]",
        "a.html | <a href=\"https://inc.example.com/kb/incidents/INC-2024-0001.html\">x</a>",
        "a.html | <a href='HTTP://INC.example.com/kb/incidents/INC-2024-0001.html'>x</a>",
        "a.txt  | https://inc.example.com/kb/incidents/INC%2D2024%2D0001.json",
        "a.txt  | https://inc.example.com/kb/embed/incidents/INC-2024-0001.html",
        "a.rst  | as in INC-2024-0001, twice",
        "a.md   | as in [[inc-2024-0001]]",
        "a.md   | `INC-2024-0001`'s timeline",
        "a.md   | https://code.example.com/incidents/INC-2024-0001.md"
      })
  void aReferenceIsFoundInEveryFormat(String file, String text) throws IOException {
    Runbooks.CheckResult checked = check(file.strip(), "First line\n  " + text + "\n");
    assertEquals(1, checked.references(), text);
    assertEquals(List.of("INC-2024-0001"), names(checked.runbooks().getFirst()), text);
    assertTrue(
        told(checked).stream().allMatch(problem -> problem.contains("renamed")),
        told(checked) + text);
  }

  private static List<String> names(Runbook runbook) {
    return runbook.incidents().stream().map(Object::toString).toList();
  }

  @Test
  void problemsHaveAPositionAndASuggestion() throws IOException {
    Runbooks.CheckResult checked =
        check(
            "a.md",
            """
            # Pool

            Old: INC-2023-0900, never written: INC-2024-0077.
            Nobody knows CVE-2024-30940 or INC-2025-0001.
            [a](https://inc.example.com/kb/incidents/INC-2023-0900.html#step-2)
            [b](https://inc.example.com/kb/incidents/INC-2024-0003.html)
            [c](https://inc.example.com/kb/incidents/INC-2024-0001.html#step-9)
            [d](https://inc.example.com/kb/systems/postgres.html)
            [e](https://inc.example.com/kb/incidents/inc-2024-0001.html)
            [f](https://inc.example.com/kb/insight.html)
            [g](https://inc.example.com/kb/systems/production-database.html#ui-history)
            [h](https://inc.example.com/kb)
            [i](https://inc.example.com/other/)
            """);
    assertEquals(
        List.of(
            "runbooks/a.md:3:6 renamed-reference 'INC-2023-0900' is now 'INC-2024-0001'",
            "runbooks/a.md:3:36 unwritten-in-runbook no report for" + " 'INC-2024-0077'",
            "runbooks/a.md:4:32 unwritten-in-runbook no report for" + " 'INC-2025-0001'",
            "runbooks/a.md:5:5 renamed-reference '"
                + URL
                + "incidents/INC-2023-0900.html#step-2' is now '"
                + URL
                + "incidents/INC-2024-0001.html#step-2'",
            "runbooks/a.md:6:5 dead-reference dead link '" + URL + "incidents/INC-2024-0003.html'",
            "runbooks/a.md:7:5 dead-reference dead link '"
                + URL
                + "incidents/INC-2024-0001.html#step-9'",
            "runbooks/a.md:8:5 renamed-reference '"
                + URL
                + "systems/postgres.html' is now '"
                + URL
                + "systems/production-database.html'",
            "runbooks/a.md:9:5 renamed-reference '"
                + URL
                + "incidents/inc-2024-0001.html' is now '"
                + URL
                + "incidents/INC-2024-0001.html'",
            "runbooks/a.md:10:5 dead-reference dead link '" + URL + "insight.html'"),
        told(checked));
    assertTrue(hint(checked, 5).contains("step-"), hint(checked, 5));
    assertEquals("did you mean '" + URL + "insights.html'?", hint(checked, 8));
  }

  private static String hint(Runbooks.CheckResult checked, int number) {
    return checked.problems().get(number).hint().orElse("");
  }

  @Test
  void everyKnownPageIsOnTheSite() {
    for (String page : ReferenceChecker.OTHERS) {
      String file = page.isEmpty() || page.endsWith("/") ? page + "index.html" : page;
      assertTrue(Sites.sample().files().containsKey(file), file);
    }
  }

  @Test
  void recognizesPagesByPathWithoutASiteAddress() throws IOException {
    Files.writeString(
        runbooks.resolve("a.html"),
        "<a href=\"../kb/incidents/INC-2024-0001.html#step-2\">x</a>"
            + " <a href=/incidents/INC-2024-0009.html>y</a>");
    Runbooks.CheckResult checked = check("systems: []");
    assertEquals(2, checked.references());
    assertEquals(1, checked.problems().size(), told(checked).toString());
    assertTrue(told(checked).getFirst().contains("dead-reference"), told(checked).toString());
  }

  /// Words that need too many steps are skipped, and only the first of them is reported.
  @Test
  void reportsAPatternThatNeedsTooManySteps() throws IOException {
    String word = "a1-".repeat(66) + "a";
    Files.writeString(
        runbooks.resolve("a.md"), "# A\n\nSee " + word + " and b-" + word + ", INC-2024-0001.\n");
    Runbooks.CheckResult checked = check("ids:\n  pattern: '[A-Z0-9-]*[A-Z0-9-]*[A-Z0-9-]*#'\n");
    assertEquals(
        List.of("runbooks/a.md:3:5 slow-pattern"),
        checked.problems().stream().map(problem -> problem.at() + " " + problem.code()).toList());
    assertEquals(1, checked.references());
  }

  @Test
  void aRunbookHasTitleAddressAndSystems() throws IOException {
    Runbook runbook =
        check("pool.adoc", "= Full pool\n\nWhen postgres is slow, smtp\n").runbooks().getFirst();
    assertEquals("Full pool", runbook.title());
    assertEquals(Optional.of("https://wiki.example.com/pool.html"), runbook.url());
    assertEquals(List.of("Production Database"), runbook.systems());
    assertEquals(
        List.of("Production Database", "SMTP"),
        check("pool.adoc", "The PRODUCTION\nDatabase and SMTP").runbooks().getFirst().systems());
  }

  @Test
  void fixingChangesNothingElseAndIsIdempotent() throws IOException {
    String text =
        "\uFEFFSee INC-2023-0900.\r\nOr <https://inc.example.com/kb/systems/postgres.html?x=1#y>,"
            + " not https://elsewhere.example/INC-2023-0900\r\nlast";
    Runbooks.CheckResult checked = check("a.md", text);
    assertEquals(1, checked.fixes().size());
    assertTrue(
        checked.fixes().getFirst().diff().contains("-\uFEFFSee INC-2023-0900."),
        checked.fixes().getFirst().diff().toString());
    for (RunbookFix fix : checked.fixes()) {
      fix.apply();
    }
    assertEquals(
        text.replace("See INC-2023-0900", "See INC-2024-0001")
            .replace("systems/postgres.html", "systems/production-database.html"),
        Files.readString(runbooks.resolve("a.md")));
    assertEquals(List.of(), check(CONFIG).fixes());
    try (var left = Files.list(runbooks)) {
      assertEquals(1, left.count(), "no other file is left");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a.md   | # Full pool # | Full pool",
        "a.adoc | = Full pool | Full pool",
        "a.rst  | Full pool/nl/========= | Full pool",
        "a.md   | ---/nl/owner: a/nl/tags: db/nl/---/nl//nl/# Full pool | Full pool",
        "a.md   | ---/nl/title: 'Full pool'/nl/---/nl/# Other | Full pool",
        "a.md   | ```sh/nl/# stop it all/nl/```/nl//nl/Full pool/nl/--------- | Full pool",
        "a.html | <html><head><title class=x> Full pool </title> | Full pool",
        "a.txt  | just text | a"
      })
  void aRunbookIsKnownByItsFirstHeading(String file, String text, String title) throws IOException {
    assertEquals(
        title, check(file.strip(), text.replace("/nl/", "\n")).runbooks().getFirst().title());
  }

  @Test
  void aPartOfAPathIsNeverRewritten() throws IOException {
    String text =
        """
        logs/INC-2023-0900.txt and [x](../incidents/INC-2023-0900-pool.md) and #INC-2023-0900
        <a id="INC-2023-0900"></a> INC-2023-0900.log, https://tickets.example.com/INC-2024-0099
        """;
    Runbooks.CheckResult checked = check("a.md", text);
    assertEquals(List.of(), checked.fixes());
    assertEquals(List.of(), told(checked));
    assertEquals(List.of("INC-2024-0001"), names(checked.runbooks().getFirst()));
  }

  @Test
  void readsAFileInTwoFoldersOnceAndSkipsReportsAndSites() throws IOException {
    Files.writeString(runbooks.resolve("a.md"), "INC-2023-0900");
    Files.writeString(
        Files.createDirectories(folder.resolve("site")).resolve("b.md"), "INC-2023-0900");
    Files.writeString(folder.resolve("site/.hindsight-site"), "");
    Files.writeString(folder.resolve("site-config.yml"), "");
    SiteConfig config = ConfigReader.read("site-config.yml", CONFIG).config().orElseThrow();
    Runbooks.CheckResult checked =
        new Runbooks(knowledge(config), config)
            .check(
                List.of(
                    new Runbooks.Folder(runbooks, "runbooks", RunbookFolder.of("runbooks")),
                    new Runbooks.Folder(folder, ".", RunbookFolder.of("."))));
    assertEquals(List.of("runbooks/a.md"), checked.runbooks().stream().map(Runbook::path).toList());
  }

  @Test
  void diffsALongFileInLinearTime() {
    Growth.assertInProportion(
        Soak.size(16_000, 60_000, 240_000),
        lines -> {
          String text = "INC-2023-0900\nline\n".repeat(lines / 2);
          List<RunbookFix> fixes = assertDoesNotThrow(() -> check("a.md", text)).fixes();
          return () -> assertTrue(fixes.getFirst().diff().size() > lines, "all lines are shown");
        });
  }

  @Test
  void reportsAndSkipsBinaryFiles() throws IOException {
    Files.write(
        runbooks.resolve("a.md"),
        "Z\u00fcrich INC-2023-0900".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(runbooks.resolve(".hidden.md"), "INC-2024-0077");
    Files.writeString(
        Files.createDirectories(runbooks.resolve("node_modules")).resolve("b.md"), "INC-2024-0077");
    Runbooks.CheckResult checked = check(CONFIG);
    assertEquals(
        List.of("runbooks/a.md:1:1 unreadable-runbook the runbook was not read: it is not UTF-8"),
        told(checked));
    assertFalse(checked.runbooks().iterator().hasNext());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyReferenceIsFoundOnceAndFixedOnce(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> good =
        List.of(
            "INC-2024-0002",
            URL + "incidents/INC-2024-0001.html#resolution",
            URL + "actions.html?state=all");
    List<String> renamed =
        List.of(
            "INC-2023-0900", URL + "incidents/INC-2023-0900.html", URL + "systems/postgres.json");
    List<String> wrong = List.of("INC-2024-0077", URL + "incidents/INC-2029-1234.html");
    List<String> around =
        List.of("%s", "[x](%s)", "<%s>", "\"%s\"", "(%s)", "%s.", "*%s*", "| %s |");
    StringBuilder text = new StringBuilder();
    int[] counts = new int[3];
    for (int i = 0; i < 60; i++) {
      int kind = random.nextInt(3);
      List<String> of = List.of(good, renamed, wrong).get(kind);
      counts[kind]++;
      text.append(
              around
                  .get(random.nextInt(around.size()))
                  .formatted(of.get(random.nextInt(of.size()))))
          .append(random.nextBoolean() ? " and then\n" : " ");
    }
    Runbooks.CheckResult checked = check("a.md", text.toString());
    assertEquals(60, checked.references(), "seed " + seed);
    assertEquals(counts[1], count(checked, "renamed-reference"), "seed " + seed);
    assertEquals(counts[1] + counts[2], checked.problems().size(), "seed " + seed);
    for (RunbookFix fix : checked.fixes()) {
      fix.apply();
    }
    Runbooks.CheckResult again = check(CONFIG);
    assertEquals(0, count(again, "renamed-reference"), "seed " + seed);
    assertEquals(counts[2], again.problems().size(), "seed " + seed);
  }

  private static long count(Runbooks.CheckResult checked, String code) {
    return checked.problems().stream().map(Problem::code).filter(code::equals).count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INC-",
        "https://",
        "https://inc.example.com/kb/",
        "https://inc.example.com/kb/incidents/",
        "incidents/a",
        "(",
        "# ",
        "INC-2024-0001 ",
        "-",
        "\n",
        "<h1",
        "<h1>\n",
        "# a            ",
        "title:  ",
        "a\n---\n"
      })
  void aHostileTextIsReadInLinearTime(String part) {
    for (String config : List.of(CONFIG, "systems: []")) {
      Growth.assertInProportion(
          Soak.size(80_000, 200_000, 1_000_000),
          size -> {
            Sites.write(runbooks, Map.of("a.md", part.repeat(size / part.length())));
            return () -> check(config);
          });
    }
  }
}
