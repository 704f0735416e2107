package dev.hindsight.read.report;

import dev.hindsight.model.SectionKind;
import dev.hindsight.read.action.ActionReader;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.ListItems;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.read.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Decides the kinds of a section: by its heading, else by the section it is in, else by its
/// content.
final class SectionKinds {
  /// The kinds of sections in which task lists are action items.
  private static final Set<SectionKind> WITH_TASKS =
      Set.of(
          SectionKind.OTHER,
          SectionKind.DETECTION,
          SectionKind.ROOT_CAUSE,
          SectionKind.CONTRIBUTING_FACTORS,
          SectionKind.LESSONS_LEARNED);

  private static final Set<SectionKind> FIXES =
      Set.of(SectionKind.RESOLUTION, SectionKind.MITIGATION);

  private final ReportContext context;

  /// Whether the report has a timeline by its heading. Then no other part becomes one.
  private final boolean hasTimeline;

  SectionKinds(ReportContext context, List<Node> nodes) {
    this.context = context;
    this.hasTimeline =
        nodes.stream()
            .anyMatch(node ->
                node instanceof Heading heading
                    && ofHeading(heading).contains(SectionKind.TIMELINE));
  }

  /// The meanings of a heading by itself.
  List<SectionKind> ofHeading(Heading title) {
    return context.config().kinds(Inline.text(title));
  }

  /// Whether a heading below that of a section continues the section, although its words may mean
  /// something else: `Recovery` above more times of a timeline, `Detection` above more action
  /// items, or `Verification` in any section.
  ///
  /// @param content the nodes between the heading and the next one
  boolean isContinued(List<SectionKind> section, Heading title, List<Node> content) {
    String words = Inline.text(title);
    if (section.getFirst() != SectionKind.OTHER && Vocabulary.has("aside", words)) {
      return true;
    }
    if (section.contains(SectionKind.TIMELINE)) {
      return !content.isEmpty() && beginsWithTime(content.getFirst());
    }
    return section.getFirst() == SectionKind.ACTION_ITEMS
        && !ofHeading(title).contains(SectionKind.ACTION_ITEMS)
        && Vocabulary.has("action-group", words);
  }

  private boolean beginsWithTime(Node node) {
    String words =
        switch (node) {
          case ListBlock list -> ListItems.of(list).getFirst().line().text();
          case Paragraph paragraph -> Inline.text(paragraph);
          default -> "";
        };
    return TimeText.at(words, context.isDayFirst()).flatMap(TimeText::time).isPresent();
  }

  /// The kinds of a section by its heading and by the kinds of the section it is in.
  ///
  /// @param content the nodes between the heading and the next one
  List<SectionKind> of(Heading title, List<SectionKind> parent, List<Node> content) {
    List<SectionKind> own = ofHeading(title);
    String words = Inline.text(title);
    if (parent.getFirst() == SectionKind.OTHER) {
      return own;
    }
    if (own.getFirst() == SectionKind.OTHER
        || (own.contains(SectionKind.SUMMARY) && Vocabulary.has("leading-up", words))) {
      // A subsection whose own kind is unknown (`Documentation` in `Action items`) or weak (`What
      // happened` in `Root cause`).
      return parent;
    }
    if (own.equals(List.of(SectionKind.ACTION_ITEMS)) && FIXES.contains(parent.getFirst())) {
      // Actions taken at once, `Immediate actions (completed)` in `Remediation`, are part of the
      // fix.
      return ActionReader.isDone(words)
          ? List.of(SectionKind.ACTION_ITEMS, SectionKind.RESOLUTION)
          : Vocabulary.has("at-once", words) && content.stream().noneMatch(this::isOfActions)
              ? parent
              : own;
    }
    return own;
  }

  /// The kinds of a section, with the kinds that only its content shows.
  ///
  /// @param isTimed whether all of it is a timeline
  List<SectionKind> withContent(List<SectionKind> kinds, List<Part> parts, boolean isTimed) {
    List<SectionKind> all = new ArrayList<>(kinds);
    if (isTimed && !hasTimeline) {
      all.add(SectionKind.TIMELINE);
    }
    for (Part part : parts) {
      if (part.kind() != SectionKind.OTHER && !all.contains(part.kind())) {
        all.add(part.kind());
      }
    }
    if (all.size() > 1) {
      all.remove(SectionKind.OTHER);
    }
    return List.copyOf(all);
  }

  /// A run of blocks of one kind.
  ///
  /// @param kind `OTHER` if the blocks have the kind of their section
  record Part(SectionKind kind, List<Node> nodes) {}

  /// Splits the content of a section where a table or a list has a kind of its own.
  List<Part> parts(List<SectionKind> kinds, List<Node> content) {
    List<Part> parts = new ArrayList<>();
    boolean isAside = false;
    for (Node node : content) {
      if (node instanceof Heading heading) {
        isAside = Vocabulary.has("aside", Inline.text(heading));
      }
      SectionKind kind = isAside ? SectionKind.OTHER : kind(kinds, node);
      if (parts.isEmpty() || parts.getLast().kind() != kind) {
        parts.add(new Part(kind, new ArrayList<>()));
      }
      parts.getLast().nodes().add(node);
    }
    return parts;
  }

  private SectionKind kind(List<SectionKind> section, Node node) {
    boolean isOwn =
        section.contains(SectionKind.ACTION_ITEMS) || section.contains(SectionKind.TIMELINE);
    if (isOwn || node instanceof Heading) {
      return SectionKind.OTHER;
    }
    if (!hasTimeline && ContentForms.isTimeline(node, context.isDayFirst())) {
      return SectionKind.TIMELINE;
    }
    boolean isOfActions =
        ContentForms.isActionTable(node)
            || (WITH_TASKS.containsAll(section) && ContentForms.isTaskList(node));
    return isOfActions ? SectionKind.ACTION_ITEMS : SectionKind.OTHER;
  }

  private boolean isOfActions(Node node) {
    return ContentForms.isActionTable(node)
        || ContentForms.isTaskList(node)
        || ContentForms.isTicked(node);
  }
}
