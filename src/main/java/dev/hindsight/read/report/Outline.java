package dev.hindsight.read.report;

import dev.hindsight.model.SectionKind;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.read.metadata.MetadataLines;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.SiteConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Finds headings that the author wrote in another form: a bold line, a line such as `Timeline:`,
/// or bold words at the start of list items. It replaces them with real headings, so that later
/// stages see only those.
public final class Outline {
  private static final Pattern COLON = Pattern.compile("\\s*[:：]$");

  /// `Root cause: a disk was full.`
  private static final Pattern PLAIN_KEY = Pattern.compile("(\\p{L}[^:：]{1,58}?)\\s*[:：]\\s*");

  private static final Pattern SENTENCE = Pattern.compile("[.!。！]$");

  private static final int LONGEST = 60;

  private final SiteConfig config;
  private final List<Node> nodes;
  private final boolean hasHeadings;
  private final List<Node> result = new ArrayList<>();
  private final boolean hasKeysAbove;
  private int level = 1;
  private boolean isAbove = true;

  /// Whether the current section began with a bold line.
  private boolean isBelowBold;

  private Outline(SiteConfig config, List<Node> nodes) {
    this.config = config;
    this.nodes = nodes;
    this.hasHeadings =
        nodes.stream()
            .anyMatch(node ->
                node instanceof Heading heading
                    && config.kind(Inline.text(heading)) != SectionKind.OTHER);
    this.hasKeysAbove = hasKeysAbove();
  }

  /// Whether two or more sections above the first heading are written as a key with its text:
  /// `**Root Causes:** …`, as in the template of the SRE book.
  private boolean hasKeysAbove() {
    return nodes.stream()
            .takeWhile(node -> !(node instanceof Heading))
            .filter(Paragraph.class::isInstance)
            .map(Inline::lines)
            .filter(lines -> isKnownKey(lines.getFirst()))
            .map(lines -> config.kind(Inline.text(lines.getFirst().first())))
            .distinct()
            .count()
        >= 2;
  }

  /// The blocks of a report without its title, with real headings.
  public static List<Node> of(List<Node> nodes, SiteConfig config) {
    return new Outline(config, nodes).rewrite();
  }

  private List<Node> rewrite() {
    for (Node node : nodes) {
      switch (node) {
        case Heading heading -> {
          level = heading.getLevel();
          isAbove = false;
          isBelowBold = false;
          result.add(heading);
        }
        case Paragraph paragraph -> paragraph(paragraph);
        case ListBlock list -> list(list);
        default -> result.add(node);
      }
    }
    return result;
  }

  private boolean isKnown(String name) {
    return name.length() <= LONGEST && config.kind(name) != SectionKind.OTHER;
  }

  /// Whether a plain line is the name of a section. With other words, it may be a sentence.
  private boolean isName(String line) {
    return line.length() <= LONGEST && config.sections().isWholeName(line);
  }

  private void paragraph(Paragraph paragraph) {
    List<Inline> lines = Inline.lines(paragraph);
    Inline first = lines.getFirst();
    String name = first.text().strip();
    boolean isBold = first.nodes().size() == 1 && first.first() instanceof StrongEmphasis;
    boolean isPlain = first.nodes().size() == 1 && first.first() instanceof Text;
    boolean isSentence = PLAIN_KEY.matcher(name).lookingAt() && SENTENCE.matcher(name).find();
    boolean isLine =
        (isBold && isKnown(name) && !isSentence)
            || (isPlain && name.endsWith(":") && isName(name))
            || (isPlain && !hasHeadings && lines.size() == 1 && isName(name) && !hasText(first));
    boolean isOther = isBold && isBelowBold && lines.size() == 1 && isOtherHeading(name);
    if (isLine || isOther) {
      heading(name, paragraph);
      isBelowBold = isBold;
      rest(lines.subList(1, lines.size()));
    } else if (!hasHeadings
        && lines.stream().filter(this::isPlainKey).count() == 1
        && isPlainKey(first)) {
      heading(first.takeStart(PLAIN_KEY).orElseThrow().group(1), paragraph);
      rest(lines);
    } else if ((!hasHeadings || (isAbove && hasKeysAbove))
        && isKnownKey(first)
        && lines.stream().filter(this::isKey).count() == 1) {
      heading(takeKey(first), paragraph);
      rest(lines);
    } else {
      keepLines(paragraph, lines.size());
      result.add(paragraph);
    }
  }

  /// Whether a bold line of other words ends the section before it. Labels within the section, such
  /// as `Short-term` or a day, and sentences do not end it.
  private boolean isOtherHeading(String name) {
    return name.length() <= LONGEST
        && !SENTENCE.matcher(name).find()
        && !Vocabulary.has("action-group", name)
        && !Vocabulary.has("done", name)
        && !Vocabulary.has("term", name)
        && TimeText.at(name, true).isEmpty();
  }

