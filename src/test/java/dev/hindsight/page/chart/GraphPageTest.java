package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.EnglishMessages;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The charts as built sites have them. [dev.hindsight.DeadLinkTest] follows their links.
class GraphPageTest {

  private static Document page(MemoryOutput site, String path) {
    return Jsoup.parse(Sites.text(site, path));
  }

  private static List<String> links(Document page, String select) {
    return page.select(select).eachAttr("href");
  }

  private static JsonNode inventory() {
    return JsonMapper.shared().readTree(Sites.sample().get("incidents.json"));
  }

  /// Of the sample, each pair once, whatever relates it.
  private static Set<Set<String>> pairs() {
    Set<Set<String>> pairs = new HashSet<>();
    for (JsonNode incident : inventory().get("incidents")) {
      for (JsonNode related : incident.get("related")) {
        pairs.add(Set.of(incident.get("id").asString(), related.get("id").asString()));
      }
    }
    return pairs;
  }

  @Test
  void everyIncidentOfTheSampleIsALinkWithItsNameAndDate() {
    Document page = page(Sites.sample(), "graph.html");
    List<String> nodes = links(page, "svg[role=group] a:has(.dot)");
    List<String> expected = new ArrayList<>();
    inventory().get("incidents").forEach(incident -> expected.add(incident.get("url").asString()));
    inventory().get("unwritten").forEach(missing -> expected.add(missing.get("url").asString()));
    assertEquals(new TreeSet<>(expected), new TreeSet<>(nodes));
    assertEquals(expected.size(), nodes.size(), "each once");
    assertEquals(
        "INC-2024-0112: Production Connections Exhausted by a Settlement Export Job, 2 Apr 2024",
        page.selectFirst("svg a[href$=INC-2024-0112.html] title").text());
  }

  @Test
  void linesListAndTextShowTheSamePairs() {
    int pairs = pairs().size();
    Document page = page(Sites.sample(), "graph.html");
    assertTrue(pairs > 10, pairs + " pairs");
    assertEquals(pairs, page.select("svg[role=group] path.edge").size());
    Set<Set<String>> listed = new HashSet<>();
    for (Element item : page.select("details li")) {
      List<String> ids = item.select("a").eachText();
      ids.stream().skip(1).forEach(to -> listed.add(Set.of(ids.getFirst(), to)));
    }
    assertEquals(pairs(), listed);
    String words = page.selectFirst("#ui-graph-words").text();
    assertTrue(words.contains(pairs + " related pairs"), words);
  }

  @Test
  void chartsAreLabeledAndHideTheirLinesFromScreenReaders() {
    for (String path :
        List.of("graph.html", "systems/production-database.html", "incidents/INC-2024-0112.html")) {
      Document page = page(Sites.sample(), path);
      Element chart = page.selectFirst("svg[role=group]");
      assertNotNull(page.getElementById(chart.attr("aria-labelledby")), path);
      assertTrue(
          chart.select("path.edge, path.tick").stream()
              .allMatch(line -> line.closest("[aria-hidden=true]") != null),
          path);
      assertFalse(chart.select("a").isEmpty(), path);
      assertTrue(
          chart.select("a:has(rect, .dot)").stream()
              .allMatch(link -> link.selectFirst("> title") != null),
          path);
      assertEquals("0", chart.parent().attr("tabindex"), path);
      assertEquals(List.of(), page.select("[style], style").eachAttr("style"), path);
    }
  }

