package dev.hindsight.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The Chromium that is installed on this machine, for one test class. It is never skipped: where
/// there is none, the test fails and says what to install.
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--in-process-gpu",
          "--disable-software-rasterizer",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /// Pages answer within a second; only a machine that does much else takes longer.
  private static final double LIMIT_MILLIS = 240_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
  }

  private final Playwright playwright;
  private final Browser browser;

  public Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(ARGUMENTS)
                    .setTimeout(LIMIT_MILLIS));
  }

  private static Path installed() {
    String named = System.getenv("CHROMIUM");
    return Stream.of(
            named == null ? "/usr/bin/chromium-headless-shell" : named,
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "browser tests need Chromium: apt-get install chromium-headless-shell, or set CHROMIUM"));
  }

  /// A tab of its own, and everything that went wrong in it.
  public record Tab(Page page, List<String> troubles, List<String> requests)
      implements AutoCloseable {
    @Override
    public void close() {
      page.context().close();
    }
  }

  /// Opens an empty tab.
  public Tab open() {
    return open(new Browser.NewContextOptions());
  }

  /// Opens an empty tab with options such as a color scheme.
  public Tab open(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(LIMIT_MILLIS);
    Page page = context.newPage();
    Tab tab = new Tab(page, new ArrayList<>(), new ArrayList<>());
    page.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())) {
        tab.troubles().add(message.type() + ": " + message.text() + " " + message.location());
      }
    });
    page.onPageError(error -> tab.troubles().add("thrown: " + error));
    page.onDialog(dialog -> {
      tab.troubles().add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.onRequest(request -> tab.requests().add(request.url()));
    return tab;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
