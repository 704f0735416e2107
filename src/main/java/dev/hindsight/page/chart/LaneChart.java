package dev.hindsight.page.chart;

import dev.hindsight.model.Moment;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.chart.RowLayout.Mark;
import dev.hindsight.page.chart.RowLayout.Place;
import dev.hindsight.page.message.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws incidents in lanes, by time from left to right, with a line for each relation between
/// them.
final class LaneChart {
  static final double WIDTH = 1104;
  private static final double EDGE = 10;

  /// The height of the axis.
  private static final double TOP = 26;

  /// The height of a lane's name.
  private static final double HEADER = 24;

  /// The font size of labels in pixels.
  static final double LETTERS = 12;

  /// The width of a label; longer ones are shortened.
  private static final double LONGEST = 170;

  /// With more lines, those of similar incidents would hide the others.
  private static final int MOST_LINES = 150;

  private static final double UNDATED = 132;
  private static final int UNDATED_COLUMNS = 4;

  private final List<RelationEdge> relations;
  private final Messages messages;
  private final Optional<DateScale> scale;
  private final boolean hasUndated;
  private final Map<String, IncidentMark> nodes = new HashMap<>();

  /// How the incidents of a lane are placed.
  ///
  /// @param gap between the centers of two marks
  enum Style {
    /// Close together, with labels as far as there is space in four rows.
    LANE(24, 24),
    /// Related incidents beside each other.
    THREADS(24, 28),
    /// Marks without labels.
    MARKS(17, 18),
    /// Small marks without labels.
    SMALL(11, 12);

    private final double gap;
    private final double rowHeight;

    private boolean hasLabels() {
      return this == LANE || this == THREADS;
    }

    Style(double gap, double rowHeight) {
      this.gap = gap;
      this.rowHeight = rowHeight;
    }
  }

  /// The content of a lane.
  record Content(
      String name, Optional<SystemHistory> system, List<ChartIncident> subjects, Style style) {}

  private LaneChart(List<Content> contents, List<RelationEdge> relations, Messages messages) {
    this.relations = relations;
    this.messages = messages;
    List<ChartIncident> all = contents.stream().flatMap(lane -> lane.subjects().stream()).toList();
    List<LocalDate> days =
        all.stream().flatMap(subject -> subject.date().map(Moment::first).stream()).toList();
    this.hasUndated = days.size() < all.size();
    double left = EDGE + (hasUndated ? UNDATED : 0);
    this.scale =
        days.isEmpty() ? Optional.empty() : Optional.of(DateScale.of(days, left, WIDTH - EDGE));
  }

  /// @param relations those with an end outside of all lanes are left out
  static GraphLayout of(List<Content> contents, List<RelationEdge> relations, Messages messages) {
    return new LaneChart(contents, relations, messages).layout(contents);
  }

  private GraphLayout layout(List<Content> contents) {
    List<GraphLayout.Lane> lanes = new ArrayList<>();
    double y = TOP;
    for (Content content : contents) {
      lanes.add(lane(content, y));
      y += lanes.getLast().height();
    }
    List<RelationEdge> inside =
        relations.stream()
            .filter(
                edge -> nodes.containsKey(edge.from().key()) && nodes.containsKey(edge.to().key()))
            .toList();
    List<GraphLayout.EdgeLine> edges =
        edges(inside.size() > MOST_LINES ? RelationGraph.strongest(inside) : inside);
    return new GraphLayout(
        WIDTH,
        Svg.round(y),
        scale.map(days -> days.ticks(messages.times())).orElse(List.of()),
        hasUndated,
        lanes,
        edges,
        inside.size() - edges.size());
  }

  private GraphLayout.Lane lane(Content content, double y) {
    Style style = content.style();
    List<Mark> marks =
        marks(content.subjects().stream().sorted(ChartIncident.OLDEST_FIRST).toList(), style);
    List<Place> places =
        style == Style.THREADS
            ? RelatedRowLayout.stack(marks, relations, style.gap)
            : RowLayout.stack(marks, style.gap, style == Style.SMALL ? 1 : 4);
    int rows = 1 + places.stream().mapToInt(Place::row).max().orElse(0);
    List<IncidentMark> placed = places.stream().map(place -> node(place, y, style)).toList();
    placed.forEach(node -> nodes.put(node.id().key(), node));
    double height = HEADER + rows * style.rowHeight + EDGE;
    return new GraphLayout.Lane(
        content.name(), content.system(), Svg.round(y), Svg.round(height), placed);
  }

  /// Incidents without a date come first, at the left.
  private List<Mark> marks(List<ChartIncident> oldestFirst, Style style) {
    List<ChartIncident> undated =
        oldestFirst.stream().filter(subject -> subject.date().isEmpty()).toList();
    int columns = scale.isPresent() ? UNDATED_COLUMNS : (int) (WIDTH / UNDATED);
    double step = scale.isPresent() ? style.gap : UNDATED;
    // A few marks are placed below each other if there is space for their labels.
    int rows = Math.max(scale.isPresent() ? 4 : 1, (undated.size() + columns - 1) / columns);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < undated.size(); i++) {
      double column = EDGE + i / rows * step;
      double limit = scale.map(DateScale::left).orElse(column + UNDATED) - EDGE;
      marks.add(mark(undated.get(i), column, limit, style));
    }
    for (ChartIncident subject : oldestFirst) {
      subject
          .date()
          .map(date -> scale.orElseThrow().x(date.first()))
          .ifPresent(x -> marks.add(mark(subject, x, WIDTH, style)));
    }
    return marks;
  }

  private Mark mark(ChartIncident subject, double x, double limit, Style style) {
    double label = TextWidth.width(label(subject), LETTERS);
    boolean fits =
        style.hasLabels()
            && (subject.date().isPresent() || x + IncidentMark.TO_LABEL + label <= limit);
    return new Mark(subject, x, limit, fits ? label : 0);
  }

  private static String label(ChartIncident subject) {
    return TextWidth.shorten(subject.id().value(), LETTERS, LONGEST);
  }

  private static IncidentMark node(Place place, double top, Style style) {
    ChartIncident subject = place.subject();
    double x = Svg.round(place.x());
    double y = Svg.round(top + HEADER + (place.row() + 0.5) * style.rowHeight);
    double aside = place.isLabelBefore() ? -IncidentMark.TO_LABEL : IncidentMark.TO_LABEL;
    return new IncidentMark(
        subject.id(),
        subject.words(),
        subject.rank(),
        subject.isWritten(),
        style == Style.SMALL,
        x,
        y,
        style == Style.SMALL
            ? IncidentMark.circle(3, x, y)
            : IncidentMark.mark(subject.rank(), x, y),
        place.hasLabel()
            ? Optional.of(
                new IncidentMark.Label(
                    label(subject),
                    Svg.round(x + aside),
                    Svg.round(y + LETTERS / 3),
                    place.isLabelBefore()))
            : Optional.empty());
  }

  /// The strongest relations last, so that they are drawn above the others.
  private List<GraphLayout.EdgeLine> edges(List<RelationEdge> drawn) {
    return drawn.stream()
        .sorted(Comparator.comparing(RelationEdge::kind).reversed())
        .map(edge -> {
          IncidentMark from = nodes.get(edge.from().key());
          IncidentMark to = nodes.get(edge.to().key());
          String path = Svg.curve(from.x(), from.y(), to.x(), to.y());
          return new GraphLayout.EdgeLine(
              from.id(), to.id(), new RelationKind(edge.kind(), messages), path);
        })
        .toList();
  }
}
