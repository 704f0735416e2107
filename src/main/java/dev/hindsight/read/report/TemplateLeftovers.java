package dev.hindsight.read.report;

import dev.hindsight.model.Whitespace;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// Finds template text that the author has not replaced: instructions in brackets or alone in
/// italics, date formats, notes to oneself.
///
/// ```
/// [Time from issue start to resolution]
/// *List the sequence of events that led to the incident.*
/// | HH:mm | |
/// TODO: ask the network team
/// ```
public final class TemplateLeftovers extends AbstractVisitor {
  public static final ProblemKind TEMPLATE_TEXT =
      ProblemKind.warning(
          "template-text",
          ProblemKind.Topic.VALUES,
          """
          Text of a template that nobody replaced: `[Time from issue start to resolution]`, `HH:mm`, an instruction in italics, a
          paragraph that begins with `TODO`.
          """);

  private static final Pattern BRACKETS = Pattern.compile("[\\[<{]([^\\[\\]<>{}]{4,120})[]>}]");
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[^:]{1,30}:\\s*)?((?:YYYY-MM-DD|DD/MM/YYYY|MM/DD/YYYY|[Hh][Hh]:[Mm][Mm]|XX:XX|INC-(?:XXXX?|YYYY)-\\w+)\\b|[Ll]orem"
              + " ipsum\\b).*",
          Pattern.DOTALL);
  private static final Pattern NOTE =
      Pattern.compile("(?:TODO|FIXME|TBD|TBC)\\b[:.]?.*", Pattern.DOTALL);
  private static final int LONGEST = 60;

  /// The summary leaves out at most this many; a template has a handful.
  private static final int MOST = 100;

  private final ReportContext context;

  private TemplateLeftovers(ReportContext context) {
    this.context = context;
  }

  /// Searches a whole document.
  public static void find(Node document, ReportContext context) {
    document.accept(new TemplateLeftovers(context));
  }

  @Override
  public void visit(Text text) {
    String words = text.getLiteral();
    if (isFirst(text) && isForm(words.strip())) {
      report(text, 0, words.strip());
      return;
    }
    if (words.indexOf('[') < 0 && words.indexOf('<') < 0 && words.indexOf('{') < 0) {
      return;
    }
    Matcher brackets = BRACKETS.matcher(words);
    while (brackets.find()) {
      if (isInstruction(brackets.group(1))) {
        report(text, brackets.start(), brackets.group());
      }
    }
  }

  /// Date formats are only searched for where one can begin: at the start, and after the first
  /// colon.
  private static boolean isForm(String words) {
    return (mayBeginForm(words, 0) || mayBeginForm(words, words.indexOf(':') + 1))
        && FORM.matcher(words).matches();
  }

  private static boolean mayBeginForm(String words, int from) {
    int at = from;
    while (at < words.length() && Character.isWhitespace(words.charAt(at))) {
      at++;
    }
    return at < words.length() && "YDMHhXILl".indexOf(words.charAt(at)) >= 0;
  }

  @Override
  public void visit(Emphasis emphasis) {
    boolean isAlone = emphasis.getPrevious() == null && emphasis.getNext() == null;
    if (isAlone
        && emphasis.getParent() instanceof Paragraph paragraph
        && Vocabulary.has("no-response", Inline.text(emphasis))) {
      report(emphasis, 0, Inline.text(emphasis));
      // The author left this field of the template empty.
      emphasis.unlink();
      paragraph.unlink();
    } else if (isAlone
        && emphasis.getParent() instanceof Paragraph
        && Vocabulary.begins("template-order", Inline.text(emphasis))) {
      report(emphasis, 0, Inline.text(emphasis));
    } else {
      visitChildren(emphasis);
    }
  }

  @Override
  public void visit(Paragraph paragraph) {
    // A note in a list item may be a real task.
    if (!(paragraph.getParent() instanceof ListItem)
        && paragraph.getFirstChild() instanceof Text first
        && NOTE.matcher(first.getLiteral()).matches()) {
      report(paragraph, 0, first.getLiteral());
    } else {
      visitChildren(paragraph);
    }
  }

  @Override
  public void visit(Link link) {
    // These brackets belong to the link.
  }

  @Override
  public void visit(Code code) {}

  private static boolean isFirst(Text text) {
    return text.getPrevious() == null
        && (text.getParent() instanceof Paragraph || text.getParent() instanceof TableCell);
  }

  /// At least two words, the first of which begins an instruction or describes what belongs here.
  private static boolean isInstruction(String words) {
    return words.strip().contains(" ") && Vocabulary.begins("template-begin", words);
  }

  private void report(Node node, int offset, String found) {
    SourcePosition at = context.at(node);
    String line = Whitespace.collapse(found).strip();
    if (context.leftOvers().size() < MOST) {
      context.leftOvers().add(line);
    }
    String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    context.report(
        TEMPLATE_TEXT.at(
            new SourcePosition(at.file(), at.line(), at.column() + offset),
            "'" + cut + "' is left over from a template",
            "replace or remove it"));
  }
}
