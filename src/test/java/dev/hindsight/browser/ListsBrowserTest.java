package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.hindsight.Sites;
import dev.hindsight.serve.SiteServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The lists of incidents, systems and action items in a real browser: the sample's, which fit on
/// one page, and one that does not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsBrowserTest {
  private static final int MANY = 450;

  private Chromium chromium;
  private SiteServer server;
  private SiteServer large;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    chromium = new Chromium();
    server = new SiteServer(0);
    server.show(Sites.sample());
    large = new SiteServer(0);
    large.show(Sites.built(Sites.write(folder, reports())));
  }

  @AfterAll
  void stop() {
    server.close();
    large.close();
    chromium.close();
  }

  private static Map<String, String> reports() {
    Map<String, String> reports = new HashMap<>();
    for (int i = 1; i <= MANY; i++) {
      reports.put(
          "incidents/INC-2024-%04d.md".formatted(i),
          "---\ndate: 2024-0%d-1%d\nseverity: SEV%d\nduration: %d minutes\nsystems: [Queue %d]\n---\n# Queue %d stuck\n"
              .formatted(1 + i % 9, i % 10, 1 + i % 4, i, i % 7, i));
    }
    return reports;
  }

  private static String at(SiteServer server, String path) {
    return "http://127.0.0.1:" + server.port() + "/" + path;
  }

  private static Locator rows(Page page) {
    return page.locator(".list tbody tr");
  }

  private static Locator count(Page page) {
    return page.locator("#ui-count");
  }

  private static Locator field(Page page, String name) {
    return page.locator("#ui-list [name=" + name + "]");
  }

  /// Waits until what was asked for is shown.
  private static void ready(Page page) {
    assertThat(page.locator(".list:not([aria-busy])")).hasCount(1);
  }

  /// The end moves as rows come that are taller than was reckoned.
  private static void toTheEnd(Page page, int rows) {
    page.waitForCondition(() -> {
      page.evaluate("scrollTo({ top: 1e9, behavior: 'instant' })");
      return rows(page).count() >= rows;
    });
    assertThat(rows(page)).hasCount(rows);
  }

  private static void sort(Page page, String column) {
    page.locator(".list thead button", new Page.LocatorOptions().setHasText(column)).click();
  }

  private static List<String> column(Page page, int number) {
    return rows(page).locator("td:nth-child(" + number + ")").allTextContents();
  }

  private static void useActions(Page page) {
    assertThat(page.locator(".list tr[data-state=done]:visible")).hasCount(0);
    assertTrue(page.locator(".list tbody tr:visible").count() > 20, "open items");
    assertThat(page.locator(".list .age:not(:empty)").first())
        .containsText(Pattern.compile("\\d+ days"));
    field(page, "owner").selectOption("nobody");
    assertThat(count(page)).hasText(Pattern.compile("^\\d+ of \\d+ action items$"));
    assertThat(page).hasURL(Pattern.compile("\\?owner=nobody$"));
    assertThat(rows(page).locator("td:nth-child(3):not(:has(.none))")).hasCount(0);
    field(page, "state").selectOption("all");
    field(page, "owner").selectOption("=SRE Team");
    assertThat(page.locator(".list tr[data-state=done]").first()).isVisible();
    ready(page);
    String all = count(page).innerText();
    page.reload();
    assertThat(count(page)).hasText(all);
    assertThat(field(page, "owner")).hasValue("=SRE Team");
    field(page, "system").selectOption("Production Database");
    assertThat(count(page)).not().hasText(all);
  }

  @Test
  void actionsAreFilteredAndTheAddressKeepsTheState() {
    try (Chromium.Tab tab = chromium.open()) {
      tab.page().navigate(at(server, "actions.html"));
      useActions(tab.page());
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void actionsAreFilteredFromDiskToo(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : Sites.sample().files().entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    try (Chromium.Tab tab = chromium.open()) {
      tab.page().navigate("file://" + folder + "/actions.html");
      useActions(tab.page());
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void theScriptShowsTheSameRowsAsThePage() {
    for (String list : List.of("incidents/index.html", "systems/index.html", "actions.html")) {
      try (Chromium.Tab tab = chromium.open()) {
        Page page = tab.page();
        page.navigate(at(server, list + "?state=all"));
        if (list.equals("actions.html")) {
          assertThat(count(page)).hasText(Pattern.compile("^\\d+ action items$"));
        } else {
          field(page, "q").fill("e");
          assertThat(page).hasURL(Pattern.compile("q=e"));
          field(page, "q").fill("");
          assertThat(page).not().hasURL(Pattern.compile("q="));
        }
        try (Chromium.Tab plain =
            chromium.open(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
          plain.page().navigate(at(server, list));
          toTheEnd(page, rows(plain.page()).count());
          assertEquals(cells(plain.page()), cells(page), list);
        }
      }
    }
  }

  /// The words, labels and links of each row, without what the reader's clock adds.
  @SuppressWarnings("unchecked")
  private static List<String> cells(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => [...document.querySelectorAll(".list tbody tr")].map((row) => {
              const bare = row.cloneNode(true);
              bare.querySelectorAll(".age, .overdue").forEach((clock) => clock.remove());
              const words = bare.textContent.replace(/\\s+/g, "");
              const labels = [...bare.cells].map((cell) => cell.dataset.label ?? "");
              return words + labels + " " + bare.querySelector("a").href.replace(/^.*\\/(?=.*\\/)/, "");
            })\
            """);
  }

  @Test
  void everyColumnSortsBothWays() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(at(server, "incidents/index.html"));
      sort(page, "Incident");
      assertThat(page.locator("th[aria-sort=ascending]")).hasText("Incident");
      ready(page);
      List<String> titles = column(page, 1);
      assertEquals(titles.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), titles);
      sort(page, "Incident");
      assertThat(page.locator("th[aria-sort=descending]")).hasText("Incident");
      ready(page);
      List<String> down = column(page, 1);
      assertEquals(titles.reversed(), down);
      sort(page, "Severity");
      ready(page);
      List<String> severities =
          column(page, 2).stream().filter(severity -> !severity.isBlank()).toList();
      assertEquals(severities.stream().sorted().toList(), severities);
      assertThat(page).hasURL(Pattern.compile("\\?sort=severity$"));
      sort(page, "Date");
      assertThat(page.locator("th[aria-sort=descending]")).hasText("Date");
      ready(page);
      List<String> days =
          rows(page).locator("time").all().stream()
              .map(time -> time.getAttribute("datetime"))
              .toList();
      assertEquals(days.stream().sorted(Comparator.reverseOrder()).toList(), days);
      page.reload();
      assertThat(page.locator("th[aria-sort=descending]")).hasText("Date");
      assertEquals(List.of(), tab.troubles());
    }
  }

  @Test
  void wordsFilterTheListAndAnEmptyListSaysWhatToDo() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(at(server, "incidents/index.html"));
      field(page, "q").fill("certificate expired");
      assertThat(count(page)).hasText(Pattern.compile("^[12] of 20 incidents$"));
      field(page, "q").fill("nothing like that");
      assertThat(page.locator(".empty")).isVisible();
      assertThat(page.locator(".list")).isHidden();
      assertThat(page.locator(".empty a"))
          .hasAttribute("href", "../search.html?q=nothing+like+that");
      page.locator(".empty button").click();
      assertThat(rows(page)).hasCount(20);
      assertThat(field(page, "q")).isFocused();
    }
  }

  @Test
  void worksWithTheKeyboardAlone() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(at(server, "systems/index.html"));
      page.locator(".list thead button").nth(1).focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("th[aria-sort=descending]")).hasText("Incidents");
      assertThat(page.locator(".list thead button").nth(1)).isFocused();
    }
  }

  @Test
  void everyRowIsOnAPageWithoutScripts() {
    try (Chromium.Tab tab =
        chromium.open(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = tab.page();
      page.navigate(at(large, "incidents/index.html"));
      assertThat(page.locator("#ui-list")).isHidden();
      Set<String> seen = new HashSet<>();
      for (int number = 1; number <= 3; number++) {
        assertThat(page.locator(".pager")).containsText("Page " + number + " of 3");
        rows(page).locator(".id").allTextContents().forEach(seen::add);
        if (number < 3) {
          page.locator(".pager [rel=next]").click();
        }
      }
      assertEquals(MANY, seen.size());
    }
  }

  @Test
  void aLongListLoadsMoreRowsOnScrolling() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.navigate(at(large, "incidents/index.html"));
      assertTrue(tab.requests().stream().noneMatch(url -> url.contains("/lists/")));
      sort(page, "Duration");
      assertThat(rows(page).first()).containsText("Queue 450 stuck");
      assertTrue(rows(page).count() < MANY / 2, "only what is looked at");
      toTheEnd(page, MANY);
      assertThat(rows(page).last()).containsText("Queue 1 stuck");
      field(page, "system").selectOption("Queue 3");
      field(page, "severity").selectOption("SEV2");
      assertThat(count(page)).hasText(Pattern.compile("^\\d\\d of 450 incidents$"));
      assertEquals(List.of(), tab.troubles());
    }
  }
}
