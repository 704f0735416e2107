package dev.hindsight.read.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// Finds words that only look like tags: `<filename>`, or `typed <script> into the form`. They are
/// shown as written and do not swallow the text after them.
public final class LiteralTags {
  /// Elements whose content a browser or a sanitizer does not treat as text. GitHub shows their
  /// tags as text for the same reason:
  /// <https://github.github.com/gfm/#disallowed-raw-html-extension->.
  private static final Set<String> OPAQUE =
      names(
          "applet base body embed form frame frameset head html iframe link math meta noembed"
              + " noframes noscript object option optgroup plaintext script select style svg"
              + " template textarea title xmp");

  /// The other elements of HTML.
  private static final Set<String> TRANSPARENT =
      names(
          "a abbr acronym address area article aside audio b basefont bdi bdo big blink"
              + " blockquote br button canvas caption center circle cite code col colgroup command"
              + " content data datalist dd del details dfn dialog dir div dl dt element em fieldset"
              + " figcaption figure font footer g h1 h2 h3 h4 h5 h6 header hgroup hr i image img"
              + " input ins isindex kbd keygen label legend li line listing main map mark marquee"
              + " menu menuitem meter multicol nav nextid nobr ol output p param path picture pre"
              + " progress q rb rp rt rtc ruby s samp search section shadow slot small source"
              + " spacer span strike strong sub summary sup table tbody td tfoot th thead time tr"
              + " track tt u ul use var video wbr");

  /// Elements that need no end tag.
  private static final Set<String> WITHOUT_END =
      names(
          "a area basefont br col colgroup dd dt hr image img input isindex keygen li nextid p"
              + " param rb rp rt rtc source spacer tbody td tfoot th thead tr track wbr");

  private static final Pattern TAG =
      Pattern.compile("^<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9-]*)(?<rest>[^>]*)");

  private static final Pattern PREFIXED = Pattern.compile("(?:ac|ri|at):[a-z-]+");

  private static final Pattern OPAQUE_TAG =
      Pattern.compile("(?i)<(?=/?(?:" + String.join("|", OPAQUE) + ")\\b)");

  /// More rounds than reports need. What is left over is escaped within its block.
  private static final int MOST_ROUNDS = 4;

  private LiteralTags() {}

  private static Set<String> names(String list) {
    return Set.of(list.split(" "));
  }

  /// If a line begins with a word that looks like a tag, or with a comment that never ends,
  /// Markdown treats the next lines as HTML. A backslash makes such a line text.
  ///
  /// @param text what the document was parsed from
  /// @return the same document if there is no such line
  static Node reparsed(Node document, String text) {
    Node parsed = document;
    String written = text;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Integer> places = new ArrayList<>();
      parsed.accept(
          new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
              if (isLiteral(html.getLiteral()) || isEndlessComment(html.getLiteral())) {
                int start = html.getSourceSpans().getFirst().getInputIndex();
                places.add(start + html.getLiteral().indexOf('<'));
              }
            }
          });
      if (places.isEmpty()) {
        return parsed;
      }
      StringBuilder escaped = new StringBuilder(written);
      places.reversed().forEach(place -> escaped.insert((int) place, '\\'));
      written = escaped.toString();
      parsed = Markdown.parsed(written);
    }
    return parsed;
  }

  private static boolean isEndlessComment(String html) {
    String block = html.stripLeading();
    return block.startsWith("<!--") && !block.contains("-->");
  }

  /// Turns all words that look like tags into text, and removes comments between words.
  static void replace(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock html) {
            if (isLiteral(html.getLiteral())
                || isEndlessComment(html.getLiteral())
                || isData(html.getLiteral())) {
              Paragraph paragraph = new Paragraph();
              paragraph.setSourceSpans(html.getSourceSpans());
              paragraph.appendChild(new Text(html.getLiteral()));
              html.insertBefore(paragraph);
              html.unlink();
            } else {
              html.setLiteral(OPAQUE_TAG.matcher(html.getLiteral()).replaceAll("&lt;"));
            }
          }

          @Override
          public void visit(Link link) {
            if (isName(link)) {
              Text name = (Text) link.getFirstChild();
              name.setLiteral("<" + name.getLiteral() + ">");
              link.insertBefore(name);
              link.unlink();
            } else {
              visitChildren(link);
            }
          }

          @Override
          protected void visitChildren(Node parent) {
            replaceIn(parent);
            Node next;
            for (Node child = parent.getFirstChild(); child != null; child = next) {
              next = child.getNext();
              child.accept(this);
            }
          }
        });
  }

  private static void replaceIn(Node parent) {
    Set<String> ended = new HashSet<>();
    boolean hasComment = false;
    Node previous;
    for (Node child = parent.getLastChild(); child != null; child = previous) {
      previous = child.getPrevious();
      if (child instanceof HtmlInline html) {
        Matcher tag = TAG.matcher(html.getLiteral());
        if (isData(html.getLiteral()) || (tag.find() && isLiteral(tag, ended))) {
          Text words = new Text(html.getLiteral());
          words.setSourceSpans(html.getSourceSpans());
          html.insertBefore(words);
          html.unlink();
        }
        hasComment |= html.getLiteral().startsWith("<!--");
      }
    }
    if (hasComment) {
      Comments.removeFrom(parent);
    }
  }

  /// Whether HTML is a part of XML that is not an element. Its text is content, unlike that of a
  /// comment.
  private static boolean isData(String html) {
    String block = html.stripLeading();
    return block.startsWith("<![") || block.startsWith("<?");
  }

  /// Whether a link is an element with a prefix, such as Confluence's `<ac:link>`, which Markdown
  /// reads as an address.
  private static boolean isName(Link link) {
    String address = link.getDestination();
    return PREFIXED.matcher(address).matches()
        && link.getTitle() == null
        && link.getFirstChild() instanceof Text text
        && text.getNext() == null
        && text.getLiteral().equals(address);
  }

  /// @param ended names of elements whose end tags come later in the same text
  private static boolean isLiteral(Matcher tag, Set<String> ended) {
    String name = tag.group("name").toLowerCase(Locale.ROOT);
    if (!TRANSPARENT.contains(name)) {
      return true;
    }
    if (!tag.group("end").isEmpty()) {
      ended.add(name);
      return false;
    }
    return tag.group("rest").isBlank() && !WITHOUT_END.contains(name) && !ended.contains(name);
  }

  /// Whether a block that was parsed as HTML begins with a word that looks like a tag.
  private static boolean isLiteral(String block) {
    Matcher tag = TAG.matcher(block.stripLeading());
    return tag.find() && !TRANSPARENT.contains(tag.group("name").toLowerCase(Locale.ROOT));
  }
}
