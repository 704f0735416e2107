package dev.hindsight.page.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.WireFeedInput;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.model.Incident;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.MemoryOutput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Feed readers understand the feeds, and show each incident once.
class FeedsTest {
  private static final String HOSTILE =
      "<script>alert(1)</script> ]]> &amp; \\x01\\x1B\\uFFFE 🔥 \\\"quoted\\\" 障害";

  @TempDir Path folder;

  @Test
  void listsTheNewestIncidentsFirst() throws Exception {
    MemoryOutput site = Sites.sample();
    Feed feed = read(site, "feed.xml");
    assertEquals("Harbourline incidents", feed.getTitle());
    assertEquals("https://incidents.harbourline.example/feed.xml", self(feed));
    List<Entry> entries = entries(feed);
    assertEquals(
        Sites.knowledge(Path.of(".")).incidents().stream()
            .map(incident -> incident.id() + ": " + incident.title())
            .toList(),
        entries.stream().map(Entry::getTitle).toList());
    assertEquals(
        entries.stream().sorted(Comparator.comparing(Entry::getPublished).reversed()).toList(),
        entries);
    assertEquals(
        entries.stream().map(Entry::getUpdated).max(Comparator.naturalOrder()).orElseThrow(),
        feed.getUpdated());
  }

  @Test
  void anEntrySaysWhatTheReportDoes() throws Exception {
    Entry entry =
        entries(read(Sites.sample(), "systems/production-database.xml")).stream()
            .filter(one -> one.getTitle().startsWith("INC-2024-0112"))
            .findFirst()
            .orElseThrow();
    Incident incident =
        Sites.knowledge(Path.of(".")).incidents().stream()
            .filter(one -> one.id().value().equals("INC-2024-0112"))
            .findFirst()
            .orElseThrow();
    assertEquals(incident.summary(), entry.getSummary().getValue());
    assertEquals(incident.authors(), entry.getAuthors().stream().map(SyndPerson::getName).toList());
    List<String> terms = entry.getCategories().stream().map(Category::getTerm).toList();
    assertTrue(
        terms.containsAll(List.of("production-database", "api-gateway", "sev2")), "" + terms);
    Document content = Jsoup.parse(entry.getContents().getFirst().getValue());
    assertTrue(content.text().contains("What fixed it: " + incident.fix().orElseThrow()));
    assertEquals(
        "https://incidents.harbourline.example/incidents/INC-2024-0112.html",
        content.selectFirst("a").attr("href"));
  }

  @Test
  void everyFeedIsValidAndLinksToPages() throws Exception {
    MemoryOutput generated = Sites.built(Sites.write(folder, Reports.site(240, 3)));
    assertEquals(50, entries(read(generated, "feed.xml")).size());
    assertEquals(50, entries(read(generated, "systems/search.xml")).size());
    assertTrue(feeds(generated) >= 7 && feeds(Sites.sample()) >= 14);
  }

  /// Reads all feeds of a site, and checks what holds for every feed.
  private static int feeds(MemoryOutput site) throws Exception {
    int count = 0;
    for (String path : site.files().keySet()) {
      if (!path.matches("feed\\.xml|systems/.*\\.xml")) {
        continue;
      }
      count++;
      assertNotNull(parse(site.get(path)));
      Feed feed = read(site, path);
      URI base = URI.create("https://incidents.harbourline.example/" + Addresses.encode(path));
      assertEquals(base, base.resolve(self(feed)), path);
      HashSet<String> ids = new HashSet<>(List.of(feed.getId()));
      for (Entry entry : entries(feed)) {
        assertTrue(entry.getId().startsWith("urn:uuid:") && ids.add(entry.getId()), entry.getId());
        assertFalse(entry.getUpdated().before(entry.getPublished()), entry.getTitle());
        String link = entry.getAlternateLinks().getFirst().getHref();
        assertNotNull(site.get(base.resolve(link).getPath().substring(1)), path + " -> " + link);
      }
    }
    return count;
  }

