package dev.hindsight.read.markdown;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Alert boxes, in the notations of GitHub, `> [!NOTE]`
/// (<https://docs.github.com/get-started/writing-on-github#alerts>), Obsidian, `> [!info]- Title`,
/// Docusaurus, `:::note`, and MkDocs, `!!! note "Title"`.
public final class Alerts {
  /// The kinds of other tools, and the kinds that GitHub has for them.
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("note", "note"),
          Map.entry("info", "note"),
          Map.entry("abstract", "note"),
          Map.entry("summary", "note"),
          Map.entry("tldr", "note"),
          Map.entry("todo", "note"),
          Map.entry("example", "note"),
          Map.entry("quote", "note"),
          Map.entry("cite", "note"),
          Map.entry("seealso", "note"),
          Map.entry("question", "note"),
          Map.entry("help", "note"),
          Map.entry("faq", "note"),
          Map.entry("tip", "tip"),
          Map.entry("hint", "tip"),
          Map.entry("success", "tip"),
          Map.entry("check", "tip"),
          Map.entry("done", "tip"),
          Map.entry("important", "important"),
          Map.entry("warning", "warning"),
          Map.entry("warn", "warning"),
          Map.entry("attention", "warning"),
          Map.entry("caution", "caution"),
          Map.entry("danger", "caution"),
          Map.entry("error", "caution"),
          Map.entry("bug", "caution"),
          Map.entry("failure", "caution"),
          Map.entry("fail", "caution"),
          Map.entry("missing", "caution"));

  private static final Pattern MARK = Pattern.compile("\\[!([A-Za-z]{2,20})][+-]?(?:\\s+(.*))?");

  private static final Pattern DIRECTIVE =
      Pattern.compile(
          ":::\\s*(?<kind>[A-Za-z]{2,20})(?:\\s*\\[(?<title>[^\\]]*)]|\\s+(?<words>.*))?");

  private static final Pattern ADMONITION =
      Pattern.compile(
          "(?:!!!|\\?\\?\\?\\+?)\\s+(?<kind>[A-Za-z]{2,20})(?:\\s+\"(?<title>[^\"]*)\")?");

  private Alerts() {}

  /// Rewrites `:::` and `!!!` as quotes. No line is added or removed, so positions stay right.
  public static String asQuotes(String text) {
    return text.contains(":::") || text.contains("!!! ") || text.contains("??? ")
        ? new Quoting(text).text()
        : text;
  }

  /// Replaces quotes that begin with a mark by boxes.
  public static void replace(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(BlockQuote quote) {
            visitChildren(quote);
            Alerts.replace(quote);
          }
        });
  }

  private static void replace(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph first)
        || !(first.getFirstChild() instanceof Text words)) {
      return;
    }
    Matcher mark = MARK.matcher(words.getLiteral().strip());
    if (!mark.matches() || !KINDS.containsKey(mark.group(1).toLowerCase(Locale.ROOT))) {
      return;
    }
    String kind = mark.group(1).toLowerCase(Locale.ROOT);
    SiteNode.Alert alert = new SiteNode.Alert(KINDS.get(kind));
    alert.setSourceSpans(quote.getSourceSpans());
    SiteNode.AlertTitle title = new SiteNode.AlertTitle();
    String written = mark.group(2) == null ? "" : mark.group(2).strip();
    String name = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    words.unlink();
    boolean isAlone =
        first.getFirstChild() == null || first.getFirstChild() instanceof SoftLineBreak;
    title.appendChild(new Text(written.isEmpty() && isAlone ? name : written));
    Node next;
    for (Node node = first.getFirstChild(); node != null; node = next) {
      next = node.getNext();
      if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        node.unlink();
        break;
      }
      title.appendChild(node);
    }
    alert.appendChild(title);
    if (first.getFirstChild() == null) {
      first.unlink();
    }
    Inline.children(quote).forEach(alert::appendChild);
    quote.insertBefore(alert);
    quote.unlink();
  }

  /// Rewrites the lines of a text in one pass.
  private static final class Quoting {
    private final StringBuilder out = new StringBuilder();
    private boolean isFenced;
    private boolean inDirective;
    private boolean inAdmonition;

    Quoting(String text) {
      for (String line : text.split("(?<=\n)")) {
        line(line);
      }
    }

    String text() {
      return out.toString();
    }

    private void line(String line) {
      String words = line.strip();
      if (words.startsWith("```") || words.startsWith("~~~")) {
        isFenced ^= true;
      }
      if (inAdmonition && !words.isEmpty() && !line.startsWith("    ") && !line.startsWith("\t")) {
        inAdmonition = false;
      }
      Matcher directive = DIRECTIVE.matcher(words);
      Matcher admonition = ADMONITION.matcher(words);
      boolean isFree = !isFenced && !inDirective && !inAdmonition;
      if (isFree && directive.matches() && isKnown(directive)) {
        inDirective = true;
        String title = directive.group("title");
        begin(directive, title == null ? directive.group("words") : title, line);
      } else if (isFree && admonition.matches() && isKnown(admonition)) {
        inAdmonition = true;
        begin(admonition, admonition.group("title"), line);
      } else if (inDirective && !isFenced && words.equals(":::")) {
        inDirective = false;
        out.append(line.substring(line.stripTrailing().length()));
      } else if (inDirective) {
        out.append("> ").append(line);
      } else if (inAdmonition && !words.isEmpty()) {
        out.append("> ").append(line.startsWith("\t") ? line.substring(1) : line.substring(4));
      } else if (inAdmonition) {
        out.append(">").append(line);
      } else {
        out.append(line);
      }
    }

    private static boolean isKnown(Matcher mark) {
      return KINDS.containsKey(mark.group("kind").toLowerCase(Locale.ROOT));
    }

    private void begin(Matcher mark, String title, String line) {
      out.append("> [!").append(mark.group("kind")).append(']');
      if (title != null && !title.isBlank()) {
        out.append(' ').append(title.strip());
      }
      out.append(line.substring(line.stripTrailing().length()));
    }
  }
}