  /// Whether a line is `Root cause: a disk was full.`
  private boolean isPlainKey(Inline line) {
    return hasText(line)
        && config.sections().isWholeName(line.text().strip().split("\\s*[:：]", 2)[0]);
  }

  /// Whether a line has a key without emphasis, and text after it.
  private static boolean hasText(Inline line) {
    if (!(line.first() instanceof Text text)) {
      return false;
    }
    Matcher key = PLAIN_KEY.matcher(text.getLiteral());
    return key.lookingAt() && key.end() < line.text().strip().length();
  }

  /// Keeps lines of keys and values apart. Markdown would join them.
  private static void keepLines(Paragraph paragraph, int lines) {
    if (lines < 2 || MetadataLines.of(paragraph).size() < lines) {
      return;
    }
    for (Node child : Inline.children(paragraph)) {
      if (child instanceof SoftLineBreak) {
        child.insertBefore(new HardLineBreak());
        child.unlink();
      }
    }
  }

  /// Whether a line is `**Summary:** the text`.
  private boolean isKnownKey(Inline line) {
    return isKey(line) && line.nodes().size() > 1 && isKnown(Inline.text(line.first()));
  }

  private boolean isKey(Inline line) {
    return line.first() instanceof StrongEmphasis strong
        && (Inline.text(strong).strip().endsWith(":")
            || (line.nodes().size() > 1
                && line.nodes().get(1) instanceof Text text
                && text.getLiteral().stripLeading().startsWith(":")));
  }

  private static String takeKey(Inline line) {
    String key = Inline.text(line.first()).strip();
    line.dropFirst();
    line.takeStart(MetadataLines.COLON);
    return key;
  }

  /// Replaces a list whose items are sections: at least two begin with the bold names of different
  /// kinds.
  private void list(ListBlock list) {
    List<ListItems.Item> items = ListItems.of(list);
    if (hasHeadings) {
      listOfLessons(list, items);
      return;
    }
    Set<SectionKind> kinds =
        items.stream()
            .filter(item -> item.line().first() instanceof StrongEmphasis)
            .map(item -> config.kind(Inline.text(item.line().first())))
            .filter(kind -> kind != SectionKind.OTHER)
            .collect(Collectors.toSet());
    if (kinds.size() < 2) {
      result.add(list);
      return;
    }
    items.forEach(this::section);
  }

  private void section(ListItems.Item item) {
    if (item.line().first() instanceof StrongEmphasis) {
      heading(takeKey(item.line()), item.node());
    }
    rest(List.of(item.line()));
    result.addAll(item.rest());
  }

  /// Replaces the last items of a list if they are sections: the bold name of action items, and
  /// perhaps other names, each with a list below it. An example is `- **Action items:**` in
  /// lessons.
  private void listOfLessons(ListBlock list, List<ListItems.Item> items) {
    int first = 0;
    while (first < items.size() && !kind(items.get(first)).equals(SectionKind.ACTION_ITEMS)) {
      first++;
    }
    List<ListItems.Item> sections = items.subList(first, items.size());
    if (sections.stream().anyMatch(item -> kind(item) == SectionKind.OTHER)) {
      sections = List.of();
    }
    sections.forEach(item -> item.node().unlink());
    if (list.getFirstChild() != null) {
      result.add(list);
    }
    sections.forEach(this::section);
  }

  /// The meaning of an item that is a bold name with a list below it.
  private SectionKind kind(ListItems.Item item) {
    boolean isName =
        item.line().nodes().size() <= 2
            && item.line().first() instanceof StrongEmphasis
            && item.rest().stream().anyMatch(ListBlock.class::isInstance);
    return isName ? config.kind(item.line().text().strip()) : SectionKind.OTHER;
  }

  private void heading(String name, Node place) {
    Heading heading = new Heading();
    heading.setSourceSpans(place.getSourceSpans());
    heading.setLevel(hasHeadings ? Math.min(6, level + 1) : 2);
    heading.appendChild(new Text(COLON.matcher(name).replaceFirst("")));
    result.add(heading);
  }

  /// Adds the remaining lines as a paragraph.
  private void rest(List<Inline> lines) {
    Paragraph paragraph = new Paragraph();
    for (Inline line : lines) {
      if (paragraph.getFirstChild() != null) {
        paragraph.appendChild(new SoftLineBreak());
      }
      if (paragraph.getSourceSpans().isEmpty() && line.first() != null) {
        paragraph.setSourceSpans(line.first().getSourceSpans());
      }
      line.nodes().forEach(paragraph::appendChild);
    }
    if (paragraph.getFirstChild() != null) {
      result.add(paragraph);
    }
  }
}
