package dev.hindsight.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `script/screenshots`: pictures of the sample site, for the README or for a designer to look at.
public final class Screenshots {
  private static final Map<String, String> OF_THE_README =
      Map.of("home", "index.html", "incident", "incidents/INC-2024-0112.html");

  private static final List<Integer> WIDTHS = List.of(360, 768, 1280, 1920);

  private final SampleSite site;
  private final Path folder;

  private Screenshots(SampleSite site, Path folder) {
    this.site = site;
    this.folder = folder;
  }

  /// Writes the images of the README into a folder, or with `all` every kind of page in every
  /// width, scheme and on paper.
  public static void main(String[] arguments) throws IOException {
    boolean all = arguments[0].equals("all");
    try (SampleSite site = new SampleSite()) {
      Screenshots screenshots = new Screenshots(site, Path.of(arguments[arguments.length - 1]));
      if (all) {
        screenshots.all();
      } else {
        screenshots.ofTheReadme();
      }
    }
  }

  private void ofTheReadme() {
    try (Chromium.Tab tab = open(1280, ColorScheme.LIGHT)) {
      OF_THE_README.forEach((name, path) -> shoot(tab.page(), path, name, false));
    }
  }

  private void all() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : WIDTHS) {
        try (Chromium.Tab tab = open(width, scheme)) {
          String suffix = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
          SampleSite.kinds().forEach(path -> shoot(tab.page(), path, name(path) + suffix, true));
        }
      }
    }
    try (Chromium.Tab tab = open(794, ColorScheme.LIGHT)) { // A4 at 96 dots per inch
      tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      SampleSite.kinds().forEach(path -> shoot(tab.page(), path, name(path) + "-print", true));
    }
  }

  private Chromium.Tab open(int width, ColorScheme scheme) {
    Browser.NewContextOptions window = SampleSite.window(width, width < 500 ? 740 : 800);
    return site.open(
        window
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setLocale("en-GB")
            .setTimezoneId("UTC"));
  }

  private static String name(String path) {
    return path.replaceAll("\\.html", "").replaceAll("[/?=]", "-");
  }

  private void shoot(Page page, String path, String name, boolean whole) {
    site.show(page, path);
    page.waitForTimeout(200);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder.resolve(name + ".png"))
            .setFullPage(whole)
            .setCaret(ScreenshotCaret.HIDE)
            .setAnimations(ScreenshotAnimations.DISABLED));
  }
}
