package dev.hindsight.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What code writes onto pages and into files follows the language of the site.
class LanguageTest {
  private static final String GERMAN =
      """
      common:
        incidents: {one: "{0} Vorfall", other: "{0} Vorfälle"}
        systems: {one: "{0} System", other: "{0} Systeme"}
      dates:
        day: "{0}. {1} {2}"
        quarter: "{0}. Quartal"
        years: "{0} bis {1}"
        length-hours: "{0} Std."
        length-minutes: "{0} Min."
      chart:
        no-report: kein Bericht
        no-date: ohne Datum
        no-severity: ohne Schweregrad
        day-of-one: "{0}: {1}, {2}"
        unrelated: Ohne Bezug dazu
        related: Untereinander verbunden
        neighbor: {linked: verlinkt, links: verlinkt dies}
        state: {detected: erkannt}
      insights-words:
        time-to-resolve: Zeit bis zur Behebung
        gap: {owner: Offene Maßnahmen ohne Zuständige}
      description:
        fix: "Was geholfen hat: {0}"
        system-dated:
          one: "{0} Vorfall in {1}, zuletzt {2}: {3}"
          other: "{0} Vorfälle in {1}, zuletzt {2}: {3}"
      feed:
        fix_html: "<b>Was geholfen hat:</b> {0}"
        search: "{0} durchsuchen"
        incidents: Vorfälle
        summary: "Berichte über {0} in {1}."
        fixed-by: "behoben durch: {0}"
      """;

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
                    "templates/messages/de.yml",
                    GERMAN,
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
    assertTrue(incident.contains("1 Std. 25 Min."), incident);
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
    assertTrue(llms.contains("> Berichte über 2 Vorfälle in 1 System."), llms);
    assertTrue(llms.contains("## Vorfälle\n"), llms);
    assertTrue(llms.contains("behoben durch: Logs gelöscht"), llms);
    assertTrue(Sites.text(site, "opensearch.xml").contains(" durchsuchen</Description>"));
  }
}
