package dev.hindsight.read.metadata;

import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.read.markdown.Table;
import dev.hindsight.read.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Finds metadata in the text: lines, list items, rows of a table with two columns, and headings
/// that consist of a short key and its value. The text stays as it is.
///
/// ```
/// **Severity:** SEV2      - Duration: 3h 17m      | Status | resolved |      ## Date: July 1, 2020
/// ```
public final class MetadataLines {
  public static final Pattern COLON = Pattern.compile("\\s*[:：·—–]\\s*|\\s+-\\s+");
  private static final Pattern PLAIN =
      Pattern.compile("\\s*([\\p{L}][^:：|]{0,38}?)\\s*(?:[:：]\\s+|：)(.*\\S)\\s*", Pattern.DOTALL);
  private static final Pattern LAST_COLON = Pattern.compile("[:：]$");
  private static final Pattern ANOTHER = Pattern.compile("\\s*[|·•]\\s*$");
  private static final int LONGEST_KEY = 60;

  /// A key, its value, and the node that contains both.
  public record Line(String key, String value, Node node) {}

  private MetadataLines() {}

  /// Whether a section with this name contains metadata.
  public static boolean isMetadata(String heading) {
    return Vocabulary.has("metadata-section", heading);
  }

  /// The keys of a block, in order.
  public static List<Line> of(Node block) {
    return switch (block) {
      case Paragraph paragraph -> paragraph(paragraph);
      case ListBlock list -> list(list);
      case TableBlock table -> table(Table.of(table), table);
      case Heading heading -> heading(heading);
      case BlockQuote quote ->
          Inline.children(quote).stream().flatMap(child -> of(child).stream()).toList();
      default -> List.of();
    };
  }

  private static List<Line> paragraph(Paragraph paragraph) {
    List<Line> lines = new ArrayList<>();
    for (Inline line : Inline.lines(paragraph)) {
      lines.addAll(line(line, paragraph));
    }
    return lines;
  }

  private static List<Line> list(ListBlock list) {
    List<Line> lines = new ArrayList<>();
    for (ListItems.Item item : ListItems.of(list)) {
      List<Line> keys = line(item.line(), item.node());
      lines.addAll(keys.isEmpty() ? listBelow(item) : keys);
    }
    return lines;
  }

  /// A key on its own, with its values in a list below it.
  private static List<Line> listBelow(ListItems.Item item) {
    String key = item.line().text().strip();
    if (key.length() > LONGEST_KEY || !endsWithColon(key)) {
      return List.of();
    }
    return item.rest().stream()
        .filter(ListBlock.class::isInstance)
        .limit(1)
        .map(list ->
            new Line(
                key.substring(0, key.length() - 1).strip(),
                ListItems.of((ListBlock) list).stream()
                    .map(below -> below.line().text().strip())
                    .collect(Collectors.joining("\n")),
                item.node()))
        .toList();
  }

  private static List<Line> table(Table table, Node node) {
    List<Line> lines = new ArrayList<>();
    if (table.header().size() != 2) {
      // A table with a single row has its keys in the header.
      if (table.rows().size() == 1 && table.header().size() > 2) {
        List<Inline> row = table.rows().getFirst();
        for (int i = 0; i < table.header().size(); i++) {
          lines.add(new Line(table.header().get(i), table.cell(row, i).text().strip(), node));
        }
      }
      return lines;
    }
    // A table without a header of its own has its first pair in the header.
    lines.add(new Line(table.header().get(0), table.header().get(1), node));
    for (List<Inline> row : table.rows()) {
      Inline key = table.cell(row, 0);
      Inline value = table.cell(row, 1);
      lines.add(
          new Line(
              LAST_COLON.matcher(key.text().strip()).replaceFirst(""),
              value.text().strip(),
              key.isEmpty() ? node : key.first()));
    }
    return lines;
  }

  private static List<Line> heading(Heading heading) {
    return plain(Inline.text(heading), heading);
  }

  /// A key with its value, without emphasis.
  private static List<Line> plain(String text, Node node) {
    if (text.indexOf(':') < 0 && text.indexOf('：') < 0) {
      return List.of();
    }
    Matcher plain = PLAIN.matcher(text);
    return plain.matches() ? List.of(new Line(plain.group(1), plain.group(2), node)) : List.of();
  }

  /// One line. Several keys can share a line if all of them are bold.
  private static List<Line> line(Inline line, Node place) {
    if (line.nodes().size() == 1 && line.first() instanceof Text text) {
      return plain(text.getLiteral(), text);
    }
    if (line.first() instanceof Text text && !text.getLiteral().isBlank()) {
      return text.getLiteral().contains(":") ? plain(line.text(), place) : List.of();
    }
    List<Line> lines = new ArrayList<>();
    String key = null;
    StringBuilder value = new StringBuilder();
    Node at = place;
    for (Node node : line.nodes()) {
      if ((node instanceof StrongEmphasis || node instanceof Emphasis) && isKey(node)) {
        add(lines, key, value, at);
        key = Inline.text(node).strip();
        value.setLength(0);
        at = node;
      } else {
        value.append(Inline.text(node));
      }
    }
    add(lines, key, value, at);
    return lines;
  }

  private static boolean isKey(Node type) {
    return endsWithColon(Inline.text(type).strip())
        || (type.getNext() instanceof Text next && COLON.matcher(next.getLiteral()).lookingAt());
  }

  private static void add(List<Line> lines, String key, CharSequence written, Node at) {
    if (key == null || key.length() > LONGEST_KEY) {
      return;
    }
    Matcher colon = COLON.matcher(written);
    String value = written.toString().substring(colon.lookingAt() ? colon.end() : 0).strip();
    boolean mayHaveAnother =
        !value.isEmpty() && "|·•".indexOf(value.charAt(value.length() - 1)) >= 0;
    lines.add(
        new Line(
            endsWithColon(key) ? key.substring(0, key.length() - 1).stripTrailing() : key,
            mayHaveAnother ? ANOTHER.matcher(value).replaceFirst("").strip() : value,
            at));
  }

  private static boolean endsWithColon(String text) {
    return text.endsWith(":") || text.endsWith("：");
  }
}
