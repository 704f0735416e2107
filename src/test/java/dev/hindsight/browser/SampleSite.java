package dev.hindsight.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.hindsight.Sites;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// A site, the sample site if no other is named, with a server that shows it and a browser that
/// looks at it.
final class SampleSite implements AutoCloseable {
  private static final List<String> BELOW_THE_ROOT =
      List.of(
          "incidents/index.html",
          "incidents/INC-2024-0112.html",
          "incidents/INC-2023-0017.html",
          "systems/index.html",
          "systems/production-database.html",
          "systems/postgres.html",
          "embed/systems/production-database.html",
          "embed/systems/postgres.html",
          "embed/incidents/INC-2024-0112.html",
          "search.html?q=connection",
          "search.html?q=xyzzyplugh");

  private final Chromium chromium = new Chromium();
  private final SiteServer server;

  SampleSite() throws IOException {
    this(Sites.sample());
  }

  SampleSite(MemoryOutput site) throws IOException {
    server = new SiteServer(0);
    server.show(site);
  }

  /// One page of each kind: all at the root, so that a new one is among them, and some of those
  /// below. A page that has moved is shown as it is before the browser leaves it.
  static List<String> kinds() {
    return Stream.concat(
            Sites.sample().files().keySet().stream()
                .filter(path -> path.matches("[^/]+\\.html"))
                .sorted(),
            BELOW_THE_ROOT.stream())
        .toList();
  }

  String http(String path) {
    return "http://127.0.0.1:" + server.port() + "/" + path;
  }

  /// Goes to a page and, where it searches, waits for the answer and what filters it.
  void show(Page page, String path) {
    page.navigate(http(path));
    if (path.startsWith("search.html")) {
      page.locator("#ui-search-status[data-answered]").waitFor();
      page.locator("#ui-search-filters[data-answered]").waitFor();
    }
  }

  static Browser.NewContextOptions window(int width, int height) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
  }

  /// Opens an empty tab.
  Chromium.Tab open() {
    return chromium.open();
  }

  /// Opens an empty tab in which pages that have moved stay.
  Chromium.Tab open(Browser.NewContextOptions options) {
    Chromium.Tab tab = chromium.open(options);
    tab.page()
        .route(
            url -> url.endsWith("/postgres.html") && !url.contains("?"),
            route -> {
              var response = route.fetch();
              String page = response.text().replaceAll("<meta http-equiv=\"refresh\"[^>]*>", "");
              route.fulfill(
                  new Route.FulfillOptions()
                      .setResponse(response)
                      .setBody(page.replace(" data-moved", "")));
            });
    return tab;
  }

  @Override
  public void close() {
    server.close();
    chromium.close();
  }
}
