package dev.hindsight.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.site.MemoryOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a report has in it, another parser finds nothing in its pages that could run, load or
/// lead to where nobody wants to go.
class InertPagesTest {
  private static final int REPORTS = Soak.size(100, 400, 2_000);
  private static final int EACH = 40;

  @TempDir Path folder;

  @Test
  void thousandsOfAttacksAreRemoved() {
    // Of each report 40 in its text and 14 in its front matter.
    assertTrue(REPORTS * (EACH + 14) >= 5_000);
    Vectors.write(folder, Soak.SEED, REPORTS, EACH);
    MemoryOutput site = new MemoryOutput();
    Sites.build(folder, site);
    List<String> pages =
        site.files().keySet().stream().filter(path -> path.endsWith(".html")).sorted().toList();
    assertTrue(pages.size() > 2 * REPORTS, pages.size() + " pages");
    List<String> unsafe =
        pages.parallelStream()
            .flatMap(page ->
                Judge.unsafe(new String(site.get(page), StandardCharsets.UTF_8)).stream()
                    .map(found -> page + ": " + found))
            .limit(20)
            .toList();
    assertEquals(List.of(), unsafe, "seed " + Soak.SEED);
  }

  @Test
  void theSampleSiteIsSafe() {
    MemoryOutput site = Sites.sample();
    List<String> unsafe =
        site.files().keySet().stream()
            .filter(path -> path.endsWith(".html"))
            .flatMap(
                page -> Judge.unsafe(new String(site.get(page), StandardCharsets.UTF_8)).stream())
            .distinct()
            .toList();
    assertEquals(List.of(), unsafe);
  }

  /// Pages for frames have no scripts, so they need no Trusted Types.
  @Test
  void everyPageHasAPolicy() {
    MemoryOutput site = Sites.sample();
    for (String path : site.files().keySet()) {
      if (path.endsWith(".html")) {
        Document page = Jsoup.parse(new String(site.get(path), StandardCharsets.UTF_8));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertTrue(policy.startsWith("default-src 'none';"), path + ": " + policy);
        assertTrue(
            page.select("script").isEmpty()
                || policy.contains("require-trusted-types-for 'script'"),
            path + ": " + policy);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x</script>",
        "<script src=https://evil.example/x.js></script>",
        "<script src=//evil.example/x.js></script>",
        "<img src=x onerror=x>",
        "<p/onclick=x>",
        "<a href=javascript:x>",
        "<a href=' java\nscript:x'>",
        "<a href=&#1;javascript:x>",
        "<a href=JaVaScRiPt&colon;x>",
        "<a href=//evil.example>",
        "<a href='\\\\evil.example'>",
        "<a href='/\\evil.example'>",
        "<a href=data:text/html,x>",
        "<img src=https://evil.example/x.png>",
        "<img srcset='x 1x, https://evil.example/x.png 2x'>",
        "<img srcset='x,//evil.example/x.png'>",
        "<img src=data:image/svg+xml,x>",
        "<p style=x>",
        "<style>x</style>",
        "<iframe>",
        "<svg><script>x</script></svg>",
        "<svg><use href=#x></svg>",
        "<svg><animate to=x></svg>",
        "<math>",
        "<object>",
        "<base href=/>",
        "<body><meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<head><meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<head><meta http-equiv=refresh content='0;url=//evil.example'>",
        "<body><p><link rel=stylesheet href=x>",
        "<form action=javascript:x>",
        "<button formaction=x>",
        "<video autoplay>",
        "<video onplay=x>",
        "<video src=https://evil.example/x.mp4>",
        "<video poster=//evil.example/x.png>",
        "<audio><source src=javascript:x>",
        "<video><track src=data:text/vtt,x>",
        "<picture><source srcset=//evil.example/x.png>",
        "<x-custom>",
        "<!-- x -->",
        "<a ping=x>"
      })
  void theJudgeFindsWhatIsUnsafe(String page) {
    assertFalse(Judge.unsafe("<!doctype html><p>a" + page).isEmpty());
  }

  @Test
  void theTestAcceptsSafeMarkup() {
    assertEquals(
        List.of(),
        Judge.unsafe(
            "<!doctype html><head><script defer src=\"../assets/site.js\"></script></head>"
                + "<p id=a class=b>a <a href=\"https://x.example/?a=javascript:b\">b</a>"
                + "<a href=\"../incidents/a.html#b\">c</a><img src=\"../attachments/a.png\">"
                + "<audio controls preload=metadata><source src=\"../attachments/a.mp3\"></audio>"
                + "<picture><source srcset=\"../attachments/a.png 1x, b.png 2x\"></picture>"));
  }
}
