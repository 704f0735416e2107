package dev.hindsight.page.chart;

import dev.hindsight.model.Moment;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.chart.Rows.Mark;
import dev.hindsight.page.chart.Rows.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws incidents in lanes, time from left to right, and a line for each bond between them.
final class LaneChart {
  static final double WIDTH = 1104;
  private static final double EDGE = 10;

  /// Of the axis.
  private static final double TOP = 26;

  /// Of the name of a lane.
  private static final double HEADER = 24;

  /// Of labels in pixels.
  static final double LETTERS = 12;

  /// Of a label; a longer one is shortened.
  private static final double LONGEST = 170;

  /// With more, those that are only alike would hide the others.
  private static final int MOST_LINES = 150;

  private static final double UNDATED = 132;
  private static final int UNDATED_COLUMNS = 4;

  private final List<Bond> bonds;
  private final Optional<Timescale> scale;
  private final boolean hasUndated;
  private final Map<String, Node> nodes = new HashMap<>();

  /// How the incidents of a lane are placed.
  ///
  /// @param gap between the middles of two marks
  enum Style {
    /// Close together, with labels as far as four rows have room for them.
    LANE(24, 24),
    /// Those that hang together beside each other.
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

  /// What a lane is to hold.
  record Content(
      String name, Optional<SystemHistory> system, List<Subject> subjects, Style style) {}

  private LaneChart(List<Content> contents, List<Bond> bonds) {
    this.bonds = bonds;
    List<Subject> all = contents.stream().flatMap(lane -> lane.subjects().stream()).toList();
    List<LocalDate> days =
        all.stream().flatMap(subject -> subject.date().map(Moment::first).stream()).toList();
    this.hasUndated = days.size() < all.size();
    double left = EDGE + (hasUndated ? UNDATED : 0);
    this.scale =
        days.isEmpty() ? Optional.empty() : Optional.of(Timescale.of(days, left, WIDTH - EDGE));
  }

  /// @param bonds those with an end that no lane holds are left out
  static GraphLayout of(List<Content> contents, List<Bond> bonds) {
    return new LaneChart(contents, bonds).layout(contents);
  }

  private GraphLayout layout(List<Content> contents) {
    List<Lane> lanes = new ArrayList<>();
    double y = TOP;
    for (Content content : contents) {
      lanes.add(lane(content, y));
      y += lanes.getLast().height();
    }
    List<Bond> inside =
        bonds.stream()
            .filter(
                bond -> nodes.containsKey(bond.from().key()) && nodes.containsKey(bond.to().key()))
            .toList();
    List<Edge> edges = edges(inside.size() > MOST_LINES ? Bonds.telling(inside) : inside);
    return new GraphLayout(
        WIDTH,
        Svg.round(y),
        scale.map(Timescale::ticks).orElse(List.of()),
        hasUndated,
        lanes,
        edges,
        inside.size() - edges.size());
  }

  private Lane lane(Content content, double y) {
    Style style = content.style();
    List<Mark> marks =
        marks(content.subjects().stream().sorted(Subject.OLDEST_FIRST).toList(), style);
    List<Place> places =
        style == Style.THREADS
            ? Threads.stack(marks, bonds, style.gap)
            : Rows.stack(marks, style.gap, style == Style.SMALL ? 1 : 4);
    int rows = 1 + places.stream().mapToInt(Place::row).max().orElse(0);
    List<Node> placed = places.stream().map(place -> node(place, y, style)).toList();
    placed.forEach(node -> nodes.put(node.id().key(), node));
    double height = HEADER + rows * style.rowHeight + EDGE;
    return new Lane(content.name(), content.system(), Svg.round(y), Svg.round(height), placed);
  }

  /// What has no date comes first: it stands at the left.
  private List<Mark> marks(List<Subject> oldestFirst, Style style) {
    List<Subject> undated =
        oldestFirst.stream().filter(subject -> subject.date().isEmpty()).toList();
    int columns = scale.isPresent() ? UNDATED_COLUMNS : (int) (WIDTH / UNDATED);
    double step = scale.isPresent() ? style.gap : UNDATED;
    // A few stand below each other, where there is room for their labels.
    int rows = Math.max(scale.isPresent() ? 4 : 1, (undated.size() + columns - 1) / columns);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < undated.size(); i++) {
      double column = EDGE + i / rows * step;
      double limit = scale.map(Timescale::left).orElse(column + UNDATED) - EDGE;
      marks.add(mark(undated.get(i), column, limit, style));
    }
    for (Subject subject : oldestFirst) {
      subject
          .date()
          .map(date -> scale.orElseThrow().x(date.first()))
          .ifPresent(x -> marks.add(mark(subject, x, WIDTH, style)));
    }
    return marks;
  }

  private Mark mark(Subject subject, double x, double limit, Style style) {
    double label = Lettering.width(label(subject), LETTERS);
    boolean fits =
        style.hasLabels() && (subject.date().isPresent() || x + Node.TO_LABEL + label <= limit);
    return new Mark(subject, x, limit, fits ? label : 0);
  }

  private static String label(Subject subject) {
    return Lettering.shorten(subject.id().value(), LETTERS, LONGEST);
  }

  private static Node node(Place place, double top, Style style) {
    Subject subject = place.subject();
    double x = Svg.round(place.x());
    double y = Svg.round(top + HEADER + (place.row() + 0.5) * style.rowHeight);
    double aside = place.isLabelBefore() ? -Node.TO_LABEL : Node.TO_LABEL;
    return new Node(
        subject.id(),
        subject.words(),
        subject.rank(),
        subject.isWritten(),
        style == Style.SMALL,
        x,
        y,
        style == Style.SMALL ? Node.circle(3, x, y) : Node.mark(subject.rank(), x, y),
        place.hasLabel()
            ? Optional.of(
                new Node.Label(
                    label(subject),
                    Svg.round(x + aside),
                    Svg.round(y + LETTERS / 3),
                    place.isLabelBefore()))
            : Optional.empty());
  }

  /// The surest last, so that they lie above the others.
  private List<Edge> edges(List<Bond> drawn) {
    return drawn.stream()
        .sorted(Comparator.comparing(Bond::kind).reversed())
        .map(bond -> {
          Node from = nodes.get(bond.from().key());
          Node to = nodes.get(bond.to().key());
          String path = Svg.curve(from.x(), from.y(), to.x(), to.y());
          return new Edge(from.id(), to.id(), bond.kind(), path);
        })
        .toList();
  }
}
