package dev.hindsight.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What code writes onto pages and into files follows the language of the site. German comes with
/// the program.
class LanguageTest {
  private static final String REPORT = "---\ndate: 2024-01-02\n---\n# Platte voll\n";

  private static MemoryOutput site;

  @BeforeAll
  static void build(@TempDir Path folder) {
    site =
        Sites.built(
            Sites.write(
                folder,
                Map.of(
                    "site-config.yml",
                    "language: de\nurl: https://example.com/\n",
                    "incidents/INC-2024-0001.md",
                    """
                    ---
                    date: 2024-04-02T14:45
                    duration: 85 min
                    systems: [Datenbank]
                    ---
                    # Platte voll

                    ## Timeline
                    - 14:45 - Fehler [began]
                    - 14:50 - Alarm [detected]
                    - 16:10 - Ruhe [resolved]

                    ## Resolution

                    1. Logs gelöscht

                    ## Related Incidents
                    - INC-2020-0007
                    """,
                    "incidents/INC-2021-0001.md",
                    """
                    ---
                    date: 2021-12-24
                    systems: [Datenbank]
                    ---
                    # Index kaputt
                    """)));
  }

  private static Document page(String path) {
    return Jsoup.parse(Sites.text(site, path));
  }

  @Test
  void datesFollowTheLanguage() {
    String incident = page("incidents/INC-2024-0001.html").text();
    assertTrue(incident.contains("2. Apr. 2024, 14:45"), incident);
    assertTrue(incident.contains("1 h 25 min"), incident);
    List<String> months = page("timeline.html").select("h2, h3, h4").eachText();
    assertTrue(months.toString().contains("Dezember"), months.toString());
  }

  @Test
  void chartsFollowTheLanguage() {
    Document incident = page("incidents/INC-2024-0001.html");
    List<String> near = incident.select("svg.near title").eachText();
    assertEquals("INC-2020-0007: kein Bericht, ohne Datum (verlinkt)", near.getLast());
    String days = page("timeline.html").select("title").eachText().toString();
    assertTrue(days.contains("2. Apr. 2024: ohne Schweregrad, Platte voll"), days);
    String insights = page("insights.html").text();
    assertTrue(insights.contains("Zeit bis zur Behebung"), insights);
    assertTrue(insights.contains("Offene Maßnahmen ohne Zuständige"), insights);
  }

  @Test
  void descriptionsFollowTheLanguage() {
    assertEquals(
        "2. Apr. 2024, Datenbank. Was geholfen hat: Logs gelöscht",
        description("incidents/INC-2024-0001.html"));
    assertEquals(
        "2 Vorfälle in Datenbank, zuletzt 2. Apr. 2024: Platte voll",
        description("systems/datenbank.html"));
  }

  private static String description(String path) {
    return page(path).select("meta[name=description]").attr("content");
  }

  @Test
  void filesForOtherProgramsFollowTheLanguage() {
    String feed = Sites.text(site, "feed.xml");
    assertTrue(feed.contains("xml:lang=\"de\""), feed);
    assertTrue(feed.contains("&lt;b&gt;Was geholfen hat:&lt;/b&gt; Logs gelöscht"), feed);
    String llms = Sites.text(site, "llms.txt");
    assertTrue(llms.contains("> Vorfallberichte (2 Vorfälle, 1 System):"), llms);
    assertTrue(llms.contains("## Vorfälle\n"), llms);
    assertTrue(llms.contains("behoben durch: Logs gelöscht"), llms);
    assertTrue(Sites.text(site, "opensearch.xml").contains(" durchsuchen</Description>"));
  }

  @Test
  void pagesDeclareTheirLanguage() {
    assertEquals("de", page("index.html").selectFirst("html").attr("lang"));
    assertEquals("de", page("embed/systems/datenbank.html").selectFirst("html").attr("lang"));
  }

  private static Document home(Path folder, Map<String, String> files) {
    Sites.write(folder, files);
    MemoryOutput built = new MemoryOutput();
    assertEquals(List.of(), Sites.build(folder, built).problems());
    return Jsoup.parse(Sites.text(built, "index.html"));
  }

  @Test
  void aRegionUsesTheMessagesOfItsLanguage(@TempDir Path folder) {
    Document home =
        home(
            folder,
            Map.of("site-config.yml", "language: de-AT", "incidents/INC-2024-0001.md", REPORT));
    assertEquals("de-AT", home.selectFirst("html").attr("lang"));
    assertEquals("Neueste Vorfälle", home.selectFirst("#ui-latest").text());
    assertEquals("2. Jän. 2024", home.selectFirst(".card time").text());
  }

  @Test
  void aRegionCanHaveItsOwnMessages(@TempDir Path folder) {
    Document home =
        home(
            folder,
            Map.of(
                "site-config.yml",
                "language: de-AT",
                "templates/messages/de-AT.yml",
                "home: {latest: Letzte Vorfälle}",
                "incidents/INC-2024-0001.md",
                REPORT));
    assertEquals("Letzte Vorfälle", home.selectFirst("#ui-latest").text());
    assertEquals("Gab es das schon einmal?", home.selectFirst("h1").text());
  }

  @Test
  void aLanguageWithoutMessagesHasEnglishWordsAndItsOwnDates(@TempDir Path folder) {
    Sites.write(
        folder, Map.of("site-config.yml", "language: fr", "incidents/INC-2024-0001.md", REPORT));
    MemoryOutput built = new MemoryOutput();
    List<Problem> problems = Sites.build(folder, built).problems();
    Document home = Jsoup.parse(Sites.text(built, "index.html"));
    assertEquals("Latest incidents", home.selectFirst("#ui-latest").text());
    assertEquals("2 janv. 2024", home.selectFirst(".card time").text());
    assertEquals(1, problems.size(), problems::toString);
    Problem problem = problems.getFirst();
    assertEquals("site-config.yml:1:11", problem.at().toString());
    assertEquals("missing-translation", problem.code());
    assertFalse(problem.isError());
    assertEquals(
        Optional.of("translate templates/messages/en.yml into templates/messages/fr.yml"),
        problem.hint());
  }

  @Test
  void aSitesOwnLanguageNeedsOnlySomeMessages(@TempDir Path folder) {
    Document home =
        home(
            folder,
            Map.of(
                "site-config.yml",
                "language: fr",
                "templates/messages/fr.yml",
                "base: {title: Incidents du site}",
                "incidents/INC-2024-0001.md",
                REPORT));
    assertEquals("Incidents du site", home.title());
    assertEquals("Latest incidents", home.selectFirst("#ui-latest").text());
  }
}
