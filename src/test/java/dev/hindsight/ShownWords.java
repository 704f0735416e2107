package dev.hindsight;

import dev.hindsight.read.markdown.WikiMarkup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.jsoup.nodes.TextNode;

/// Compares the words that a plain CommonMark rendering of a report shows with those of its page.
final class ShownWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern SHORTCODE = Pattern.compile(":[a-z0-9_+-]{2,40}:");

  /// The kind of an alert, which its title may replace.
  private static final Pattern ALERT = Pattern.compile("(?<=\\[!|:::|!!! )[A-Za-z]+(?=[]\\[\\s])");

  /// Tags that a page shows as text. Markdown after them still counts.
  private static final Pattern OPAQUE = Pattern.compile("(?i)<(?=/?(?:iframe|script|style)\\b)");

  /// The ID of a heading, which becomes its anchor: `{#summary}`.
  private static final Pattern HEADING_ID =
      Pattern.compile("\\{:?\\s*#[^\\s{}]+(?:\\s[^{}]*)?}\\s*$");

  /// What an issue form of GitHub has in an empty field, which a page leaves empty.
  private static final String NO_RESPONSE = "em:matchesOwn((?i)^no response$)";

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          TaskListItemsExtension.create(),
          AutolinkExtension.create(),
          FootnotesExtension.create());

  private ShownWords() {}

  /// The words that a page lacks, and how many of each. A report in the markup of Confluence is
  /// compared after its conversion to Markdown, because plain CommonMark would show the markup as
  /// words.
  static Map<String, Integer> missing(String report, String page) {
    return missing(words(plain(report)), words(main(page)));
  }

  private static Element plain(String report) {
    String body =
        ALERT.matcher(ReportMutator.FRONT_MATTER.matcher(report).replaceFirst("")).replaceAll("");
    Document page =
        Jsoup.parse(
            HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .build()
                .render(
                    Parser.builder()
                        .extensions(EXTENSIONS)
                        .build()
                        .parse(OPAQUE.matcher(WikiMarkup.asMarkdown(body)).replaceAll("\\\\<"))));
    page.select(".footnote-backref, sup.footnote-ref").remove();
    page.select(NO_RESPONSE).remove();
    page.select("h1, h2, h3, h4, h5, h6").forEach(ShownWords::removeId);
    return page.body();
  }

  private static void removeId(Element heading) {
    heading.traverse((node, _) -> {
      if (node instanceof TextNode text) {
        text.text(HEADING_ID.matcher(text.getWholeText()).replaceFirst(""));
      }
    });
  }

  private static Element main(String page) {
    Element main = Jsoup.parse(page).selectFirst("main");
    // These show words of other reports.
    main.select("section[data-kind=connections], section[data-kind=recurrence], .pager").remove();
    return main;
  }

  private static Map<String, Integer> words(Element element) {
    // A placeholder for alternative texts, which are words too.
    element.select("img").forEach(image -> image.before(" " + image.attr("alt") + " "));
    Map<String, Integer> words = new HashMap<>();
    Matcher word = WORD.matcher(SHORTCODE.matcher(spaced(element)).replaceAll(ShownWords::sign));
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
      if (node instanceof TextNode text) {
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
