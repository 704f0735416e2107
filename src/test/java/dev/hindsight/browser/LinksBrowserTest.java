package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.hindsight.Sites;
import dev.hindsight.serve.SiteServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Action items across reports, links to copy, old addresses and pages in a frame, in a real
/// browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class LinksBrowserTest {
  private Chromium chromium;
  private SiteServer server;

  @BeforeAll
  void start() throws IOException {
    chromium = new Chromium();
    server = new SiteServer(0);
    server.show(Sites.sample());
  }

  @AfterAll
  void stop() {
    server.close();
    chromium.close();
  }

  private String http(String path) {
    return "http://127.0.0.1:" + server.port() + "/" + path;
  }

  private static void useActions(Page page) {
    assertThat(page.locator("#ui-rows tr[data-state=done]:visible")).hasCount(0);
    assertTrue(page.locator("#ui-rows tr:visible").count() > 20, "open items");
    assertThat(page.locator("#ui-rows .age").first()).containsText(Pattern.compile("\\d+ days"));
    page.selectOption("select[name=owner]", "nobody");
    assertThat(page.locator("#ui-count")).containsText(Pattern.compile("^\\d+ action items$"));
    assertThat(page).hasURL(Pattern.compile("\\?owner=nobody$"));
    assertEquals(
        page.locator("#ui-rows tr").count(),
        page.locator("#ui-rows td:nth-child(3) .none").count());
    page.selectOption("select[name=state]", "all");
    page.selectOption("select[name=owner]", "=SRE Team");
    assertThat(page.locator("#ui-rows tr[data-state=done]").first()).isVisible();
    int all = page.locator("#ui-rows tr").count();
    page.reload();
    assertThat(page.locator("#ui-count")).hasText(all + " action items");
    assertThat(page.locator("select[name=owner]")).hasValue("=SRE Team");
    page.selectOption("select[name=system]", "Production Database");
    page.selectOption("select[name=priority]", "high");
    assertTrue(page.locator("#ui-rows tr").count() < all, "narrowed down");
  }

  @Test
  void actionsAreFilteredAndTheAddressKeepsTheState() {
    try (Chromium.Tab tab = chromium.open()) {
      tab.page().navigate(http("actions.html"));
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
  void aLinkIsCopiedAsAddressAndAsMarkdownByKeyboard() {
    try (Chromium.Tab tab = chromium.open()) {
      Page page = tab.page();
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      page.navigate(http("incidents/INC-2024-0112.html"));
      page.locator("#t-1445 .when").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".copied")).containsText("Link copied");
      String url = http("incidents/INC-2024-0112.html#t-1445");
      assertEquals(url, clipboard(page));
      assertThat(page.locator(".copied button").nth(1)).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator(".copied")).containsText("Copied as Markdown");
      assertEquals(
          "[INC-2024-0112: Merchants report 500 errors at login and at order entry](" + url + ")",
          clipboard(page));
      page.keyboard().press("Escape");
      assertThat(page.locator(".copied")).hasCount(0);
      assertThat(page.locator("#t-1445 .when")).isFocused();
      page.locator("h1 .permalink").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".copied")).containsText("Link copied");
      assertEquals(http("incidents/INC-2024-0112.html"), clipboard(page));
      assertEquals(List.of(), tab.troubles());
    }
  }

  private static String clipboard(Page page) {
    return (String) page.evaluate("() => navigator.clipboard.readText()");
  }

  @Test
  void anOldAddressLeadsToTheNewOneAndToThePlaceWithinIt() {
    try (Chromium.Tab tab = chromium.open()) {
      tab.page().navigate(http("systems/postgres.html#ui-history"));
      assertThat(tab.page()).hasURL(http("systems/production-database.html#ui-history"));
    }
  }

  @Test
  void aPageInAFrameLeadsOutOfIt() {
    String frame = http("embed/systems/production-database.html");
    try (Chromium.Tab tab = chromium.open()) {
      tab.page()
          .route(
              http("wiki"),
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("text/html")
                          .setBody("<iframe src=\"" + frame + "\"></iframe>")));
      tab.page().navigate(http("wiki"));
      var inside = tab.page().frameLocator("iframe");
      assertThat(inside.locator("h1")).hasText("Production Database");
      assertThat(inside.locator(".card")).hasCount(5);
      assertThat(inside.locator("h1 a")).hasAttribute("target", "_blank");
      assertEquals(List.of(), tab.troubles());
    }
  }
}
