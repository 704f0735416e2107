package dev.hindsight.page.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.EnglishMessages;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Search engines, browsers and language models find what they look for, and no more than they may.
class WellKnownFilesTest {
  private static final String URL = "https://example.com/incidents/";
  private static final String REPORT = "# Disk full\n\n## Resolution\n\n1. Deleted logs\n";

  @TempDir Path folder;

  private MemoryOutput site(String config) {
    return Sites.built(
        Sites.write(
            folder,
            Map.of(
                "site-config.yml",
                config,
                "incidents/INC-2024-0001.md",
                REPORT,
                "incidents/INC-2024-0002.md",
                "---\ndraft: true\nsystems: [Hidden System]\n---\n# Nobody may know\n")));
  }

  @Test
  void blocksSearchEnginesUnlessTheSiteIsPublic() {
    assertEquals("User-agent: *\nDisallow: /\n", Sites.text(site("url: " + URL), "robots.txt"));
    assertEquals("User-agent: *\nAllow: /\n", Sites.text(site("public: true"), "robots.txt"));
    assertEquals(
        "User-agent: *\nAllow: /\n\nSitemap: " + URL + "sitemap.xml\n",
        Sites.text(site("public: true\nurl: " + URL), "robots.txt"));
  }

  @Test
  void aSiteWithoutAnAddressHasNothingThatNeedsOne() {
    MemoryOutput site = site("title: X");
    assertNull(site.get("sitemap.xml"));
    assertNull(site.get("opensearch.xml"));
    assertNotNull(site.get("llms.txt"));
  }

  @Test
  void theSitemapHasEveryIncidentAndSystem() throws Exception {
    MemoryOutput site = Sites.sample();
    List<String> locations = locations(site, "sitemap.xml");
    String url = "https://incidents.harbourline.example/";
    for (String location : locations) {
      assertTrue(location.startsWith(url), location);
      assertNotNull(site.get(location.substring(url.length())), location);
    }
    List<String> expected =
        site.files().keySet().stream()
            .filter(path ->
                path.matches(
                    "(index|actions|timeline|insights)\\.html|(incidents|systems)/.*\\.html"))
            .filter(path -> !path.contains("INC-2023-0017")) // nobody has written it up
            .filter(path -> !Sites.text(site, path).contains("data-moved"))
            .map(path -> url + path)
            .toList();
    assertEquals(expected, locations.stream().sorted().toList());
    assertTrue(
        Sites.text(site, "sitemap.xml")
            .contains(
                "<loc>"
                    + url
                    + "incidents/INC-2024-0112.html</loc>\n<lastmod>2024-04-02</lastmod>"));
  }

  @Test
  void theSitemapOmitsUnknownDays() {
    Sites.write(folder, Map.of("incidents/old.md", "---\ndate: 2019-05\n---\n# Old\n"));
    MemoryOutput site = new MemoryOutput();
    Sitemap.write(URL, Sites.knowledge(folder), site);
    assertFalse(Sites.text(site, "sitemap.xml").contains("2019"));
  }

  @Test
  void aLargeSitemapIsAnIndexOfSmallOnes() throws Exception {
    Sites.write(folder, Reports.site(20, 1));
    MemoryOutput whole = new MemoryOutput();
    Sitemap.write(URL, Sites.knowledge(folder), whole);
    MemoryOutput parts = new MemoryOutput();
    Sitemap.write(URL, Sites.knowledge(folder), parts, 10);
    List<String> together = new ArrayList<>();
    for (String part : locations(parts, "sitemap.xml")) {
      List<String> some = locations(parts, part.substring(URL.length()));
      assertTrue(some.size() <= 10 && !some.isEmpty(), part);
      together.addAll(some);
    }
    assertEquals(locations(whole, "sitemap.xml"), together);
    assertEquals("sitemapindex", xml(parts, "sitemap.xml").getDocumentElement().getLocalName());
    assertEquals(1 + (together.size() + 9) / 10, parts.files().size());
  }

