package dev.hindsight.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the heads of pages say to search engines, feed readers and chats.
class HeadTest {
  private static final Map<String, String> REPORT =
      Map.of(
          "incidents/INC-2024-0001.md",
          """
          ---
          date: 2024-04-02
          severity: SEV2
          systems: [Search & Find]
          title: '"Disk" <full>'
          ---
          ## Resolution
          1. Deleted the logs of `<old>` & "done" hosts
          """);

  @TempDir Path folder;

  private Document page(String config, String path) {
    Sites.write(folder, Map.of("site-config.yml", config));
    MemoryOutput site = Sites.built(Sites.write(folder, REPORT));
    return Jsoup.parse(Sites.text(site, path), "https://example.com/" + path);
  }

  private static String meta(Document page, String name) {
    return page.select("meta[name=%s], meta[property=%s]".formatted(name, name)).attr("content");
  }

  @Test
  void anIncidentIsDescribedByWhatFixedIt() {
    Document page = page("title: Ours", "incidents/INC-2024-0001.html");
    assertEquals(
        "SEV2, 2 Apr 2024, Search & Find. What fixed it: Deleted the logs of <old> & \"done\""
            + " hosts",
        meta(page, "description"));
    assertEquals(meta(page, "description"), meta(page, "og:description"));
    assertEquals("INC-2024-0001: \"Disk\" <full> · Ours", meta(page, "og:title"));
    assertEquals("article", meta(page, "og:type"));
    assertEquals("Ours", meta(page, "og:site_name"));
  }

  @Test
  void aSystemIsDescribedByItsIncidentsAndHasItsOwnFeed() {
    Document page = page("title: Ours", "systems/search-find.html");
    assertEquals(
        "1 incident in Search & Find, latest 2 Apr 2024: \"Disk\" <full>",
        meta(page, "description"));
    assertEquals("website", meta(page, "og:type"));
    assertEquals(
        "[https://example.com/feed.xml, https://example.com/systems/search-find.xml]",
        page.select("link[type=application/atom+xml]").eachAttr("abs:href").toString());
  }

  @Test
  void onlyAPublicSiteMayBeIndexed() {
    assertEquals("noindex", meta(page("title: Ours", "index.html"), "robots"));
    assertEquals("", meta(page("public: true", "index.html"), "robots"));
  }

  @Test
  void onlyASiteWithAnAddressHasCanonicalLinks() {
    Document without = page("title: Ours", "index.html");
    assertTrue(without.select("link[rel=canonical], link[rel=search]").isEmpty());
    assertEquals("", meta(without, "og:url"));
    Document with = page("url: https://wiki.example/inc", "incidents/index.html");
    assertEquals("https://wiki.example/inc/incidents/index.html", meta(with, "og:url"));
    assertEquals(meta(with, "og:url"), with.select("link[rel=canonical]").attr("href"));
    assertEquals(
        "https://example.com/opensearch.xml", with.select("link[rel=search]").attr("abs:href"));
  }

  @Test
  void everyPageOfTheSampleSiteHasAShortDescription() {
    Sites.sample()
        .files()
        .forEach((path, bytes) -> {
          if (path.endsWith(".html") && !path.startsWith("embed/")) {
            Document page = Jsoup.parse(Sites.text(Sites.sample(), path));
            assertFalse(meta(page, "description").isBlank(), path);
            assertTrue(meta(page, "description").length() <= 200, path);
            assertTrue(meta(page, "og:title").endsWith("Harbourline incidents"), path);
          }
        });
  }
}
