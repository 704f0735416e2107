package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.hindsight.Sites;
import dev.hindsight.pipeline.BuildOptions;
import dev.hindsight.pipeline.SiteBuilder;
import dev.hindsight.serve.BuildPause;
import dev.hindsight.serve.FileWatcher;
import dev.hindsight.serve.LiveSite;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An author with the editor on one side and the browser on the other.
class LiveBrowserTest {
  private static final BuildOptions OPTIONS = BuildOptions.on(LocalDate.of(2026, 11, 1));

  @Test
  void aSavedReportIsReloadedAtTheSamePosition(@TempDir Path folder) throws Exception {
    String text = "# Queue stuck\n\n" + "Another line of a long report.\n\n".repeat(80);
    Sites.write(
        folder,
        Map.of("incidents/INC-2024-0001.md", text, "incidents/INC-2024-0002.md", "# Disk full\n"));
    Path incidents = folder.resolve("incidents");
    Path report = incidents.resolve("INC-2024-0001.md");
    BuildPause rests = new BuildPause(Progress.NONE);
    try (SiteServer server = new SiteServer(0);
        LiveSite site =
            new LiveSite(
                new SiteBuilder(new SiteSource(folder), OPTIONS, rests),
                rests,
                server,
                incidents,
                _ -> {},
                fault -> {
                  throw new AssertionError(fault);
                });
        FileWatcher changes = new FileWatcher(List.of(incidents));
        Chromium chromium = new Chromium();
        Chromium.Tab tab = chromium.open()) {
      site.build();
      Thread.ofVirtual()
          .start(() -> {
            try {
              while (true) {
                site.changed(changes.next());
              }
            } catch (InterruptedException over) {
              Thread.currentThread().interrupt();
            }
          });
      Page page = tab.page();
      page.navigate("http://" + server.address() + "/incidents/INC-2024-0001.html");
      page.evaluate("scrollTo(0, 900)");
      page.waitForCondition(() -> page.evaluate("scrollY").equals(900));

      Files.writeString(report, text + "The last line.\n");
      assertThat(page.getByText("The last line.")).hasCount(1);
      page.waitForCondition(() -> page.evaluate("scrollY").equals(900));

      Files.writeString(report, "---\nid: INC-2024-0002\n---\n" + text);
      assertThat(page.locator("#hindsight-live")).containsText("INC-2024-0002");
      assertThat(page.locator("#hindsight-live")).isVisible();
      assertTrue(page.getByText("The last line.").count() == 1, "the last good page stays");
      page.getByText("Close").click();
      assertThat(page.locator("#hindsight-live")).hasCount(0);

      Files.writeString(report, text + "Mended.\n");
      assertThat(page.getByText("Mended.")).hasCount(1);
      assertThat(page.locator("#hindsight-live")).hasCount(0);
      assertEquals(List.of(), tab.troubles());
    }
  }

  /// No whole build is made here but the first.
  @Test
  void anOpenSearchFindsASavedReport(@TempDir Path folder) throws Exception {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md", "# Queue stuck\n\nIt was stuck.\n",
            "incidents/INC-2024-0002.md", "# Disk full\n\nIt was full.\n",
            "incidents/INC-2024-0003.md", "# Image missing\n\nIt is missing.\n"));
    SiteBuilder builder = new SiteBuilder(new SiteSource(folder), OPTIONS);
    try (SiteServer server = new SiteServer(0);
        Chromium chromium = new Chromium();
        Chromium.Tab search = chromium.open();
        Chromium.Tab report = chromium.open()) {
      MemoryOutput site = new MemoryOutput();
      builder.build(site);
      server.show(site);
      Page page = search.page();
      page.navigate("http://" + server.address() + "/search.html?q=kaleidoscopic+consumers");
      assertThat(page.locator("#ui-search-status")).containsText("No incidents match");
      page.evaluate("window.isTheSame = true");
      Page other = report.page();
      other.navigate("http://" + server.address() + "/incidents/INC-2024-0003.html");
      other.keyboard().press("/");
      assertThat(other.locator("dialog.palette")).isVisible();
      other.keyboard().type("kaleidoscopic");
      assertThat(other.locator("dialog .status")).containsText("No incidents match");

      save(
          folder, "INC-2024-0001", "# Queue stuck\n\nA kaleidoscopic consumer.\n", builder, server);
      assertThat(page.locator(".result")).hasCount(1);
      assertThat(page.locator(".result-text mark").first()).hasText("kaleidoscopic");
      assertThat(other.locator("dialog .result")).containsText("INC-2024-0001");

      save(folder, "INC-2024-0002", "# Disk full\n\nKaleidoscopic, too.\n", builder, server);
      assertThat(page.locator(".result")).hasCount(2);
      save(folder, "INC-2024-0001", "# A bewildered consumer\n", builder, server);
      assertThat(page.locator("#ui-search-status")).containsText("2 incidents with some");
      assertThat(page.locator("#ui-search-results")).containsText("A bewildered consumer");
      assertThat(page.locator("#ui-search-query")).hasValue("kaleidoscopic consumers");
      assertEquals(true, page.evaluate("window.isTheSame"), "the page was not loaded anew");
      assertEquals(List.of(), search.troubles());
      assertEquals(List.of(), report.troubles());
    }
  }

  /// A browser opens six connections to a server at most.
  @Test
  void manyOpenTabsAreReloaded() throws Exception {
    try (SiteServer server = new SiteServer(0);
        Chromium chromium = new Chromium();
        Chromium.Tab tab = chromium.open()) {
      server.show(page("first"));
      List<Page> pages =
          new ArrayList<>(Stream.generate(() -> tab.page().context().newPage()).limit(8).toList());
      for (Page page : pages) {
        page.navigate("http://" + server.address() + "/");
        assertThat(page.locator("body")).hasText("first");
      }
      server.show(page("second"));
      for (Page page : pages) {
        assertThat(page.locator("body")).hasText("second");
      }
      // One of them was the one that listens.
      pages.subList(0, 4).forEach(Page::close);
      pages.subList(0, 4).clear();
      server.show(page("third"));
      for (Page page : pages) {
        assertThat(page.locator("body")).hasText("third");
      }
      assertEquals(List.of(), tab.troubles());
    }
  }

  private static MemoryOutput page(String text) {
    MemoryOutput site = new MemoryOutput();
    site.write("index.html", ("<head></head><body>" + text).getBytes(StandardCharsets.UTF_8));
    return site;
  }

  private static void save(
      Path folder, String id, String text, SiteBuilder builder, SiteServer server) {
    Sites.write(folder, Map.of("incidents/" + id + ".md", text));
    MemoryOutput pages = new MemoryOutput();
    assertTrue(builder.preview(id + ".md", pages).isPresent());
    assertTrue(pages.files().containsKey("search.json"));
    server.preview(pages, List.of());
  }
}
