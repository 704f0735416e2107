package dev.hindsight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// While somebody writes a report with `hindsight serve`, the same browser shows a page of another
/// site. It comes from another port, which is as foreign as another host.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignRequestBrowserTest {
  /// Whether each way to load something from another site ends with it.
  private static final String LOAD =
      """
      async (root) => {
        const load = (name, source, parent = document.body) => new Promise((resolve) => {
          const made = Object.assign(document.createElement(name), source);
          made.onload = () => resolve(true);
          made.onerror = () => resolve(false);
          parent.append(made);
        });
        const listen = () => new Promise((resolve) => {
          const events = new EventSource(root + "hindsight-live");
          events.onerror = () => resolve(false);
          events.addEventListener("changed", () => resolve(true));
        });
        const get = (path) => fetch(root + path, { mode: "no-cors" }).then(() => true, () => false);
        return Object.entries({
          script: await load("script", { src: `${root}search.js` }),
          image: await load("img", { src: `${root}attachments/INC-2024-0112-connections.png` }),
          style: await load("link", { rel: "stylesheet", href: `${root}assets/site.css` }),
          data: await get("incidents.json"),
          page: await get("index.html"),
          events: await listen(),
        }).filter(([, isLoaded]) => isLoaded).map(([name]) => name).join(" ");
      }
      """;

  private static final String FRAME =
      """
      (url) => document.body.append(Object.assign(document.createElement("iframe"), { src: url }))
      """;

  private SampleSite sample;
  private HttpServer foreign;

  @BeforeAll
  void start() throws IOException {
    sample = new SampleSite();
    foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page =
        ("<!doctype html><link rel=icon href=data:,><a href='"
                + sample.http("incidents/INC-2024-0112.html")
                + "'>Read this</a>")
            .getBytes(StandardCharsets.UTF_8);
    foreign.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    foreign.start();
  }

  @AfterAll
  void stop() {
    foreign.stop(0);
    sample.close();
  }

  private Page visit(Chromium.Tab tab, String host) {
    tab.page().navigate("http://" + host + ":" + foreign.getAddress().getPort() + "/");
    return tab.page();
  }

  @Test
  void anotherSiteLoadsNothing() {
    for (String host : new String[] {"localhost", "127.0.0.1"}) {
      try (Chromium.Tab tab = sample.open()) {
        assertEquals("", visit(tab, host).evaluate(LOAD, sample.http("")), host);
      }
    }
  }

  @Test
  void anotherSiteFramesOnlyEmbeddablePages() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = visit(tab, "localhost");
      page.evaluate(FRAME, sample.http("embed/incidents/INC-2024-0112.html"));
      assertThat(page.frameLocator("iframe").locator("body")).containsText("INC-2024-0112");
      assertThat(page.frameLocator("iframe").locator("body"))
          .not()
          .hasCSS("font-family", "\"Times New Roman\"");
      page.reload();
      page.evaluate(FRAME, sample.http("incidents/INC-2024-0112.html"));
      page.waitForCondition(() -> tab.troubles().size() > 0);
      assertThat(page.frameLocator("iframe").locator("body")).not().containsText("INC-2024-0112");
    }
  }

  @Test
  void anotherSiteCanLinkToAPage() {
    try (Chromium.Tab tab = sample.open()) {
      Page page = visit(tab, "localhost");
      page.getByText("Read this").click();
      assertThat(page.locator("h1")).isVisible();
      assertEquals(sample.http("incidents/INC-2024-0112.html"), page.url());
    }
  }
}