  @Test
  void aBrowserCanSearchTheSite() throws Exception {
    MemoryOutput site = site("title: 'Incidents of <Harbourline> & Sons'\nurl: " + URL);
    Element root = xml(site, "opensearch.xml").getDocumentElement();
    String name = root.getElementsByTagNameNS("*", "ShortName").item(0).getTextContent();
    assertEquals("Incidents of…", name);
    Element address = (Element) root.getElementsByTagNameNS("*", "Url").item(0);
    assertEquals(URL + "search.html?q={searchTerms}", address.getAttribute("template"));
    String icon = root.getElementsByTagNameNS("*", "Image").item(0).getTextContent();
    assertNotNull(site.get(icon.substring(URL.length())), icon);
  }

  @Test
  void languageModelsGetAListOfReports() {
    MemoryOutput site = Sites.sample();
    String text = Sites.text(site, "llms.txt");
    assertTrue(text.startsWith("# Harbourline incidents\n\n> Reports of 20 incidents in "), text);
    Node document = Parser.builder().build().parse(text);
    assertEquals(
        List.of("Harbourline incidents", "Incidents", "Systems", "Data"), headings(document));
    List<Link> links = links(document);
    assertEquals(20 + 14 + 2, links.size());
    links.forEach(link -> assertNotNull(site.get(link.getDestination()), link.getDestination()));
    assertTrue(
        text.contains("(incidents/INC-2024-0112.md): 2024-04-02, SEV2, Production Database"));
  }

  @Test
  void noTitleBreaksTheListForLanguageModels() {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md",
            "---\ntitle: \"a `b](http://evil.example) [c\\\\\"\n---\n## Resolution\n\n1. d \\` e\n",
            "incidents/INC-2024-0002.md",
            "---\ntitle: \"<a title='\"\nsystems: [\"]( \\u2028# x\"]\n---\n"));
    MemoryOutput site = Sites.built(folder);
    Node document = Parser.builder().build().parse(Sites.text(site, "llms.txt"));
    List<Link> links = links(document);
    assertEquals(2 + 1 + 2, links.size());
    links.forEach(link -> assertNotNull(site.get(link.getDestination()), link.getDestination()));
    assertEquals("INC-2024-0001: a `b](http://evil.example) [c\\", words(links.getFirst()));
    assertEquals(List.of("Incidents", "Incidents", "Systems", "Data"), headings(document));
  }

  @Test
  void aLongListForLanguageModelsEndsWithALinkToTheRest() {
    Sites.write(folder, Reports.site(502, 1));
    String text =
        new String(
            LlmsText.of("X", Sites.knowledge(folder), EnglishMessages.all()),
            StandardCharsets.UTF_8);
    assertEquals(500, text.lines().filter(line -> line.startsWith("- [INC-")).count());
    assertTrue(text.contains("\n- [2 older incidents](incidents.json): list of all incidents\n"));
  }

  @Test
  void noFileMentionsADraft() {
    site("public: true\nurl: " + URL)
        .files()
        .forEach((path, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          assertFalse(text.contains("Nobody may know") || text.contains("Hidden System"), path);
        });
  }

  private static List<String> locations(MemoryOutput site, String path) throws Exception {
    var found = xml(site, path).getElementsByTagNameNS("*", "loc");
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> URI.create(found.item(i).getTextContent()).toString())
        .toList();
  }

  private static Document xml(MemoryOutput site, String path) throws Exception {
    assertNotNull(site.get(path), path);
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(site.get(path)));
  }

  private static List<Link> links(Node document) {
    List<Link> links = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            links.add(link);
          }

          @Override
          public void visit(HtmlInline html) {
            throw new AssertionError(html.getLiteral());
          }
        });
    return links;
  }

  private static List<String> headings(Node document) {
    List<String> headings = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            headings.add(words(heading));
          }
        });
    return headings;
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }
        });
    return words.toString();
  }
}
