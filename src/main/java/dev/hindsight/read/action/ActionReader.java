package dev.hindsight.read.action;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Block;
import dev.hindsight.model.Priority;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.fact.SectionContent;
import dev.hindsight.read.fact.SectionContentReader;
import dev.hindsight.read.html.SafeHtmlRenderer;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.read.markdown.RawLines;
import dev.hindsight.read.markdown.Table;
import dev.hindsight.read.metadata.Metadata;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.HeadingNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/// Reads a section of action items: lists of every kind, and tables. Headings and items that only
/// name a group become prose. Items of a group that is called completed are done.
///
/// ```
/// 1. **[high]** Refactor cron job to use connection pooling (Assigned: Dave)
/// - [x] Add an alert
/// ```
public final class ActionReader implements SectionContentReader {
  /// `Short term (High Priority)`
  private static final Pattern PRIORITY =
      Pattern.compile(
          "(?i)\\b(?:(critical|urgent|high|medium|low)[\\s-]+priority|priority:?\\s*(critical|urgent|high|medium|low)|\\(?(P\\d)\\)?)\\b");

  private static final Pattern OWNER = Pattern.compile("\\p{Lu}{2,3}|@[\\w.-]{2,40}");

  private static final int LONGEST_LABEL = 60;

  private static final Pattern GROUP_DONE =
      Pattern.compile("(?i).*(?:\\b(?:completed?|done|implemented|already|taken)\\b|✅).*");

  /// Whether a heading says that the items below it are done.
  public static boolean isDone(String heading) {
    return GROUP_DONE.matcher(heading).matches()
        || Stream.of(HeadingNormalizer.folded(heading).split("[^\\p{L}]+"))
            .anyMatch(word -> Vocabulary.has("done-remark", word));
  }

  @Override
  public List<Block> read(SectionContent content, ReportContext context, SafeHtmlRenderer html) {
    return new Walk(content, context, html).blocks();
  }

  private static final class Walk {
    private final SectionContent content;
    private final ReportContext context;
    private final SafeHtmlRenderer html;
    private final ActionForms forms;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Node> prose = new ArrayList<>();
    private ActionForms.Group group;
    private boolean isAside;

    Walk(SectionContent content, ReportContext context, SafeHtmlRenderer html) {
      this.content = content;
      this.context = context;
      this.html = html;
      this.forms = new ActionForms(content.anchor(), context, html);
      this.group = group(content.heading());
    }

    private ActionForms.Group group(String heading) {
      Matcher written = PRIORITY.matcher(heading);
      Optional<Priority> priority =
          written.find()
              ? Stream.of(1, 2, 3)
                  .flatMap(group -> Optional.ofNullable(written.group(group)).stream())
                  .findFirst()
                  .flatMap(name -> ActionWords.onScale(name, context))
              : Optional.empty();
      Optional<String> owner =
          Optional.of(heading.strip().replaceFirst("[:：]$", "").strip()).filter(this::isOwner);
      return new ActionForms.Group(isDone(heading), priority, owner);
    }

    /// Whether a line above a list labels the whole list: `Done:`, `**Open**`.
    private boolean isLabel(Paragraph paragraph) {
      String words = Inline.text(paragraph).strip();
      boolean isBold = isBoldLine(paragraph);
      return words.length() <= LONGEST_LABEL
          && (isBold || words.matches("(?s).*[:：]"))
          && (Vocabulary.has("done", words)
              || isOwner(words.replaceFirst("[:：]$", ""))
              || Vocabulary.has("action-group", words)
              || PRIORITY.matcher(words).find());
    }

    private static boolean isBoldLine(Paragraph paragraph) {
      return paragraph.getFirstChild() instanceof StrongEmphasis strong && strong.getNext() == null;
    }

    /// Whether a line above a list names who is to do all of it: initials or an account.
    private boolean isOwner(String words) {
      return OWNER.matcher(words).matches() && !Vocabulary.has("abbreviation", words);
    }

    List<Block> blocks() {
      for (Node node : content.nodes()) {
        switch (node) {
          case Heading heading -> {
            group = group(Inline.text(heading));
            isAside = Vocabulary.has("aside", Inline.text(heading));
            prose.add(heading);
          }
          case Node _ when isAside -> prose.add(node);
          case Paragraph label when isLabel(label) -> {
            group = group(Inline.text(label));
            prose.add(label);
          }
          case Paragraph other when isBoldLine(other) -> {
            group = group.withoutOwner();
            prose.add(other);
          }
          case ListBlock list when isDetail(list) -> prose.add(list);
          case ListBlock list -> list(list);
          case TableBlock block -> table(block);
          case HtmlBlock block when !RawLines.of(block).isEmpty() -> rawList(block);
          default -> prose.add(node);
        }
      }
      flush();
      return blocks;
    }

    /// Whether a bullet list interrupts a numbered list. Its items are details of the item above.
    private static boolean isDetail(ListBlock list) {
      Node before = list.getPrevious();
      while (before instanceof Paragraph) {
        before = before.getPrevious();
      }
      return list instanceof BulletList
          && before instanceof OrderedList numbered
          && numbered.getFirstChild() == numbered.getLastChild();
    }

    private void list(ListBlock list) {
      List<ActionItem> items = new ArrayList<>();
      for (ListItems.Item item : ListItems.of(list)) {
        if (isGroup(item)) {
          add(items);
          items = new ArrayList<>();
          group = group(item.line().text());
          prose.add(paragraph(item.line()));
          for (Node below : item.rest()) {
            if (below instanceof ListBlock inner) {
              list(inner);
            } else {
              prose.add(below);
            }
          }
        } else if (item.rest().isEmpty() && Metadata.isNothing(item.line().text())) {
          add(items);
          items = new ArrayList<>();
          prose.add(paragraph(item.line()));
        } else {
          flush();
          items.add(forms.item(item, group));
        }
      }
      add(items);
    }

    /// One line as a paragraph; several lines in one paragraph would run together.
    private static Paragraph paragraph(Inline line) {
      Paragraph paragraph = new Paragraph();
      line.nodes().forEach(paragraph::appendChild);
      return paragraph;
    }

    /// A list in HTML.
    private void rawList(HtmlBlock block) {
      flush();
      add(
          RawLines.of(block).stream()
              .map(line -> forms.item(ListItems.raw(line, block), group))
              .collect(Collectors.toCollection(ArrayList::new)));
    }

    /// Whether an item is only a label for the list below it: `Short-term:`.
    private boolean isGroup(ListItems.Item item) {
      String words = item.line().text().strip();
      return item.box() == ListItems.Box.NONE
          && item.rest().stream().anyMatch(ListBlock.class::isInstance)
          && (context.config().kind(words) == SectionKind.ACTION_ITEMS
              || Vocabulary.has("action-group", words));
    }

    private void table(TableBlock block) {
      Table table = Table.of(block);
      ActionTable actions = new ActionTable(table, content.anchor(), context, html);
      if (!actions.isActions()) {
        prose.add(block);
        return;
      }
      flush();
      blocks.add(new Block.Actions(table.header(), actions.rows(group)));
    }

    private void add(List<ActionItem> items) {
      if (!items.isEmpty()) {
        flush();
        blocks.add(new Block.Actions(List.of(), items));
      }
    }

    private void flush() {
      if (!prose.isEmpty()) {
        Block.Prose text = html.prose(List.copyOf(prose), content.anchor());
        prose.clear();
        if (!text.html().isEmpty()) {
          blocks.add(text);
        }
      }
    }
  }
}
