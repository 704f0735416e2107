package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Recurrence;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.search.index.SearchIndexer;
import dev.hindsight.search.similar.SimilarIncidents;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What came back is found, and nothing else; and what authors say of it counts.
class RecurrenceTest {
  private static final String ALIKE =
      "# The replication slot fills the volume\n\nA stale slot kept the log.\n";

  @TempDir Path folder;

  private final Map<String, String> files = new LinkedHashMap<>();

  private void report(String id, String metadata, String text) {
    files.put(
        "incidents/%s.md".formatted(id.toLowerCase().replaceAll("[^a-z0-9]", "_")),
        "---\nid: \"%s\"\n%s\n---\n%s".formatted(id, metadata, text));
  }

  /// What is alike can only be told among others that are not.
  private void others() {
    List.of("Printers jam", "Ledger drifts", "Maps load twice", "Vouchers collide", "Scanners stop")
        .forEach(title -> report("X-" + title.length() + title.charAt(0), "", "# " + title + "\n"));
  }

  private KnowledgeBase knowledge() {
    others();
    KnowledgeBase linked = Sites.knowledge(Sites.write(folder, files));
    return CrossLinker.connect(linked, SimilarIncidents.in(SearchIndexer.index(linked)));
  }

  private List<List<String>> families() {
    return knowledge().recurrences().stream()
        .map(again -> again.incidents().stream().map(one -> one.id().value()).toList())
        .toList();
  }

  @Test
  void sameSystemAndSimilarCauseAreARecurrence() {
    report("INC-1", "date: 2024-01-01\nsystems: [Archive]", ALIKE);
    report("INC-2", "date: 2024-02-01\nsystems: [Archive]", ALIKE);
    assertEquals(List.of(List.of("INC-1", "INC-2")), families());
  }

  @Test
  void incidentsWithoutACommonSystemAreNoRecurrence() {
    report("INC-1", "date: 2024-01-01\nsystems: [Archive]", ALIKE);
    report("INC-2", "date: 2024-02-01\nsystems: [Billing]", ALIKE);
    assertEquals(List.of(), families());
  }

  @Test
  void anExclusionHoldsThroughAThirdReport() {
    report("INC-1", "date: 2024-01-01\nsystems: [Archive]", ALIKE);
    report("INC-2", "date: 2024-02-01\nsystems: [Archive]", ALIKE + "\nAnd more.\n");
    report(
        "INC-3", "date: 2024-03-01\nsystems: [Archive]\nnot-related: [INC-2]", ALIKE + "\nElse.\n");
    for (List<String> family : families()) {
      assertTrue(!family.containsAll(List.of("INC-2", "INC-3")), family.toString());
    }
    assertEquals(1, families().size());
  }

  @Test
  void reportsOfOneIncidentAreNoRecurrence() {
    report("INC-1", "date: 2024-01-01\nsystems: [Archive]", ALIKE);
    report(
        "INC-2",
        "date: 2024-01-01\nsystems: [Archive]\nsame-as: [INC-1]",
        ALIKE + "\nSeen elsewhere.\n");
    assertEquals(List.of(), families());
  }

  @Test
  void aReportWithoutADateIsNotTheFirst() {
    report("INC-2", "recurrence-of: [INC-1]", "# Again\n\nText.\n");
    report(
        "INC-1",
        "date: 2024-03-05",
        "# Once\n\n## Action Items\n\n1. Mend it for good (Assigned: Ana)\n");
    Recurrence again = knowledge().recurrences().getFirst();
    assertEquals("INC-2", again.last().id().value());
    assertEquals(1, again.stillOpen().size());
  }

  @Test
  void recognizesRecurrencesThatAuthorsMentionButNotThoseTheyDeny() {
    report("INC-1", "date: 2024-01-01", "# Once\n\nText.\n");
    report("INC-2", "date: 2024-02-01", "# B\n\n## Related\n\n- INC-1 - The same root cause\n");
    report("INC-3", "date: 2024-03-01", "# C\n\n## Related\n\n- INC-1 - Not the same root cause\n");
    assertEquals(List.of(List.of("INC-1", "INC-2")), families());
  }

  @Test
  void twoRecurrencesHaveDifferentAnchors() {
    report("INC-1", "date: 2024-01-01", "# A\n\nText.\n");
    report("INC-2", "date: 2024-02-01\nrecurrence-of: [INC-1]", "# B\n\nText.\n");
    report("INC--1", "date: 2024-01-02", "# C\n\nText.\n");
    report("INC--2", "date: 2024-02-02\nrecurrence-of: [INC--1]", "# D\n\nText.\n");
    assertEquals(2, knowledge().recurrences().stream().map(Recurrence::anchor).distinct().count());
  }

  @Test
  void aPageShowsOnlyTheNearestIncidentsOfALongRecurrence() {
    report("INC-100", "date: 2024-01-01", "# A\n\nText.\n");
    for (int i = 101; i < 150; i++) {
      report("INC-" + i, "date: 2024-02-01\nrecurrence-of: [INC-100]", "# B\n\nText.\n");
    }
    MemoryOutput site = Sites.built(Sites.write(folder, files));
    var page = Jsoup.parse(Sites.text(site, "incidents/INC-120.html"));
    assertEquals(11, page.select(".times li").size());
    assertEquals("All 50 times", page.select("a:contains(All 50 times)").text());
    assertEquals(50, Jsoup.parse(Sites.text(site, "insights.html")).select(".times li").size());
  }

  @Test
  void aStatedAliasWinsOverAShortNumber() {
    report("INC-001-dns", "date: 2024-01-01", "# DNS\n\nText.\n");
    report("INC-900-firewall", "aliases: [INC-001]", "# Firewall\n\nText.\n");
    assertTrue(
        Sites.text(Sites.built(Sites.write(folder, files)), "incidents/INC-001.html")
            .contains("INC-900-firewall"));
  }

  @Test
  void anAliasThatIsAnotherIdIsReported() {
    report("INC-1", "aliases: [OLD-1]", "# A\n\nText.\n");
    report("INC-2", "aliases: [OLD-1, INC-1, INC-2]", "# B\n\nText.\n");
    BuildResult result = Sites.build(Sites.write(folder, files), new MemoryOutput());
    assertEquals(
        List.of("taken-alias", "taken-alias"),
        result.problems().stream().map(Problem::code).toList());
  }

  @Test
  void everyKindOfIdAndNameHasItsOwnAddress() {
    report("\u0130NC-2024-1", "systems: [foo.html service]", "# A\n\nText.\n");
    report("a.html-1", "systems: [foo.html service]", "# As in \u0130NC-2024-1\n\nText.\n");
    MemoryOutput site = Sites.built(Sites.write(folder, files));
    assertTrue(site.files().containsKey("systems/foo.html-service.json"), "data");
    site.files().keySet().stream()
        .filter(path -> path.endsWith(".html"))
        .forEach(path ->
            Jsoup.parse(Sites.text(site, path), "http://site/" + path)
                .select("a[href], link[href]")
                .forEach(link -> {
                  String target = link.absUrl("href").replaceFirst("[#?].*", "");
                  String file =
                      java.net.URLDecoder.decode(
                          target.substring("http://site/".length()),
                          java.nio.charset.StandardCharsets.UTF_8);
                  assertTrue(site.files().containsKey(file), path + " -> " + file);
                }));
  }
}
