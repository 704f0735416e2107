package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.hindsight.Sites;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a report shows beside words, in a real browser: images, code, diagrams, contents.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserTest {
  private SampleSite sample;

  @BeforeAll
  void start() throws IOException {
    sample = new SampleSite();
  }

  @AfterAll
  void stop() {
    sample.close();
  }

  private static void seesADiagram(Page page) {
    Locator image = page.locator(".diagram img");
    image.scrollIntoViewIfNeeded();
    assertThat(image).isVisible();
    assertTrue((int) image.evaluate("image => image.naturalWidth") > 100, "it is drawn");
    assertThat(page.locator("pre:has(.language-mermaid)")).isHidden();
    page.locator(".flip").click();
    assertThat(page.locator("pre:has(.language-mermaid)")).containsText("sequenceDiagram");
    assertThat(image).isHidden();
  }

  @Test
  void drawsADiagramWithoutOtherHosts() {
    try (Chromium.Tab tab = sample.open()) {
      tab.page().navigate(sample.http("incidents/INC-2024-0213.html"));
      seesADiagram(tab.page());
      assertEquals(List.of(), tab.troubles());
      assertTrue(
          tab.requests().stream()
              .allMatch(url -> url.matches("(" + sample.http("") + "|data:).*")));
    }
  }

  @Test
  void drawsADiagramFromDisk(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : Sites.sample().files().entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    try (Chromium.Tab tab = sample.open()) {
      tab.page().navigate("file://" + folder + "/incidents/INC-2024-0213.html");
      seesADiagram(tab.page());
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void aDiagramFollowsTheColorScheme() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("incidents/INC-2024-0213.html"));
      Locator image = page.locator(".diagram img");
      String light = image.getAttribute("src");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(image).not().hasAttribute("src", light);
    }
  }

  @Test
  void showsTheSourceOfADiagramWithoutScripts() {
    try (Chromium.Tab tab =
        sample.open(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      tab.page().navigate(sample.http("incidents/INC-2024-0213.html"));
      assertThat(tab.page().locator("pre:has(.language-mermaid)")).isVisible();
    }
  }

  @Test
  void aBrokenDiagramShowsAMessageAndItsSource(@TempDir Path folder) throws IOException {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md", "# Stuck\n\n```mermaid\npie\n  \"</svg>\": <b>3\n```\n"));
    try (SiteServer own = new SiteServer(0);
        Chromium.Tab tab = sample.open()) {
      own.show(Sites.built(folder));
      Page page = tab.page();
      page.navigate("http://127.0.0.1:" + own.port() + "/incidents/INC-2024-0001.html");
      assertThat(page.locator(".body .note")).containsText("could not be drawn");
      assertThat(page.locator("pre")).containsText("</svg>");
      assertEquals(List.of(), tab.troubles());
    }
  }

  /// Some 300 bytes of 1,600 arrows, which the library draws for minutes, if ever.
  private static String manyArrows() {
    String from = IntStream.range(0, 40).mapToObj(i -> "A" + i).collect(Collectors.joining(" & "));
    return mermaid("graph TD\n" + from + " --> " + from.replace('A', 'B'));
  }

  private static String messages(int count) {
    return mermaid("sequenceDiagram\n" + "A->>B: poll\n".repeat(count));
  }

  private static String mermaid(String diagram) {
    return "\n```mermaid\n" + diagram + "\n```\n";
  }

  private static MemoryOutput site(Path folder, String... diagrams) {
    String report = "# Stuck\n" + String.join("", diagrams);
    return Sites.built(Sites.write(folder, Map.of("incidents/INC-2024-0001.md", report)));
  }

  @Test
  void aDiagramThatTakesTooLongDoesNotStopThePage(@TempDir Path folder) throws IOException {
    try (SiteServer own = new SiteServer(0);
        Chromium.Tab tab = sample.open()) {
      own.show(site(folder, manyArrows(), messages(3), mermaid("graph TD\n A --> B")));
      Page page = tab.page();
      page.navigate("http://127.0.0.1:" + own.port() + "/incidents/INC-2024-0001.html");
      assertThat(page.locator(".body .note")).containsText("large");
      assertThat(page.locator(".diagram img")).hasCount(2);
      assertThat(page.locator(".body .note")).hasCount(1);
      assertEquals(true, page.evaluate("hindsight.mermaid === undefined"), "a worker draws");
      page.getByText("Draw anyway").click();
      assertThat(page.getByText("Draw anyway")).isDisabled();
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void drawsOnlySmallDiagramsAutomaticallyFromDisk(@TempDir Path folder) throws IOException {
    MemoryOutput site = site(folder.resolve("source"), manyArrows(), messages(50), messages(50));
    for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
      Path target = folder.resolve("site").resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate("file://" + folder + "/site/incidents/INC-2024-0001.html");
      assertThat(page.locator(".diagram img")).hasCount(1);
      assertThat(page.getByText("Draw anyway")).hasCount(2);
      page.getByText("Draw anyway").last().click();
      assertThat(page.locator(".diagram img")).hasCount(2);
      assertThat(page.getByText("Draw anyway")).hasCount(1);
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void anImageReservesItsSpaceAndOpensInFull() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.navigate(sample.http("incidents/INC-2024-0112.html"));
      Locator link = page.locator("a.zoom");
      assertTrue(Integer.parseInt(link.locator("img").getAttribute("width")) > 100);
      assertTrue(Integer.parseInt(link.locator("img").getAttribute("height")) > 100);
      link.focus();
      page.keyboard().press("Enter");
      Locator dialog = page.locator("dialog.zoomed");
      assertThat(dialog.locator("img")).isVisible();
      page.keyboard().press("Escape");
      assertThat(dialog).hasCount(0);
      assertThat(link).isFocused();
      link.click();
      assertThat(dialog).isVisible();
      dialog.locator("button").click();
      assertThat(dialog).hasCount(0);
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void copiesCode() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      page.navigate(sample.http("incidents/INC-2024-0112.html"));
      Locator copy = page.locator(".code .copy").first();
      copy.focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".code [role=status]").first()).hasText("Copied");
      assertEquals(
          page.locator(".code code").first().textContent(),
          page.evaluate("() => navigator.clipboard.readText()"));
    }
  }

  @Test
  void theContentsHighlightTheCurrentSection() {
    try (Chromium.Tab tab =
        sample.open(new Browser.NewContextOptions().setViewportSize(1280, 800))) {
      Page page = tab.page();
      page.navigate(sample.http("incidents/INC-2024-0112.html"));
      page.evaluate(
          "document.getElementById('resolution').scrollIntoView({ behavior: 'instant' })");
      assertThat(page.locator(".toc [aria-current]")).hasText("Resolution");
      page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
      assertThat(page.locator(".toc [aria-current]")).hasCount(0);
    }
  }
}
