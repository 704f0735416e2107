package dev.hindsight.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages load images from the hosts that the configuration names, and from no other.
class RemoteImagesTest {
  private static final String REPORT =
      """
      # INC-2024-0001: Queue stuck

      ![a](https://a.example/x.png "The title")
      <img src="https://a.example/y.png?b=1&amp;c=2" alt="" width="20" onload="x()">
      [![l](https://a.example/l.png)](https://example.com)
      ![http](http://a.example/x.png)
      ![b](https://b.example/x.png)
      """;

  @TempDir private Path folder;

  private MemoryOutput site(String config) throws IOException {
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", REPORT, "site-config.yml", config));
    return Sites.built(folder);
  }

  private static Document page(MemoryOutput site, String path) {
    return Jsoup.parse(Sites.text(site, path));
  }

  @Test
  void imagesOfAllowedHostsAreShown() throws IOException {
    MemoryOutput site = site("images: {allow: [a.example]}");
    Document page = page(site, "incidents/INC-2024-0001.html");
    assertEquals(3, page.select("main img").size());
    for (Element image : page.select("main img")) {
      assertTrue(image.attr("src").startsWith("https://a.example/"), image.outerHtml());
      assertEquals("no-referrer", image.attr("referrerpolicy"));
      assertEquals("lazy", image.attr("loading"));
      assertFalse(image.hasAttr("onload"));
    }
    assertEquals("The title", page.selectFirst("main img").attr("title"));
    assertEquals("20", page.select("main img").get(1).attr("width"));
    assertEquals(
        "https://a.example/y.png?b=1&c=2", page.select("main a.zoom img").get(1).attr("src"));
    assertEquals(
        "https://example.com",
        page.select("main a:not(.zoom) > img").parents().first().attr("href"));
    assertEquals(
        "[a.example, b.example]", page.select(".remote-image").eachAttr("data-host").toString());
  }

  @Test
  void everyPageAllowsExactlyTheseHosts() throws IOException {
    MemoryOutput site = site("images: {allow: [a.example, c.example]}");
    for (String path : site.files().keySet()) {
      if (path.endsWith(".html")) {
        String policy = page(site, path).select("meta[http-equiv]").attr("content");
        String expected = path.startsWith("embed/") ? "" : " https://a.example https://c.example";
        if (!policy.isEmpty() && policy.contains("default-src")) {
          assertTrue(policy.contains("img-src 'self' data:" + expected + ";"), path + policy);
        }
      }
    }
  }

  @Test
  void withoutConfigurationNoneIs() throws IOException {
    MemoryOutput site = site("");
    assertEquals(0, page(site, "incidents/INC-2024-0001.html").select("main img").size());
    assertFalse(
        page(site, "index.html").select("meta[http-equiv]").attr("content").contains("https:"));
  }
}
