package dev.hindsight.read.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Replaces headings that are written in HTML, `<h2>Timeline</h2>`, by Markdown headings.
public final class RawHeadings {
  private static final Pattern HEADING = Pattern.compile("(?i)<h([1-6])>([^<>]*)</h\\1>\\s*");

  private RawHeadings() {}

  public static void replace(Node document) {
    for (Node node : Inline.children(document)) {
      if (node instanceof HtmlBlock html) {
        replace(html);
      }
    }
  }

  private static void replace(HtmlBlock html) {
    String literal = html.getLiteral();
    Matcher found = HEADING.matcher(literal);
    List<Node> parts = new ArrayList<>();
    int from = 0;
    while (found.find()) {
      add(literal.substring(from, found.start()), parts);
      Heading heading = new Heading();
      heading.setLevel(Integer.parseInt(found.group(1)));
      heading.appendChild(new Text(RawLines.unescape(found.group(2)).strip()));
      parts.add(heading);
      from = found.end();
    }
    if (from == 0) {
      return;
    }
    add(literal.substring(from), parts);
    Node last = html;
    for (Node part : parts) {
      part.setSourceSpans(html.getSourceSpans());
      last.insertAfter(part);
      last = part;
    }
    html.unlink();
  }

  private static void add(String literal, List<Node> parts) {
    if (!literal.isBlank()) {
      HtmlBlock html = new HtmlBlock();
      html.setLiteral(literal);
      parts.add(html);
    }
  }
}
