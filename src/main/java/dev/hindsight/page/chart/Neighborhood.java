package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.MissingReport;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Relation;
import dev.hindsight.page.message.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One report and the reports that relate to it: earlier ones on the left; on the right, later
/// ones, those without a date, and missing reports.
///
/// @param boxes the report itself, then the others from left to right, the oldest first
/// @param hidden how many neighbors have no space
public record Neighborhood(
    double width, double height, List<Box> boxes, List<Line> lines, int hidden) {
  private static final int MOST = 10;
  private static final double WIDE = 226;
  private static final double TALL = 66;
  private static final double BETWEEN = 12;
  private static final double BESIDES = 24;

  /// Half a line width, so that the outermost lines are not cut off.
  private static final double EDGE = 0.5;

  private static final double PADDING = 10;

  public Neighborhood {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  /// A report in the chart.
  ///
  /// @param title in lines, shortened to the available space
  /// @param how it relates to the report in the middle; empty for that report
  /// @param x its left edge
  /// @param y its top
  record Box(
      ChartIncident subject,
      String id,
      List<String> title,
      String how,
      boolean isOwn,
      double x,
      double y) {
    public double width() {
      return WIDE;
    }

    public double height() {
      return TALL;
    }
  }

  /// A line between the report in the middle and a neighbor.
  record Line(RelationKind kind, String path) {}

  private record Neighbor(ChartIncident subject, Relation relation) {}

  /// Finds the neighborhoods of incidents.
  static final class Finder {
    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final Map<String, MissingReport> unwritten = new HashMap<>();

    Finder(KnowledgeBase knowledge, Messages messages) {
      this.knowledge = knowledge;
      this.messages = messages;
      knowledge.unwritten().forEach(missing -> unwritten.put(missing.id().key(), missing));
    }

    /// Empty if an incident relates to no other.
    Optional<Neighborhood> of(Incident incident) {
      List<Relation> relations = knowledge.relations(incident.id());
      List<Neighbor> nearest =
          relations.stream()
              .limit(MOST)
              .map(relation -> new Neighbor(subject(relation.id()), relation))
              .toList();
      return nearest.isEmpty()
          ? Optional.empty()
          : Optional.of(draw(incident, nearest, relations.size() - nearest.size(), messages));
    }

    private ChartIncident subject(IncidentId id) {
      return knowledge
          .incident(id)
          .map(incident -> ChartIncident.of(incident, messages))
          .or(() ->
              Optional.ofNullable(unwritten.get(id.key()))
                  .map(missing -> ChartIncident.of(missing, messages)))
          .orElseGet(() -> new ChartIncident(id, "", Optional.empty(), 0, false, messages));
    }
  }

  private static Neighborhood draw(
      Incident incident, List<Neighbor> nearest, int hidden, Messages messages) {
    List<Neighbor> oldestFirst =
        nearest.stream()
            .sorted(Comparator.comparing(Neighbor::subject, ChartIncident.OLDEST_FIRST))
            .toList();
    List<Neighbor> left =
        oldestFirst.stream().filter(near -> isEarlier(near.subject(), incident)).toList();
    List<Neighbor> right =
        oldestFirst.stream().filter(near -> !isEarlier(near.subject(), incident)).toList();
    double height = height(Math.max(1, Math.max(left.size(), right.size())));
    // Without earlier reports, the chart begins with the report itself.
    double x = EDGE + (left.isEmpty() ? 0 : WIDE + BESIDES);
    Box middle = box(ChartIncident.of(incident, messages), "", true, x, EDGE + (height - TALL) / 2);
    List<Box> boxes = new ArrayList<>(List.of(middle));
    List<Line> lines = new ArrayList<>();
    place(left, EDGE, height, middle, boxes, lines);
    place(right, x + WIDE + BESIDES, height, middle, boxes, lines);
    double end = x + WIDE + (right.isEmpty() ? 0 : BESIDES + WIDE);
    return new Neighborhood(end + EDGE, height + 2 * EDGE, boxes, lines, hidden);
  }

  private static double height(int boxes) {
    return boxes * (TALL + BETWEEN) - BETWEEN;
  }

  private static boolean isEarlier(ChartIncident subject, Incident incident) {
    Optional<Moment> own = incident.date();
    return subject.isWritten()
        && subject.date().isPresent()
        && own.isPresent()
        && subject.date().get().compareTo(own.get()) < 0;
  }

  private static void place(
      List<Neighbor> column,
      double x,
      double height,
      Box middle,
      List<Box> boxes,
      List<Line> lines) {
    double top = (height - height(column.size())) / 2;
    for (int i = 0; i < column.size(); i++) {
      Neighbor near = column.get(i);
      double y = Svg.round(top + i * (TALL + BETWEEN) + EDGE);
      boxes.add(box(near.subject(), how(near), false, x, y));
      boolean isLeft = x < middle.x();
      double from = isLeft ? x + WIDE : middle.x() + WIDE;
      double to = isLeft ? middle.x() : x;
      double fromY = (isLeft ? y : middle.y()) + TALL / 2;
      double toY = (isLeft ? middle.y() : y) + TALL / 2;
      double turn = (from + to) / 2;
      String path = Svg.path("M# #C# # # # # #", from, fromY, turn, fromY, turn, toY, to, toY);
      RelationEdge.Kind kind = RelationEdge.of(near.subject().id(), near.relation()).kind();
      lines.add(new Line(new RelationKind(kind, near.subject().messages()), path));
    }
  }

  private static Box box(ChartIncident subject, String how, boolean isOwn, double x, double y) {
    double room = WIDE - 2 * PADDING;
    double rest = room - TextWidth.width(how, 12) - (how.isEmpty() ? 0 : PADDING / 2);
    String title =
        subject.isWritten() ? subject.title() : subject.messages().text("chart.no-report");
    return new Box(
        subject,
        TextWidth.shorten(subject.id().value(), TextWidth.NAME, rest),
        TextWidth.lines(title, 12, room, 2),
        how,
        isOwn,
        Svg.round(x),
        Svg.round(y));
  }

  private static String how(Neighbor near) {
    String key =
        switch (near.relation()) {
          case Relation.SameAs _ -> "same";
          case Relation.Declared _ -> "linked";
          case Relation.DeclaredBy _ -> "links";
          case Relation.Mentions _ -> "mentioned";
          case Relation.MentionedBy _ -> "mentions";
          case Relation.Recurs recurs -> recurs.isEarlier() ? "earlier" : "later";
          case Relation.Similar _ -> "similar";
        };
    return near.subject().messages().text("chart.neighbor." + key);
  }
}
