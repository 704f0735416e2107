package dev.hindsight.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.pipeline.BuildOptions;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.pipeline.SiteBuilder;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The site that is served follows the files.
class LiveSiteTest {
  private static final BuildOptions OPTIONS = BuildOptions.on(LocalDate.of(2026, 11, 1));

  @TempDir Path folder;
  private SiteServer server;
  private SiteBuilder builder;
  private final BuildPause rests = new BuildPause(Progress.NONE);
  private LiveSite site;
  private Path report;
  private final BlockingQueue<BuildResult> results = new LinkedBlockingQueue<>();

  @BeforeEach
  void start() throws IOException {
    Sites.write(
        folder,
        Map.of(
            "site-config.yml", "title: T\n",
            "incidents/INC-2024-0001.md", "# Queue stuck\n\nIt was stuck.\n",
            "incidents/INC-2024-0002.md", "# Disk full\n\nAs in INC-2024-0001.\n"));
    report = folder.resolve("incidents/INC-2024-0001.md");
    server = new SiteServer(0);
    builder = new SiteBuilder(new SiteSource(folder), OPTIONS, rests);
    begin(50);
  }

  /// @param afterMillis how long a preview is alone
  private void begin(long afterMillis) {
    site =
        new LiveSite(
            builder,
            rests,
            server,
            folder.resolve("incidents"),
            results::add,
            fault -> {
              throw new AssertionError(fault);
            },
            afterMillis);
    site.build();
    result();
  }

  @AfterEach
  void stop() {
    site.close();
    server.close();
  }

  private BuildResult result() {
    try {
      BuildResult result = results.poll(10, TimeUnit.MINUTES);
      assertTrue(result != null, "a build ends");
      return result;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private String page(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    site.changed(Set.of(file));
  }

  @Test
  void aPreviewIsTheSameAsAPageOfAWholeBuild() throws IOException {
    Files.writeString(
        report, "# Queue stuck\n\nA consumer *died*.\n\n## Timeline\n- 10:00 - Noticed\n");
    MemoryOutput preview = new MemoryOutput();
    assertTrue(builder.preview("INC-2024-0001.md", preview).isPresent());
    MemoryOutput whole = new MemoryOutput();
    builder.build(whole);
    Set<String> pages = new TreeSet<>(preview.files().keySet());
    assertTrue(pages.remove("search.json"), "it has an amendment, not what the whole build has");
    pages.forEach(path -> assertEquals(Sites.text(whole, path), Sites.text(preview, path), path));
    assertTrue(pages.contains("incidents/INC-2024-0001.html"));
    assertTrue(pages.contains("incidents/INC-2024-0001.json"));
  }

  @Test
  void searchFindsEveryReportSavedSinceTheLastBuild() throws Exception {
    Path other = folder.resolve("incidents/INC-2024-0002.md");
    Files.writeString(report, "# Queue stuck\n\nA consumer died.\n");
    Files.writeString(other, "# Disk full\n\nAs in INC-2024-0001, by a snapshot.\n");
    amended("INC-2024-0001.md");
    String both = amended("INC-2024-0002.md");
    assertTrue(both.contains("\"consum\"") && both.contains("\"snapshot\""), both);
    builder.build(new MemoryOutput());
    Files.writeString(report, "# Queue stuck\n\nA broker died.\n");
    String third = amended("INC-2024-0001.md");
    assertTrue(third.contains("\"broker\""));
    assertTrue(!third.contains("amendment-0"), "one is built");
  }

  /// What search goes on from once a report is previewed.
  private String amended(String report) {
    MemoryOutput pages = new MemoryOutput();
    assertTrue(builder.preview(report, pages).isPresent());
    return Sites.text(pages, "search.json");
  }

  @Test
  void showsAChangedReportAtOnceAndTheRestLater() throws Exception {
    site.close();
    begin(TimeUnit.HOURS.toMillis(1));
    write(report, "# Queue stuck\n\nA consumer died.\n");
    assertTrue(page("/incidents/INC-2024-0001.html").contains("A consumer died."));
    assertTrue(page("/search.json").contains("amendment-"), "search knows at once");
    site.build();
    assertTrue(result() instanceof BuildResult.Built);
    assertTrue(page("/incidents/INC-2024-0001.html").contains("A consumer died."));
    assertTrue(page("/index.html").contains("Queue stuck"));
    assertTrue(page("/search.json").contains("consum"), "search knows the new word");
    assertTrue(!page("/search.json").contains("amendment-"), "and the index has it");
  }

  @Test
  void showsAddedAndRemovedReportsAfterTheBuild() throws Exception {
    Path third = folder.resolve("incidents/INC-2024-0003.md");
    write(third, "# Certificate expired\n");
    result();
    assertTrue(page("/incidents/INC-2024-0003.html").contains("Certificate expired"));
    Files.delete(third);
    site.changed(Set.of(third));
    result();
    assertTrue(page("/incidents/index.html").contains("Disk full"));
    assertTrue(!page("/incidents/index.html").contains("Certificate expired"));
  }

  @Test
  void theLastGoodSiteStaysWhileAReportIsBroken() throws Exception {
    write(report, "---\nid: INC-2024-0002\n---\n\n# Queue stuck\n\nHalf\n");
    assertTrue(result() instanceof BuildResult.Rejected);
    assertTrue(page("/incidents/INC-2024-0001.html").contains("It was stuck."));
    write(report, "# Queue stuck\n\nMended.\n");
    assertTrue(result() instanceof BuildResult.Built);
    assertTrue(page("/incidents/INC-2024-0001.html").contains("Mended."));
  }

  @Test
  void anImageOfAnotherSizeIsMeasuredAgain() throws Exception {
    Path image = folder.resolve("incidents/dot.png");
    draw(image, 10);
    write(report, "# Queue stuck\n\n![dot](dot.png)\n");
    result();
    String first = page("/incidents/INC-2024-0001.html");
    draw(image, 30);
    site.changed(Set.of(image));
    result();
    String second = page("/incidents/INC-2024-0001.html");
    assertTrue(first.contains("width=\"10\""), first);
    assertTrue(second.contains("width=\"30\""), second);
  }

  private static void draw(Path image, int width) throws IOException {
    ImageIO.write(new BufferedImage(width, 20, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
  }

  @Test
  void keepsTheLastGoodSiteWhenAllReportsAreGone() throws Exception {
    String before = page("/incidents/INC-2024-0001.html");
    for (String name : new String[] {"INC-2024-0001.md", "INC-2024-0002.md"}) {
      Files.delete(folder.resolve("incidents").resolve(name));
    }
    site.build();
    assertKept("mass-loss");
    Files.delete(folder.resolve("incidents"));
    site.build();
    assertKept("unreadable-report");
    assertTrue(page("/incidents/INC-2024-0001.html").contains("It was stuck."), before);
  }

  private void assertKept(String code) {
    BuildResult result = result();
    assertTrue(result instanceof BuildResult.Rejected, result.toString());
    assertTrue(
        result.problems().stream().anyMatch(problem -> problem.code().equals(code)),
        result.problems().toString());
  }
}
