package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of time and of numbers as built sites have them.
class TimelinePageTest {

  private static Document page(MemoryOutput site, String path) {
    return Jsoup.parse(Sites.text(site, path));
  }

  private static Document timeline(Path folder, Map<String, String> files) {
    return page(Sites.built(Sites.write(folder, files)), "timeline.html");
  }

  @Test
  void everyIncidentIsInTheListAndInTheDays() {
    Document page = page(Sites.sample(), "timeline.html");
    assertEquals(20, page.select(".by-time li").size());
    assertEquals(20, page.select("svg a:has(.day) title").size());
    assertTrue(page.select("svg a:has(.dot):not(:has(title))").isEmpty(), "all have a name");
  }

  @Test
  void aDayOfSeveralLeadsToItsPlaceInTheList(@TempDir Path folder) {
    Document page =
        timeline(
            folder,
            Map.of(
                "incidents/INC-2024-0001.md", "---\ndate: 2024-02-29\nseverity: SEV3\n---\n# One\n",
                "incidents/INC-2024-0002.md",
                    "---\ndate: 2024-02-29\nseverity: SEV1\n---\n# Two\n"));
    Element day = page.selectFirst("svg a:has(.day)");
    assertEquals("29 Feb 2024: 2 incidents, worst SEV1", day.selectFirst("title").text());
    assertEquals("#2024-02-29", day.attr("href"));
    assertEquals("One", page.getElementById("2024-02-29").selectFirst("a").text());
  }

  @Test
  void aMonthAloneHasNoSquareAndWhatHasNoDateComesLast(@TempDir Path folder) {
    Document page =
        timeline(
            folder,
            Map.of(
                "incidents/a.md", "---\ndate: 2024-03\n---\n# A month\n",
                "incidents/b.md", "---\ndate: 2021\n---\n# A year\n",
                "incidents/c.md", "# Some time\n"));
    assertTrue(page.select("svg a:has(.day)").isEmpty());
    assertTrue(page.text().contains("2 incidents are dated only to the month or year"));
    assertTrue(page.text().contains("2022 to 2023: no incidents"));
    assertEquals(
        List.of("A month", "A year", "Some time"), page.select(".by-time li a").eachText());
  }

  @Test
  void aTitleIsTextWhereverItStands(@TempDir Path folder) {
    MemoryOutput site =
        Sites.built(
            Sites.write(
                folder,
                Map.of(
                    "incidents/INC-2024-0001.md",
                    "---\ndate: 2024-02-29\nsystems: ['<i>\"']\n---\n# `</title><b>\"&`\n")));
    for (String path : List.of("timeline.html", "timeline/2024.html", "insights.html")) {
      Document page = page(site, path);
      assertTrue(
          page.select("main b, main i").stream().allMatch(one -> one.text().matches("\\d+")));
      assertTrue(page.text().contains("</title><b>\"&"), path);
    }
  }

  @Test
  void ofManyTheYearsHaveTheLists(@TempDir Path folder) {
    MemoryOutput site = Sites.built(Sites.write(folder, Reports.site(450, 4)));
    Document page = page(site, "timeline.html");
    assertTrue(page.select(".by-time li").isEmpty());
    int counted =
        page.select(".months td a").stream().mapToInt(cell -> Integer.parseInt(cell.text())).sum();
    assertEquals(450, counted);
    for (Element link : page.select(".months a, svg a[href^=timeline]")) {
      String[] to = link.attr("href").split("#");
      Document year = page(site, to[0]);
      assertFalse(to.length > 1 && year.getElementById(to[1]) == null, link.attr("href"));
    }
    assertEquals(
        450,
        site.files().keySet().stream()
            .filter(path -> path.startsWith("timeline/"))
            .mapToInt(path -> page(site, path).select(".by-time li").size())
            .sum());
  }

  @Test
  void fewerThanFiveTimesAreNotDrawn(@TempDir Path folder) {
    Document page =
        page(
            Sites.built(
                Sites.write(
                    folder, Map.of("incidents/a.md", "---\nduration: 20 minutes\n---\n# Once\n"))),
            "insights.html");
    assertTrue(page.text().contains("Fewer than 5 reports state this time"));
    assertTrue(page.select(".median").isEmpty());
  }

  @Test
  void timesHaveTheirMedianAndTheirNumber() {
    Document page = page(Sites.sample(), "insights.html");
    assertEquals(
        List.of("18 incidents", "16 incidents", "20 incidents"),
        page.select("[aria-labelledby=ui-times] h3 .count").eachText());
    assertEquals(54, page.select("[aria-labelledby=ui-times] svg a title").size());
    assertFalse(page.select(".median").isEmpty());
  }

  @Test
  void aSiteWithoutReportsSaysSo(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("incidents"));
    MemoryOutput site = Sites.built(Sites.write(folder, Map.of("site-config.yml", "")));
    assertTrue(page(site, "timeline.html").text().contains("There are no reports yet."));
    assertTrue(page(site, "insights.html").text().contains("No report says in which month"));
    assertTrue(page(site, "insights.html").select("svg.chart").isEmpty());
  }
}