  @Test
  void hostileTextStaysText() throws Exception {
    Sites.write(
        folder,
        Map.of(
            "site-config.yml",
            "title: \"" + HOSTILE + "\"\nsystems: [\"" + HOSTILE + "\"]\n",
            "incidents/INC-2024-0001.md",
            "---\ntitle: \"%s\"\nauthors: [\"%s\"]\nsystems: [\"%s\"]\nseverity: \"%s\"\n---\n"
                    .replace("%s", HOSTILE)
                + "## Summary\n\n`<script>alert(2)</script> ]]>` &lt;img src=x onerror=y&gt;\n\n"
                + "## Resolution\n\n1. `<script>alert(3)</script> ]]>`\n"));
    MemoryOutput site = Sites.built(folder);
    assertEquals(2, feeds(site));
    Entry entry = entries(read(site, "feed.xml")).getFirst();
    assertTrue(entry.getTitle().contains("<script>alert(1)</script> ]]>"), entry.getTitle());
    assertTrue(entry.getTitle().contains("🔥 \"quoted\" 障害"), entry.getTitle());
    Document content = Jsoup.parse(entry.getContents().getFirst().getValue());
    assertEquals("html", entry.getContents().getFirst().getType());
    assertTrue(content.select("script, img").isEmpty(), content.html());
    assertTrue(content.text().contains("<script>alert(3)</script> ]]>"), content.text());
  }

  @Test
  void theIdStaysWhenTitleDateAndTextChange() throws Exception {
    String before = id("one", "---\ndate: 2024-04-02\n---\n# One thing\n\nShort.\n");
    String after = id("two", "---\ndate: 2025-01-01\nseverity: SEV1\n---\n# Another\n\nLong.\n");
    assertEquals(before, after);
    Sites.write(folder.resolve("three"), Map.of("site-config.yml", "title: Another site\n"));
    assertNotEquals(before, id("three", "# One thing\n"));
  }

  private String id(String site, String report) throws Exception {
    Path source = Sites.write(folder.resolve(site), Map.of("incidents/INC-2024-0001.md", report));
    return entries(read(Sites.built(source), "feed.xml")).getFirst().getId();
  }

  @Test
  void anIncompleteDateBecomesItsFirstInstant() throws Exception {
    Sites.write(
        folder,
        Map.of(
            "incidents/day.md",
            "---\ndate: 2024-04-02\nresolved: 2024-04-03T10:30+02:00\n---\n# Day\n",
            "incidents/month.md",
            "---\ndate: 2024-03\nresolved: 2024\n---\n# Month\n",
            "incidents/never.md",
            "# Never\n"));
    String feed = Sites.text(Sites.built(folder), "feed.xml").replace("\n", "");
    assertTrue(
        feed.matches(
            ".*<updated>2024-04-03T08:30:00Z</updated>.*<entry>"
                + ".*<title>day: Day</title>.*<updated>2024-04-03T08:30:00Z</updated>"
                + "<published>2024-04-02T00:00:00Z</published>"
                + ".*<title>month: Month</title>.*<updated>2024-03-01T00:00:00Z</updated>"
                + "<published>2024-03-01T00:00:00Z</published>"
                + ".*<title>never: Never</title>.*<updated>1970-01-01T00:00:00Z</updated>"
                + "<published>1970-01-01T00:00:00Z</published>.*"),
        feed);
  }

  @Test
  void aSystemWithoutIncidentsHasAnEmptyFeed() throws Exception {
    Sites.write(folder, Map.of("site-config.yml", "systems: [Quiet]\n", "incidents/a.md", "# A\n"));
    Feed feed = read(Sites.built(folder), "systems/quiet.xml");
    assertEquals("Quiet - Incidents", feed.getTitle());
    assertEquals(List.of(), feed.getEntries());
    assertEquals(0, feed.getUpdated().getTime());
  }

  private static String self(Feed feed) {
    return feed.getOtherLinks().stream()
        .filter(link -> link.getRel().equals("self"))
        .findFirst()
        .orElseThrow()
        .getHref();
  }

  private static List<Entry> entries(Feed feed) {
    return feed.getEntries();
  }

  private static Feed read(MemoryOutput site, String path) throws Exception {
    return (Feed) new WireFeedInput().build(new StringReader(Sites.text(site, path)));
  }

  private static org.w3c.dom.Document parse(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }
}
