package dev.hindsight.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.model.Incident;
import dev.hindsight.pipeline.BuildOptions;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.pipeline.SiteChecker;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The next report is named as the newest are, written from the team's template, and read as meant.
class NewReportTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
  private static final String REPORT =
      "---\ndate: %s\n---\n# Incident Report: It broke\n\n## Summary\nIt broke.\n";

  @TempDir Path folder;

  private static NewReport.Request request(String title) {
    return new NewReport.Request(
        title,
        TODAY,
        Optional.of("SEV2"),
        List.of("Checkout", "API Gateway"),
        List.of("Dana Scully"),
        Optional.empty(),
        Optional.empty());
  }

  private NewReport.Result write(NewReport.Request request) throws IOException {
    return NewReport.in(new SiteSource(folder), TODAY).report().orElseThrow().write(request);
  }

  private String written(String title) throws IOException {
    NewReport.Result.Written written =
        assertInstanceOf(NewReport.Result.Written.class, write(request(title)));
    return written.file().toString().replace('\\', '/').replaceFirst("^incidents/", "");
  }

  private void reports(String... namesAndDates) {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < namesAndDates.length; i += 2) {
      // No two files may be the same.
      files.put("incidents/" + namesAndDates[i], REPORT.formatted(namesAndDates[i + 1]) + i + "\n");
    }
    Sites.write(folder, files);
  }

  /// What a check finds in the report that was written.
  private Set<String> problems(String path) throws IOException {
    BuildResult result =
        new SiteChecker(new SiteSource(folder), BuildOptions.on(TODAY)).check(List.of()).result();
    assertTrue(
        result.problems().stream().noneMatch(problem -> problem.isError()),
        result.problems().toString());
    return result.problems().stream()
        .filter(problem -> problem.at().file().endsWith(path))
        .map(Problem::code)
        .collect(Collectors.toSet());
  }

  private Incident incident(String id) {
    return Sites.knowledge(folder).incidents().stream()
        .filter(incident -> incident.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INC-2025-0112.md 2025-04-02, INC-2026-0007.md 2026-01-03        | INC-2026-0008.md
          INC-2025-0112.md 2025-04-02, INC-2025-0113.md 2025-05-02        | INC-2026-0001.md
          INC-2024-0112.md 2024-04-02, INC-2025-0113.md 2025-05-02        | INC-2026-0114.md
          INC-2026-0001-a.md 2026-01-01, INC-2026-0002-b-c.md 2026-01-03  | INC-2026-0003-dns-is-down.md
          inc-2026-0002.md 2026-01-01, INC-2026-0009.md 2026-01-03        | INC-2026-0010.md
          INC-001.md 2025-01-01, INC-099.md 2026-01-03                    | INC-100.md
          OPS-7-x.md 2025-01-01, OPS-12-y.md 2026-01-03                   | OPS-13-dns-is-down.md
          PM2025-011 - Old one.md 2025-01-01, PM2026-002 - New.md 2026-02-01 | PM2026-003 - DNS is down.md
          2026-01-05-old.md 2026-01-05, 2026-02-07-new.md 2026-02-07      | 2026-03-09-dns-is-down.md
          2026-01-05.md 2026-01-05, 2026-02-07.md 2026-02-07              | 2026-03-09.md
          2026-01-05.md 2026-01-05, 2026-03-09.md 2026-03-09              | 2026-03-09-2.md
          20260105_old_one.md 2026-01-05, 20260207_new.md 2026-02-07      | 20260309_dns_is_down.md
          2026-01-old.md 2026-01-05, 2026-02-new.md 2026-02-07            | 2026-03-dns-is-down.md
          INC-2026-01-05-old.md 2026-01-05, INC-2026-02-07-new.md 2026-02-07 | INC-2026-03-09-dns-is-down.md
          INC-2026-03-09-01.md 2026-03-09, INC-2026-03-09-02.md 2026-03-09 | INC-2026-03-09-03.md
          001-old.md 2025-01-01, 002-new.md 2026-01-03                    | 003-dns-is-down.md
          old-thing.md 2025-01-01, postgres-14-upgrade.md 2026-01-03      | dns-is-down.md
          2025/INC-2025-0112.md 2025-04-02, 2026/INC-2026-0007.md 2026-01-03 | 2026/INC-2026-0008.md
          2025/INC-2025-0112.md 2025-04-02, INC-2026-0007.md 2026-01-03, INC-2026-0006.md 2026-01-02 | INC-2026-0008.md
          2025/06-old.md 2025-04-02, 2026/01-new.md 2026-01-03            | 2026/02-dns-is-down.md
          2025/INC-2025-0112.md 2025-04-02                                | 2026/INC-2026-0001.md
          2025/12/2025-12-07-old.md 2025-12-07                            | 2026/03/2026-03-09-dns-is-down.md
          2025/12/07/readme.md 2025-12-07                                 | 2026/03/09/readme.md
          2025/12/07-old/readme.md 2025-12-07                             | 2026/03/09-dns-is-down/readme.md
          2025-12-07-old.html.md.erb 2025-12-07                           | 2026-03-09-dns-is-down.html.md.erb
          2025-12-07-old.markdown 2025-12-07                              | 2026-03-09-dns-is-down.markdown
          """)
  void goesOnAsTheNewestReportsDo(String there, String expected) throws IOException {
    reports(there.split("(?<=md|markdown|erb) (?=\\d{4}-)|, "));
    assertEquals(expected, written("DNS is down"));
    assertTrue(Files.exists(folder.resolve("incidents").resolve(expected)));
    problems(expected);
  }

  @Test
  void writesTheVeryFirstReport() throws IOException {
    Files.createDirectories(folder.resolve("incidents"));
    assertEquals("INC-2026-0001.md", written("DNS is down"));
    assertEquals("INC-2026-0002.md", written("DNS is down again"));
  }

  @Test
  void theFirstIdFollowsTheConfiguredPattern() throws IOException {
    Files.createDirectories(folder.resolve("incidents"));
    Sites.write(folder, Map.of("site-config.yml", "ids:\n  pattern: '(?:OPS|INC)-\\d{3}'\n"));
    assertEquals("OPS-001.md", written("DNS is down"));
    Sites.write(folder, Map.of("site-config.yml", "ids:\n  pattern: 'X\\d[a-f]{7}'\n"));
    NewReport.Result.Refused refused =
        assertInstanceOf(NewReport.Result.Refused.class, write(request("DNS is down")));
    assertTrue(refused.why().contains("--id"), refused.why());
  }

  @Test
  void usesNoIdThatAnotherReportMentions() throws IOException {
    reports("INC-2026-0001.md", "2026-01-02");
    Sites.write(
        folder,
        Map.of("incidents/INC-2026-0002.md", "# Again\n\nAs in INC-2026-0003, it broke.\n"));
    assertEquals("INC-2026-0004.md", written("DNS is down"));
  }

  @Test
  void countsDraftsAndReportsThatCannotBeRead() throws IOException {
    reports("INC-2026-0001.md", "2026-01-02");
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2026-0004.md", "---\ndraft: true\n---\n# X\n",
            "incidents/INC-2026-0005.md", "---\nseverity:\n  level: 3\n---\n# X\n"));
    assertEquals("INC-2026-0006.md", written("DNS is down"));
  }

  @Test
  void overwritesNothing() throws IOException {
    reports("INC-2026-0001.md", "2026-01-02");
    // A file that is no report has the next name.
    Sites.write(folder, Map.of("incidents/INC-2026-0002.md/x.txt", "x"));
    assertInstanceOf(NewReport.Result.Refused.class, write(request("DNS is down")));
    NewReport.Request again =
        new NewReport.Request(
            "X",
            TODAY,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of("inc-2026-0001"),
            Optional.empty());
    assertInstanceOf(NewReport.Result.Refused.class, write(again));
  }

  @Test
  void theDefaultTemplateIsReadAndItsPlaceholdersAreReported() throws IOException {
    reports("INC-2026-0001.md", "2026-01-02");
    NewReport.Result.Written written =
        assertInstanceOf(
            NewReport.Result.Written.class, write(request("INC-2026-0001 is *back*: [no] luck_")));
    assertEquals(List.of(), written.lost());
    String path = written.file().getFileName().toString();
    assertEquals(Set.of("template-text"), problems(path));
    Incident incident = incident("INC-2026-0002");
    assertEquals("2026-03-09", incident.date().orElseThrow().date());
    assertEquals("SEV2", incident.severity().orElseThrow().name());
    assertEquals(
        List.of("Checkout", "API Gateway"),
        incident.systems().stream().map(system -> system.name()).toList());
    assertEquals(List.of("Dana Scully"), incident.authors());
    assertTrue(
        incident.written().contains("INC-2026-0001 is *back*: [no] luck_"), incident.written());
    assertEquals("", incident.summary());
  }

  @Test
  void theDefaultTemplateNeedsNeitherSystemNorSeverity() throws IOException {
    reports("INC-2026-0001.md", "2026-01-02");
    write(
        new NewReport.Request(
            "X",
            TODAY,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty()));
    Incident incident = incident("INC-2026-0002");
    assertEquals(Set.of("template-text"), problems("INC-2026-0002.md"));
    assertEquals(List.of(), incident.systems());
    assertEquals(Optional.empty(), incident.severity());
    assertEquals(Optional.empty(), incident.fix());
    assertEquals(List.of(), incident.actionItems());
    assertEquals(List.of(), incident.authors());
  }

  @Test
  void usesTheTemplateOfTheTeam() throws IOException {
    reports("INC-2026-0001.md", "2026-01-02");
    Sites.write(
        folder,
        Map.of(
            "incidents/_templates/other.md", "# {{title}}\n",
            "incidents/_template.md", "# [Title]\n\n**Severity**: SEV?\n\nKeep me: [as I am]\n"));
    assertEquals("INC-2026-0002.md", written("DNS is down"));
    assertEquals(
        "# DNS is down\n\n**Severity**: SEV2\n\nKeep me: [as I am]\n",
        Files.readString(folder.resolve("incidents/INC-2026-0002.md")));
  }

  @Test
  void reportsValuesThatTheTemplateHasNoPlaceFor() throws IOException {
    reports("INC-2026-0001.md", "2026-01-02");
    Sites.write(folder, Map.of("incidents/template.md", "# Title\n\nAuthor:\n\n## Summary\n"));
    NewReport.Result.Written written =
        assertInstanceOf(NewReport.Result.Written.class, write(request("DNS is down")));
    assertEquals(List.of("date", "severity", "systems"), written.lost());
  }

  @Test
  void recognizesSystemsByNamesAndAliases() throws IOException {
    reports("INC-2026-0001.md", "2026-01-02");
    Sites.write(
        folder,
        Map.of(
            "site-config.yml",
            "systems:\n  - name: Production Database\n    aliases: [Postgres]\n"));
    NewReport report = NewReport.in(new SiteSource(folder), TODAY).report().orElseThrow();
    assertEquals(Optional.of("Production Database"), report.system("postgres"));
    assertEquals(Optional.empty(), report.system("Postgre"));
    assertEquals(Optional.of("Production Database"), report.nearestSystem("Postgre"));
  }
}
