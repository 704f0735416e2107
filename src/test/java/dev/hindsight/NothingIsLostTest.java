package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fellbaum.jemoji.EmojiManager;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every word that a plain CommonMark rendering of a report shows is on its page, as often.
class NothingIsLostTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern SHORTCODE = Pattern.compile(":[a-z0-9_+-]{2,40}:");
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A(---|\\+\\+\\+)\\R.*?\\R(---|\\+\\+\\+)[ \\t]*(\\R|\\z)", Pattern.DOTALL);
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          TaskListItemsExtension.create(),
          AutolinkExtension.create(),
          FootnotesExtension.create());

  @Test
  void keepsEveryWordOfTheSample() throws IOException {
    assertNothingIsLost(Path.of("."));
  }

  @Test
  void keepsEveryWordOfGeneratedReports(@TempDir Path folder) throws IOException {
    assertNothingIsLost(Sites.write(folder, Reports.site(40, 21)));
  }

  @Test
  void keepsEveryWordOfOtherHouseStyles(@TempDir Path folder) throws IOException {
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    try (Stream<Path> files = Files.list(Path.of("src/test/corpora/house-styles"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, incidents.resolve(file.getFileName()));
      }
    }
    assertNothingIsLost(folder);
  }

  @Test
  void keepsEveryWordOfRealReports(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    try (Stream<Path> files = Files.walk(CORPORA)) {
      int number = 0;
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|erb)")).sorted().toList()) {
        // A number before the name: several sets have an INC-001.
        String name = "r" + number++ + "-" + file.getFileName().toString().replaceAll("\\..*", "");
        Files.copy(file, incidents.resolve(name + ".md"));
      }
      assertTrue(number > 250, number + " files");
    }
    assertNothingIsLost(folder);
  }

  private static void assertNothingIsLost(Path source) throws IOException {
    MemoryOutput site = new MemoryOutput();
    Sites.build(source, site);
    Map<String, Map<String, Integer>> lost = new TreeMap<>();
    int checked = 0;
    for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
      if (!file.getKey().matches("incidents/.*\\.md")) {
        continue;
      }
      String report = new String(file.getValue(), StandardCharsets.UTF_8);
      String page = Sites.text(site, file.getKey().replaceFirst("\\.md$", ".html"));
      Map<String, Integer> missing = missing(words(plain(report)), words(main(page)));
      if (!missing.isEmpty()) {
        lost.put(file.getKey(), missing);
      }
      checked++;
    }
    assertTrue(checked > 10, checked + " pages");
    assertEquals(Map.of(), lost);
  }

  private static Element plain(String report) {
    String body = FRONT_MATTER.matcher(report).replaceFirst("");
    Document page =
        Jsoup.parse(
            HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(body)));
    // A browser shows nothing of these.
    page.select("script, style, iframe, .footnote-backref, sup.footnote-ref").remove();
    return page.body();
  }

  private static Element main(String page) {
    return Jsoup.parse(page).selectFirst("main");
  }

  private static Map<String, Integer> words(Element element) {
    // A placeholder for alternative texts, which are words too.
    element.select("img").forEach(image -> image.before(" " + image.attr("alt") + " "));
    Map<String, Integer> words = new HashMap<>();
    Matcher word =
        WORD.matcher(SHORTCODE.matcher(spaced(element)).replaceAll(NothingIsLostTest::sign));
    while (word.find()) {
      words.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    return words;
  }

  /// `:warning:` becomes a sign, which is no word.
  private static String sign(MatchResult code) {
    return EmojiManager.getByGithubAlias(code.group()).isPresent()
        ? " "
        : Matcher.quoteReplacement(code.group());
  }

  /// The text with a space at each border of elements.
  private static String spaced(Element element) {
    List<String> texts = new ArrayList<>();
    element.traverse((node, _) -> {
      if (node instanceof org.jsoup.nodes.TextNode text) {
        texts.add(text.getWholeText());
      }
    });
    return String.join(" ", texts);
  }

  private static Map<String, Integer> missing(
      Map<String, Integer> wanted, Map<String, Integer> found) {
    Map<String, Integer> missing = new TreeMap<>();
    wanted.forEach((word, count) -> {
      int gone = count - found.getOrDefault(word, 0);
      if (gone > 0) {
        missing.put(word, gone);
      }
    });
    return missing;
  }
}
