package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.pipeline.BuildOptions;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.pipeline.SiteBuilder;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Inserting markup anywhere in a report loses no word. Harmless HTML also changes no link and adds
/// no warning.
class MutatedReportsTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final Pattern REPORT = Pattern.compile(".*/incidents/.*\\.md|.*corpora/.*\\.md");
  private static final int MUTATIONS = Soak.size(300, 600, 20_000);

  /// The shared reports are several times longer than the project's own.
  private static final boolean HAS_SHARED_REPORTS = Soak.size(0, 0, 1) == 1;

  @TempDir Path folder;

  @Test
  void harmlessHtmlChangesNoLinkLosesNoWordAndAddsNoWarning() throws IOException {
    Map<String, String> reports = reports();
    Map<String, Page> before = pages(reports);
    reports.keySet().retainAll(before.keySet());
    ReportMutator mutator = new ReportMutator(Soak.SEED);
    for (int count = 0; count < MUTATIONS; count += reports.size()) {
      Map<String, String> mutated = mutated(reports, mutator::withHtml);
      Map<String, Page> after = pages(mutated);
      Map<String, String> faults = new TreeMap<>();
      mutated.forEach((name, report) ->
          fault(report, before.get(name), after.get(name)).ifPresent(f -> faults.put(name, f)));
      assertEquals(Map.of(), faults, "seed " + Soak.SEED);
    }
  }

  @Test
  void noMarkupLosesAWord() throws IOException {
    Map<String, String> reports = reports();
    ReportMutator mutator = new ReportMutator(Soak.SEED);
    for (int count = 0; count < MUTATIONS; count += reports.size()) {
      Map<String, String> mutated = mutated(reports, mutator::withAnything);
      Map<String, Page> after = pages(mutated);
      Map<String, String> faults = new TreeMap<>();
      after.forEach((name, page) -> {
        Map<String, Integer> missing = ShownWords.missing(mutated.get(name), page.html);
        if (!missing.isEmpty()) {
          faults.put(name, "lost " + missing);
        }
      });
      assertTrue(after.size() > mutated.size() / 2, after.size() + " pages");
      assertEquals(Map.of(), faults, "seed " + Soak.SEED);
    }
  }

  /// The page of a report, its links and its problems.
  private record Page(String html, List<String> links, List<String> problems) {
    /// The links of the page. Without links to systems if the report has an inserted word, because
    /// that word may name another system.
    List<String> links(String report) {
      return ReportMutator.hasFurtherWords(report)
          ? links.stream().filter(link -> !link.startsWith("../systems/")).toList()
          : links;
    }
  }

  private static Optional<String> fault(String report, Page before, Page after) {
    if (after == null) {
      return Optional.of("has no page");
    }
    Map<String, Integer> missing = ShownWords.missing(report, after.html);
    if (!missing.isEmpty()) {
      return Optional.of("lost " + missing);
    }
    if (!before.links(report).equals(after.links(report))) {
      return Optional.of("links " + difference(before.links(report), after.links(report)));
    }
    List<String> problems = new ArrayList<>(after.problems);
    before.problems.forEach(problems::remove);
    if (!problems.isEmpty()) {
      return Optional.of("problems " + problems);
    }
    return Optional.empty();
  }

  private static String difference(List<String> before, List<String> after) {
    List<String> lost = new ArrayList<>(before);
    after.forEach(lost::remove);
    List<String> added = new ArrayList<>(after);
    before.forEach(added::remove);
    return "without " + lost + ", with " + added;
  }

  private static Map<String, String> mutated(
      Map<String, String> reports, UnaryOperator<String> mutation) {
    Map<String, String> mutated = new TreeMap<>();
    reports.forEach((name, report) -> mutated.put(name, mutation.apply(report)));
    return mutated;
  }

  /// The pages of reports by the names of their files, without those that cannot be published.
  private Map<String, Page> pages(Map<String, String> reports) throws IOException {
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    Files.copy(
        Path.of(
            "src/test/sites/image-and-attachment-beside-the-report/incidents/2024/graph one.png"),
        incidents.resolve("graph.png"),
        StandardCopyOption.REPLACE_EXISTING);
    Sites.write(incidents, reports);
    MemoryOutput site = new MemoryOutput();
    BuildOptions options = new BuildOptions(false, false, true, true, Sites.TODAY, false);
    BuildResult result = new SiteBuilder(new SiteSource(folder), options).build(site);
    Map<String, List<String>> problems = new HashMap<>();
    for (Problem problem : result.problems()) {
      if (problem.code().equals("lost-report")) {
        continue; // depends on the words of all reports
      }
      problems.computeIfAbsent(problem.at().file(), _ -> new ArrayList<>()).add(problem.code());
    }
    Map<String, Page> pages = new TreeMap<>();
    for (JsonNode incident :
        new JsonMapper().readTree(Sites.text(site, "incidents.json")).get("incidents")) {
      String source = incident.get("source").asString();
      String html = Sites.text(site, incident.get("url").asString());
      pages.put(
          source.replaceFirst("incidents/", ""),
          new Page(
              html,
              links(html),
              problems.getOrDefault(source, List.of()).stream().sorted().toList()));
    }
    return pages;
  }

  /// The links of a page, without those to its own sections.
  private static List<String> links(String html) {
    return Jsoup.parse(html)
        .select("section[data-kind]:not([data-kind~=connections|recurrence|neighbourhood]) a[href]")
        .not(".permalink, .when, .step-number, .zoom, .strip a")
        .eachAttr("href")
        .stream()
        .sorted()
        .toList();
  }

  /// The project's own reports and, in the full `script/soak`, the shared ones. Each has a unique
  /// name.
  private static Map<String, String> reports() throws IOException {
    Map<String, String> reports = new TreeMap<>();
    for (Path root : List.of(Path.of("incidents"), Path.of("src/test"), CORPORA)) {
      if (!Files.isDirectory(root) || (root == CORPORA && !HAS_SHARED_REPORTS)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(MutatedReportsTest::isReport).sorted().toList()) {
          String name = file.getFileName().toString().replaceAll("\\..*", "");
          String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
          reports.put("r" + reports.size() + "-" + name + ".md", text);
        }
      }
    }
    return reports;
  }

  private static boolean isReport(Path file) {
    return REPORT.matcher("/" + file.toString().replace('\\', '/')).matches()
        && !file.toString().contains("expected");
  }
}