  @Test
  void aSystemWithRelatedIncidentsHasAChart(@TempDir Path folder) {
    String text = "# %s\n\n## Affected Systems\n- %s\n\n## Related Incidents\n- %s\n";
    MemoryOutput site =
        Sites.built(
            Sites.write(
                folder,
                Map.of(
                    "incidents/INC-2024-0001.md", text.formatted("One", "DNS", "INC-2024-0003"),
                    "incidents/INC-2024-0002.md", text.formatted("Two", "DNS", "INC-2024-0001"),
                    "incidents/INC-2024-0003.md", text.formatted("Three", "Web", "INC-2020-0007"),
                    "incidents/INC-2024-0004.md", text.formatted("Four", "DNS", "INC-2020-0007"))));
    Document related = page(site, "systems/dns.html");
    assertEquals(
        Set.of("INC-2024-0001", "INC-2024-0002", "INC-2024-0004"),
        related.select("section.graph svg a:has(.dot) title").stream()
            .map(title -> title.text().replaceAll(":.*", ""))
            .collect(Collectors.toSet()));
    assertEquals(1, related.select("section.graph svg[role=group] path.edge").size());
    assertEquals(
        "1 related pair among 2 of 3 incidents.", related.selectFirst("#ui-graph-words").text());
    assertNull(page(site, "systems/web.html").getElementById("ui-graph"));
  }

  @Test
  void aReportWithRelationsHasAChart() {
    int with = 0;
    for (JsonNode incident : inventory().get("incidents")) {
      Document page = page(Sites.sample(), incident.get("url").asString());
      int neighbours = incident.get("related").size();
      with += neighbours > 0 ? 1 : 0;
      assertEquals(Math.min(10, neighbours), page.select(".near a").size(), page.title());
      assertEquals(neighbours > 0, page.getElementById("ui-neighbourhood") != null, page.title());
    }
    assertTrue(with > 10, with + " with neighbours");
  }

  @Test
  void aLargeSiteShowsItsSystems(@TempDir Path folder) {
    MemoryOutput site = Sites.built(Sites.write(folder, Reports.site(150, 5)));
    KnowledgeBase knowledge = Sites.knowledge(folder);
    Document page = page(site, "graph.html");
    assertNull(page.selectFirst(".dot"));
    assertEquals(knowledge.systems().size(), page.select("svg[role=group] a").size());
    assertEquals(knowledge.systems().size(), page.select("tbody tr").size());
    assertEquals(
        links(page, "svg[role=group] a"), links(page, "tbody td:first-child a"), "one order");
    int systems = knowledge.systems().size();
    assertEquals(systems * (systems - 1) / 2, page.select("path.arc").size(), "all go together");
    int incidents =
        page.select("tbody td:nth-child(2)").stream()
            .mapToInt(cell -> Integer.parseInt(cell.text()))
            .sum();
    assertEquals(
        knowledge.systems().stream().mapToInt(system -> system.incidents().size()).sum(),
        incidents);
  }

  @Test
  void aChartCountsIncidentsThatDoNotFit(@TempDir Path folder) {
    KnowledgeBase knowledge = Sites.knowledge(Sites.write(folder, Reports.site(1_000, 6)));
    SystemGraph chart =
        SystemGraph.of(
                knowledge.systems().getFirst(), RelationGraph.of(knowledge), EnglishMessages.all())
            .orElseThrow();
    List<GraphLayout.Lane> lanes = chart.chart().lanes();
    int drawn = lanes.stream().mapToInt(lane -> lane.nodes().size()).sum();
    int all = knowledge.systems().getFirst().incidents().size();
    assertTrue(all > 200, all + " incidents");
    assertEquals(200, drawn);
    assertEquals(all - drawn, chart.hidden() + chart.hiddenAlone());
    Set<IncidentId> ends = new HashSet<>();
    chart.chart().edges().forEach(edge -> ends.addAll(Set.of(edge.from(), edge.to())));
    assertEquals(
        lanes.getFirst().nodes().stream().map(IncidentMark::id).collect(Collectors.toSet()),
        ends,
        "each with one that it relates to");
  }

  @Test
  void aSiteWithoutReportsSaysSo(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("incidents"));
    Document page =
        page(Sites.built(Sites.write(folder, Map.of("site-config.yml", ""))), "graph.html");
    assertTrue(page.selectFirst(".empty").text().startsWith("There are no reports yet"));
    assertNull(page.selectFirst("main svg"));
  }
}
