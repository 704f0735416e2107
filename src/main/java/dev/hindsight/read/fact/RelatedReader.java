package dev.hindsight.read.fact;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.html.PlainText;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.site.text.IdCandidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads related incidents: list items or lines that begin with an ID (plain, bold or a link),
/// followed by a reason and the date of that incident in parentheses.
///
/// ```
/// - INC-2024-0089 - Similar connection pool issue in staging (2024-03-15)
/// **002** - Firewall IP lockout
/// ```
public final class RelatedReader implements BlockReader {
  private static final Pattern ID =
      Pattern.compile(
          "\\s*\\[{0,2}([\\p{L}\\p{N}]+(?:[-_][\\p{L}\\p{N}]+)*)(?:\\|([^\\]]*))?]{0,2}(?=[\\s:,;(–—]|$)");

  /// Other kinds of documents with numbers that look like IDs.
  private static final Pattern FOREIGN =
      Pattern.compile("(?i)(?:ADR|RFC|CVE|CWE|GHSA|KEP|PEP|ISO)-");

  private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[-–—:]+\\s+)?");
  private static final Pattern DATE =
      Pattern.compile("\\s*\\((\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)\\)\\s*$");

  /// An item or a line, with the nodes below it.
  ///
  /// @param id at the start of the line
  private record Entry(Inline line, List<Node> rest, Node node, Optional<String> id) {
    Entry(Inline line, List<Node> rest, Node node, ReportContext context) {
      this(line, rest, node, RelatedReader.id(line, context));
    }

    List<Node> all() {
      List<Node> all = new ArrayList<>(line.nodes());
      all.addAll(rest);
      return all;
    }
  }

  @Override
  public boolean mayRead(Node node, ReportContext context) {
    return node instanceof ListBlock
        || (node instanceof Paragraph paragraph
            && id(Inline.lines(paragraph).getFirst(), context).isPresent());
  }

  @Override
  public List<Block> read(Node node, String anchor, ReportContext context, SafeHtmlRenderer html) {
    List<Entry> entries = entries(node, context);
    if (entries.stream().allMatch(entry -> entry.id().isEmpty())) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    List<RelatedIncident> related = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.id().isPresent()) {
        related.add(related(entry, anchor, context, html));
      } else {
        add(blocks, related);
        related = new ArrayList<>();
        blocks.add(html.prose(entry.all(), anchor));
      }
    }
    add(blocks, related);
    return blocks;
  }

  private static List<Entry> entries(Node node, ReportContext context) {
    return switch (node) {
      case ListBlock list ->
          ListItems.of(list).stream()
              .map(item ->
                  item.box() == ListItems.Box.NONE
                      ? new Entry(item.line(), item.rest(), item.node(), context)
                      : new Entry(new Inline(List.of()), item.all(), item.node(), Optional.empty()))
              .toList();
      case Paragraph paragraph ->
          Inline.lines(paragraph).stream()
              .map(line -> new Entry(line, List.of(), paragraph, context))
              .toList();
      default -> List.of();
    };
  }

  private static void add(List<Block> blocks, List<RelatedIncident> related) {
    if (!related.isEmpty()) {
      blocks.add(new Block.Related(related));
    }
  }

  private static Optional<String> id(Inline line, ReportContext context) {
    boolean isWhole = line.first() instanceof Link || line.first() instanceof StrongEmphasis;
    Matcher matcher = ID.matcher(isWhole ? Inline.text(line.first()).strip() : line.text());
    return Optional.of(matcher)
        .filter(found -> isWhole ? found.matches() : found.lookingAt())
        .map(found -> found.group(1))
        .filter(id -> isId(id, context));
  }

  /// Whether a word is an ID, or the number at the start of a report's name.
  private static boolean isId(String word, ReportContext context) {
    boolean isNumber = word.chars().allMatch(Character::isDigit) && context.folder().isNumber(word);
    return isNumber || (!IdCandidates.in(word).isEmpty() && !FOREIGN.matcher(word).lookingAt());
  }

  private static RelatedIncident related(
      Entry entry, String anchor, ReportContext context, SafeHtmlRenderer html) {
    Inline line = entry.line();
    TextPosition place = context.place(line.isEmpty() ? entry.node() : line.first());
    IncidentId id = new IncidentId(entry.id().orElseThrow());
    Optional<String> label = Optional.empty();
    if (line.first() instanceof Link || line.first() instanceof StrongEmphasis) {
      line.dropFirst();
    } else {
      label = line.takeStart(ID).map(found -> found.group(2));
    }
    line.takeStart(SEPARATOR);
    Optional<Moment> date =
        line.takeEndIf(DATE, '(', found -> Moment.parse(found.group(1)).isPresent())
            .map(found -> found.group(1))
            .flatMap(Moment::parse);
    List<Node> words = entry.all();
    label.ifPresent(text -> words.addFirst(new Text(text + " ")));
    Html reason = html.of(words, anchor);
    String text = PlainText.of(reason);
    return new RelatedIncident(
        id, Optional.of(text).filter(reasons -> !reasons.isEmpty()), reason, date, place);
  }
}
