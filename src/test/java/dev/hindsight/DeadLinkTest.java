package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.MemoryOutput;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No link of a whole site leads nowhere, none is absolute, and no address within a page is given
/// twice.
class DeadLinkTest {
  /// Pages that a host shows in the place of others.
  private static final Set<String> AT_ANY_ADDRESS = Set.of("404.html", "offline.html");

  @Test
  void everyLinkOfTheSampleSiteLeadsSomewhere() {
    assertEquals(List.of(), deadLinks(Sites.sample()));
  }

  @Test
  void everyLinkOfAGeneratedSiteLeadsSomewhere(@TempDir Path folder) {
    assertEquals(List.of(), deadLinks(Sites.built(Sites.write(folder, Reports.site(120, 3)))));
  }

  @Test
  void noPageUsesAnAnchorTwice() {
    pages(Sites.sample())
        .forEach((path, page) -> {
          Set<String> seen = new HashSet<>();
          page.select("[id]")
              .forEach(element -> assertTrue(seen.add(element.id()), path + "#" + element.id()));
        });
  }

  @Test
  void theInventoryNamesOnlyAnchorsThatExist() {
    Map<String, Document> pages = pages(Sites.sample());
    Set<String> ids = new HashSet<>();
    pages.forEach(
        (path, page) -> page.select("[id]").forEach(element -> ids.add(path + "#" + element.id())));
    String inventory = Sites.text(Sites.sample(), "incidents.json");
    List<String> missing = new ArrayList<>();
    int checked = 0;
    for (String entry : inventory.split("\"url\":\"")) {
      int quote = entry.indexOf('"');
      int anchors = entry.indexOf("\"anchors\":[");
      if (quote < 0 || anchors < 0) {
        continue;
      }
      String list = entry.substring(anchors, entry.indexOf(']', anchors));
      for (String anchor : list.replaceAll(".*\\[", "").split(",")) {
        checked++;
        String address = entry.substring(0, quote) + "#" + anchor.strip().replace("\"", "");
        if (!ids.contains(address)) {
          missing.add(address);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(checked > 200, "only " + checked + " anchors checked");
  }

  private static Map<String, Document> pages(MemoryOutput site) {
    Map<String, Document> pages = new HashMap<>();
    site.files()
        .forEach((path, bytes) -> {
          if (path.endsWith(".html")) {
            pages.put(path, Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)));
          }
        });
    return pages;
  }

  private static List<String> deadLinks(MemoryOutput site) {
    Map<String, Document> pages = pages(site);
    List<String> dead = new ArrayList<>();
    int checked = 0;
    for (Map.Entry<String, Document> page : pages.entrySet()) {
      for (Element element : page.getValue().select("[href], [src], [action]")) {
        for (String name : List.of("href", "src", "action")) {
          String link = element.attr(name);
          if (!element.hasAttr(name) || link.matches("https?:.*|mailto:.*")) {
            continue;
          }
          checked++;
          if (!leadsSomewhere(link, page.getKey(), site, pages)) {
            dead.add(page.getKey() + " -> " + link);
          }
        }
      }
    }
    assertTrue(checked > 1000, "only " + checked + " links checked");
    return dead;
  }

  private static boolean leadsSomewhere(
      String link, String from, MemoryOutput site, Map<String, Document> pages) {
    boolean isAbsolute = link.startsWith("/") && !AT_ANY_ADDRESS.contains(from);
    if (isAbsolute || link.isEmpty()) {
      return false;
    }
    URI target = URI.create("site:/" + from).resolve(link);
    String path = URLDecoder.decode(target.getRawPath().substring(1), StandardCharsets.UTF_8);
    if (site.get(path) == null) {
      return false;
    }
    String anchor = target.getFragment();
    return anchor == null || pages.get(path).getElementById(anchor) != null;
  }
}
