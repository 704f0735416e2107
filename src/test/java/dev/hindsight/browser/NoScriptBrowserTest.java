package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The site in a browser in which JavaScript is switched off.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoScriptBrowserTest {
  /// A browser works by itself what stands in a form that has an address; the boxes of a task list
  /// are switched off for everybody.
  private static final String DEAD =
      ":is(button, select, textarea, input:not([disabled]), [role=button]):not(form[action] *), "
          + "details:not(:has(> :not(summary, ul:empty))) > summary";

  private SampleSite site;
  private Chromium.Tab tab;

  @BeforeAll
  void start() throws IOException {
    site = new SampleSite();
    tab = site.open(SampleSite.window(1280, 800).setJavaScriptEnabled(false));
  }

  @AfterAll
  void stop() {
    tab.close();
    site.close();
  }

  @Test
  void everyKindOfPageShowsItsContentAndNoDeadControl() {
    List<String> dead = new ArrayList<>();
    Page page = tab.page();
    for (String path : SampleSite.kinds()) {
      page.navigate(site.http(path));
      assertThat(page.locator("main h1, main p").first()).isVisible();
      page.locator(DEAD).all().stream()
          .filter(Locator::isVisible)
          .forEach(control -> dead.add(path + ": " + control.ariaSnapshot().strip()));
    }
    assertEquals("", String.join("\n", dead));
  }

  @Test
  void linksLeadToEveryIncident() {
    MemoryOutput built = Sites.sample();
    Set<String> reached = new TreeSet<>(Set.of("index.html"));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      String path = next.remove();
      for (Element link : Jsoup.parse(Sites.text(built, path), site.http(path)).select("a[href]")) {
        String target = link.absUrl("href").replace(site.http(""), "").replaceAll("[?#].*", "");
        if (target.endsWith(".html") && built.get(target) != null && reached.add(target)) {
          next.add(target);
        }
      }
    }
    assertEquals(
        Set.of(),
        built.files().keySet().stream()
            .filter(path -> path.matches("(incidents|systems)/.*\\.html"))
            .filter(
                path -> !reached.contains(path) && !Sites.text(built, path).contains("data-moved"))
            .collect(Collectors.toSet()));
  }

  @Test
  void theSearchFormLeadsToAPageThatSaysWhatToDo() {
    Page page = tab.page();
    page.navigate(site.http("index.html"));
    page.locator(".hero-search input").fill("connection");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*search\\.html\\?q=connection"));
    assertThat(page.locator("noscript p")).isVisible();
    assertThat(page.locator("noscript p")).containsText("needs JavaScript");
    page.locator("main a[href='incidents/index.html']").first().click();
    assertThat(page.locator(".rows a").first()).isVisible();
  }
}
