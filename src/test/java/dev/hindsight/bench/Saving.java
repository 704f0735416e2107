package dev.hindsight.bench;

import com.microsoft.playwright.Page;
import dev.hindsight.browser.Chromium;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures how long somebody who writes waits: `hindsight serve` as a process, a report that is
/// saved again and again at moments of chance, and two tabs of a browser, one with the report's
/// page and one with a search for the word that the next save writes. Whole builds go on behind.
public final class Saving {
  private static final int SAVES = 40;
  private static final String REPORT = "page";
  private static final String SEARCH = "search";
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+/");
  private static final Pattern PLACE = Pattern.compile("## Executive Summary\n");

  /// Tells when a word is first in the report, or found, by the clock of the page: asking from
  /// outside would take time of its own.
  private static final String WATCH =
      """
      (() => {
        let last = "";
        const found = () => document.querySelector("#ui-search-results .result")
          && document.getElementById("ui-search-status").dataset.answered;
        const written = () => document.querySelector("main")?.textContent.match(/zq[0-9]+zq/)?.[0];
        new MutationObserver(() => {
          const isSearch = document.getElementById("ui-search-form") !== null;
          const word = isSearch ? found() : written();
          if (!word || word === last) return;
          last = word;
          hindsightSeen((isSearch ? "search " : "page ") + word, Date.now());
        }).observe(document, { childList: true, subtree: true });
      })();
      """;

  private final Path report;
  private final String text;
  private final Random random = new Random(7);
  private final Map<String, Long> seen = new HashMap<>();
  private final Map<String, List<Long>> waits =
      Map.of(REPORT, new ArrayList<>(), SEARCH, new ArrayList<>());

  private Saving(Path report) throws IOException {
    this.report = report;
    this.text = Files.readString(report);
  }

  /// @param args the program, and a folder of generated reports, one of which is written to
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    List<Path> reports;
    try (var files = Files.list(folder.resolve("incidents"))) {
      reports = files.sorted().toList();
    }
    Process server =
        new ProcessBuilder(args[0], "serve", "--port", "8600", "--source", folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader told = server.inputReader();
    try (Chromium chromium = new Chromium();
        Chromium.Tab page = chromium.open();
        Chromium.Tab search = chromium.open()) {
      String address = address(told);
      Duration before = server.info().totalCpuDuration().orElse(Duration.ZERO);
      Thread.ofVirtual().start(() -> told.lines().forEach(_ -> {}));
      Saving saving = new Saving(reports.get(reports.size() / 3));
      saving.measure(address, page.page(), search.page());
      saving.print(reports.size());
      Duration spent = server.info().totalCpuDuration().orElse(before).minus(before);
      System.out.printf(
          "the server took %.1f s of CPU meanwhile, whole builds with it%n",
          spent.toMillis() / 1000.0);
    } finally {
      server.destroy();
    }
  }

  private static String address(BufferedReader told) throws IOException {
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return address.group();
      }
    }
    throw new IOException("the server has ended");
  }

  private void measure(String address, Page page, Page search) throws IOException {
    for (Page one : List.of(page, search)) {
      one.exposeFunction(
          "hindsightSeen", told -> seen.put((String) told[0], ((Number) told[1]).longValue()));
      one.addInitScript(WATCH);
    }
    String name = report.getFileName().toString().replaceFirst("md$", "html");
    page.navigate(address + "incidents/" + name);
    search.navigate(address + "search.html");
    for (int i = 0; i < SAVES; i++) {
      String word = "zq" + i + "zq";
      search.locator("#ui-search-query").fill(word);
      search.locator("#ui-search-status[data-answered=" + word + "]").waitFor();
      search.waitForTimeout(300 + random.nextInt(2_000));
      long start = System.currentTimeMillis();
      Files.writeString(report, PLACE.matcher(text).replaceFirst("$0" + word + " was said. "));
      for (String where : List.of(REPORT, SEARCH)) {
        String both = where + " " + word;
        page.waitForCondition(() -> seen.containsKey(both));
        waits.get(where).add(seen.get(both) - start);
      }
    }
  }

  private void print(int reports) {
    for (String where : List.of(REPORT, SEARCH)) {
      List<Long> sorted = waits.get(where).stream().sorted().toList();
      System.out.printf(
          "%,6d reports, %-6s  median %d ms, 95 %% %d ms, most %d ms of %d saves%n",
          reports,
          where,
          sorted.get(SAVES / 2),
          sorted.get(SAVES * 95 / 100 - 1),
          sorted.getLast(),
          SAVES);
    }
  }
}
