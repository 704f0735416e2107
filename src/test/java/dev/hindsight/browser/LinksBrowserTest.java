package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Links to copy, old addresses and pages in a frame, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksBrowserTest {
  private SampleSite sample;

  @BeforeAll
  void start() throws IOException {
    sample = new SampleSite();
  }

  @AfterAll
  void stop() {
    sample.close();
  }

  @Test
  void copiesALinkAsAddressAndAsMarkdownByKeyboard() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = tab.page();
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      page.navigate(sample.http("incidents/INC-2024-0112.html"));
      page.locator("#t-1445 .when").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".copied")).containsText("Link copied");
      String url = sample.http("incidents/INC-2024-0112.html#t-1445");
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
      assertEquals(sample.http("incidents/INC-2024-0112.html"), clipboard(page));
      assertEquals(List.of(), tab.troubles());
    }
  }

  private static String clipboard(Page page) {
    return (String) page.evaluate("() => navigator.clipboard.readText()");
  }

  @Test
  void anOldAddressLeadsToTheNewPageAndAnchor() {
    try (Chromium.Tab tab = sample.open()) {
      tab.page().navigate(sample.http("systems/postgres.html#ui-history"));
      assertThat(tab.page()).hasURL(sample.http("systems/production-database.html#ui-history"));
    }
  }

  @Test
  void linksInAnEmbeddedPageOpenOutsideTheFrame() {
    String frame = sample.http("embed/systems/production-database.html");
    try (Chromium.Tab tab = sample.open()) {
      tab.page()
          .route(
              sample.http("wiki"),
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("text/html")
                          .setBody("<iframe src=\"" + frame + "\"></iframe>")));
      tab.page().navigate(sample.http("wiki"));
      var inside = tab.page().frameLocator("iframe");
      assertThat(inside.locator("h1")).hasText("Production Database");
      assertThat(inside.locator(".card")).hasCount(5);
      assertThat(inside.locator("h1 a")).hasAttribute("target", "_blank");
      assertEquals(List.of(), tab.troubles());
    }
  }
}
