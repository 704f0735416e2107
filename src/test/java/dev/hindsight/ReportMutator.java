package dev.hindsight;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Inserts markup into reports at random. `@` stands for a word that no report has.
final class ReportMutator {
  static final Pattern FRONT_MATTER =
      Pattern.compile("\\A(---|\\+\\+\\+)\\R.*?\\R(---|\\+\\+\\+)[ \\t]*(\\R|\\z)", Pattern.DOTALL);

  /// HTML that shows nothing. It fits anywhere, even in a heading, a name or a time.
  private static final List<String> SILENT =
      List.of("<!-- @ -->", "<!-- [@](@.md) ** -->", "<!---->");

  /// HTML with words or line breaks, for sentences.
  private static final List<String> INLINE =
      List.of(
          "<br>",
          "<br/>",
          "<wbr>",
          "<a id=\"@\"></a>",
          "<a name=\"@\"></a>",
          "<b></b>",
          "<kbd>@</kbd>",
          "<kbd>@</kbd>+<kbd>@</kbd>",
          "<sub>@</sub>",
          "<sup>@</sup>",
          "<mark>@</mark>",
          "<small>@</small>",
          "<abbr title=\"@\">@</abbr>",
          "<span class=\"x\">@</span>",
          "<b>@</b>",
          "<i>@</i>",
          "<del>@</del>",
          "<ins>@</ins>",
          "<q>@</q>",
          "<code>@</code>",
          "<img src=\"graph.png\" alt=\"@\">",
          "<img src=\"graph.png\" width=\"10\" alt=\"\"/>",
          "<details><summary>@</summary>@</details>",
          "<font color=\"red\">@</font>");

  private static final List<String> BLOCKS =
      List.of(
          "<!-- @ -->",
          "<!--\n@\n\n@\n-->",
          "<br>",
          "<hr>",
          "<a id=\"@\"></a>",
          "<p align=\"center\">@</p>",
          "<div>\n\n@\n\n</div>",
          "<div>@</div>",
          "<details>\n<summary>@</summary>\n\n@\n\n</details>",
          "<details open><summary>@</summary>@</details>",
          "<img src=\"graph.png\" alt=\"@\">",
          "<p><img src=\"graph.png\" alt=\"@\"></p>",
          "<center>@</center>",
          "<table>\n<tr><td>@</td></tr>\n</table>",
          "<blockquote>\n@\n</blockquote>");

  /// Markdown of GitHub and other hosts, for any place.
  private static final List<String> FURTHER =
      List.of(
          "\n\n<ul>\n<li>@</li>\n</ul>\n\n",
          "\n\n> [!NOTE]\n> @ @\n\n",
          "\n> [!warning] @\n> @\n",
          "\n\n:::note\n@\n:::\n\n",
          "\n\n!!! note \"@\"\n    @\n\n",
          "[^@]\n\n[^@]: @\n\n",
          "[^@]",
          "\n\n[^@]: @\n",
          "[@](#)",
          "[@](graph.png)",
          "![@](graph.png)",
          "[@](@.md)",
          "[[@]]",
          "[[@|@]]",
          "https://@.example/@",
          "<https://@.example>",
          "[@][@]",
          "\n\n- [ ] @\n- [x] @\n\n",
          "\n\n| @ | @ |\n|:-:|--:|\n| `@` | @ |\n\n",
          "~~@~~",
          "<@>",
          "<@ @>",
          "<script>",
          "</p>",
          "</details>",
          "<details>",
          "<b>",
          "</b>",
          "\n\n",
          "\n",
          "|",
          "`",
          "**",
          "\n```\n",
          "\n# @\n",
          "\n---\n");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("(?<= [a-z]{2,15}) (?=[a-z]{2,15} [a-z])");

  private static final Pattern FURTHER_WORD =
      Pattern.compile("(?<!<!-- |<!--\\n|<a id=\"|<a name=\"|<!-- \\[|\\]\\()zq[0-9a-z]+x");

  private final Random random;
  private int words;

  ReportMutator(long seed) {
    this.random = new Random(seed);
  }

  /// A place between two words, or before a block.
  private record Place(int offset, List<String> markup) {}

  /// A report with harmless HTML between two words of it or between two blocks.
  String withHtml(String report) {
    int start = body(report);
    List<Place> places = places(report.substring(start));
    if (places.isEmpty()) {
      return report;
    }
    Place place = any(places);
    int at = start + place.offset;
    String html = filled(any(place.markup));
    String inserted = place.markup == BLOCKS ? "\n\n" + html + "\n\n" : " " + html;
    return report.substring(0, at) + inserted + report.substring(at);
  }

  /// A report with markup of any kind at one to three places of any kind.
  String withAnything(String report) {
    StringBuilder text = new StringBuilder(report);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int start = body(text.toString());
      int at = start + random.nextInt(text.length() - start + 1);
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      String markup = filled(any(any(List.of(SILENT, INLINE, BLOCKS, FURTHER, FURTHER))));
      text.insert(at, " " + markup + " ");
    }
    return text.toString();
  }

  /// Whether a report shows a word that was inserted.
  static boolean hasFurtherWords(String report) {
    return FURTHER_WORD.matcher(report).find();
  }

  private static int body(String report) {
    Matcher frontMatter = FRONT_MATTER.matcher(report);
    return frontMatter.lookingAt() ? frontMatter.end() : 0;
  }

  private static List<Place> places(String body) {
    List<Place> places = new ArrayList<>();
    Node document = PARSER.parse(body);
    document.accept(
        new AbstractVisitor() {
          private boolean inHeading;

          @Override
          public void visit(Heading heading) {
            inHeading = true;
            visitChildren(heading);
            inHeading = false;
          }

          @Override
          public void visit(Link link) {}

          @Override
          public void visit(Image image) {}

          @Override
          public void visit(Code code) {}

          @Override
          public void visit(Text text) {
            SourceSpan span = text.getSourceSpans().getFirst();
            String literal = text.getLiteral();
            if (body.startsWith(literal, span.getInputIndex())) {
              // Not between the brackets of a task.
              int box = literal.startsWith("[ ] ") ? "[ ]".length() : 0;
              for (int at = literal.indexOf(' ', box); at > 0; at = literal.indexOf(' ', at + 1)) {
                places.add(new Place(span.getInputIndex() + at, SILENT));
              }
              Matcher words = BETWEEN_WORDS.matcher(literal);
              while (!inHeading && words.find()) {
                places.add(new Place(span.getInputIndex() + words.start(), INLINE));
              }
            }
          }
        });
    // About one in ten goes between blocks.
    int inline = places.size();
    List<Integer> blocks = new ArrayList<>();
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      blocks.add(block.getSourceSpans().getFirst().getInputIndex());
    }
    for (int i = 0; i < Math.max(blocks.size(), inline / 10) && !blocks.isEmpty(); i++) {
      places.add(new Place(blocks.get(i % blocks.size()), BLOCKS));
    }
    return places;
  }

  private String filled(String markup) {
    String word = "zq" + Integer.toString(words++, 36) + "x";
    return markup.replace("@", word);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
