package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hindsight.site.MemoryOutput;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Images that a report contains as data become files of the site.
class EmbeddedImageTest {
  private static final byte[] IMAGE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
  private static final String DATA =
      "data:image/png;base64," + Base64.getEncoder().encodeToString(IMAGE);

  @TempDir private Path folder;

  private MemoryOutput site(String markdown) {
    return Sites.built(
        Sites.write(folder, Map.of("incidents/INC-2024-0001.md", "# Winch bent\n\n" + markdown)));
  }

  private static Document page(MemoryOutput site) {
    return Jsoup.parse(Sites.text(site, "incidents/INC-2024-0001.html"));
  }

  @Test
  void becomesAFileWithTheSameBytes() {
    MemoryOutput site =
        site("![The winch][image1] <img src=\"" + DATA + "\">\n\n[image1]: <" + DATA + ">\n");
    assertEquals(2, page(site).select("main img").size());
    for (Element image : page(site).select("main img")) {
      assertArrayEquals(IMAGE, site.get(image.attr("src").replace("../", "")));
    }
    assertFalse(page(site).outerHtml().contains("base64"));
  }

  @Test
  void publishesOnlyImages() {
    Document page =
        page(site("![The winch](data:text/html;base64,QUJD) ![a](data:image/png;base64,Q)\n"));
    assertEquals(0, page.select("main img").size());
    assertEquals("The winch a", page.selectFirst("main .prose p").text());
    assertFalse(page.outerHtml().contains("base64"));
  }
}
