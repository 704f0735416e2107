package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.hindsight.Sites;
import dev.hindsight.build.Options;
import dev.hindsight.build.SiteBuilder;
import dev.hindsight.build.SiteSource;
import dev.hindsight.serve.Changes;
import dev.hindsight.serve.LiveSite;
import dev.hindsight.serve.SiteServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An author with the editor on one side and the browser on the other.
class LiveBrowserTest {
  private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 1));

  @Test
  void aSavedReportIsShownWhereItsAuthorWasReading(@TempDir Path folder) throws Exception {
    String text = "# Queue stuck\n\n" + "Another line of a long report.\n\n".repeat(80);
    Sites.write(
        folder,
        Map.of("incidents/INC-2024-0001.md", text, "incidents/INC-2024-0002.md", "# Disk full\n"));
    Path incidents = folder.resolve("incidents");
    Path report = incidents.resolve("INC-2024-0001.md");
    try (SiteServer server = new SiteServer(0);
        LiveSite site =
            new LiveSite(
                new SiteBuilder(new SiteSource(folder), OPTIONS),
                server,
                incidents,
                _ -> {},
                fault -> {
                  throw new AssertionError(fault);
                });
        Changes changes = new Changes(List.of(incidents));
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
}
