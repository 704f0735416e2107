package dev.hindsight.read.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// The lines of blocks that Markdown does not parse: code, and lists in HTML.
public final class RawLines {
  /// Tags that begin or end a line of HTML. Other elements are part of a line.
  private static final Pattern BREAK =
      Pattern.compile("(?i)</?(?:ul|ol|li|p|div|br)(?:\\s[^<>]*)?/?>|\\R");

  /// A tag. Bold text is matched with its tags, because a time can be bold.
  private static final Pattern TAG =
      Pattern.compile("(?i)<(?:b|strong)>([^<>]*)</(?:b|strong)>|</?[A-Za-z][^<>]*>");

  private static final Pattern LIST = Pattern.compile("(?i)\\s*<(?:ul|ol|li)\\b");

  private RawLines() {}

  /// The lines of a block that are not blank, each as text with a position; none if the block is of
  /// another kind.
  public static List<Inline> of(Node block) {
    return switch (block) {
      case FencedCodeBlock code -> code(code.getLiteral(), code, 1);
      case IndentedCodeBlock code -> code(code.getLiteral(), code, 0);
      case HtmlBlock html when LIST.matcher(html.getLiteral()).lookingAt() -> html(html);
      default -> List.of();
    };
  }

  private static List<Inline> code(String literal, Node block, int fence) {
    List<Inline> lines = new ArrayList<>();
    List<SourceSpan> spans = block.getSourceSpans();
    int number = fence;
    for (String line : literal.lines().toList()) {
      if (!line.isBlank()) {
        Text text = new Text(line.strip());
        if (number < spans.size()) {
          text.addSourceSpan(spans.get(number));
        }
        lines.add(new Inline(List.of(text)));
      }
      number++;
    }
    return lines;
  }

  private static List<Inline> html(HtmlBlock block) {
    List<Inline> lines = new ArrayList<>();
    String literal = block.getLiteral();
    Matcher end = BREAK.matcher(literal);
    int from = 0;
    while (end.find()) {
      add(literal.substring(from, end.start()), lines);
      from = end.end();
    }
    add(literal.substring(from), lines);
    return lines;
  }

  /// Adds text and the tags in it, which are sanitized later.
  private static void add(String line, List<Inline> lines) {
    if (line.isBlank()) {
      return;
    }
    List<Node> nodes = new ArrayList<>();
    Matcher tag = TAG.matcher(line);
    int from = 0;
    while (tag.find()) {
      addText(line.substring(from, tag.start()), nodes);
      if (tag.group(1) == null) {
        HtmlInline inline = new HtmlInline();
        inline.setLiteral(tag.group());
        nodes.add(inline);
      } else {
        StrongEmphasis strong = new StrongEmphasis("**");
        strong.appendChild(new Text(unescape(tag.group(1))));
        nodes.add(strong);
      }
      from = tag.end();
    }
    addText(line.substring(from), nodes);
    lines.add(new Inline(nodes));
  }

  private static void addText(String html, List<Node> nodes) {
    String text = nodes.isEmpty() ? html.stripLeading() : html;
    if (!text.isEmpty()) {
      nodes.add(new Text(unescape(text)));
    }
  }

  static String unescape(String html) {
    return html.replaceAll("&(?:nbsp|#160);", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
