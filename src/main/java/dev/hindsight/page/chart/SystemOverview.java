package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.chart.SystemPairs.SystemPair;
import dev.hindsight.page.message.Messages;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A chart for sites with too many incidents for one chart: each system is a row with bars for its
/// incidents over time, and arcs join systems that fail together.
///
/// @param barWidth the width of the strokes that are bars
/// @param more systems without a row
record SystemOverview(
    double width,
    double height,
    List<DateScale.Tick> ticks,
    List<Row> rows,
    List<Arc> arcs,
    double barWidth,
    int more) {
  private static final int MOST_ROWS = 80;
  private static final int MOST_ARCS = 150;
  private static final int MOST_NEAR = 3;

  static final double ROW = 26;
  private static final double TOP = 26;
  private static final double NAME = 236;
  private static final double STRIP = 300;
  private static final double STRIP_END = 780;
  private static final double ARCS = 800;
  private static final double TALLEST = ROW - 6;

  /// One system.
  ///
  /// @param label its name, shortened to the available space
  /// @param relating the number of related pairs among its incidents
  /// @param y the middle of its row
  /// @param bars a path of vertical strokes, one for each quarter with incidents
  /// @param near the systems that most often fail with it
  record Row(
      SystemHistory system,
      String label,
      int relating,
      double y,
      String bars,
      List<SystemPair> near) {}

  /// Two systems that fail together.
  ///
  /// @param width of the stroke
  record Arc(SystemPair pair, String path, double width) {}

  static SystemOverview of(
      KnowledgeBase knowledge, RelationGraph graph, SystemPairs pairs, Messages messages) {
    List<SystemHistory> systems =
        knowledge.systems().stream()
            .filter(system -> !system.incidents().isEmpty())
            .sorted(
                Comparator.comparingInt((SystemHistory system) -> system.incidents().size())
                    .reversed())
            .toList();
    List<SystemHistory> shown = systems.stream().limit(MOST_ROWS).toList();
    Optional<DateScale> scale = scale(knowledge, STRIP_END);
    Strip strip = new Strip(scale, shown);
    List<Row> rows =
        IntStream.range(0, shown.size())
            .parallel()
            .mapToObj(i -> {
              SystemHistory system = shown.get(i);
              return row(
                  i,
                  system,
                  strip,
                  graph.among(system.incidents()).size(),
                  pairs.of(system).stream().limit(MOST_NEAR).toList());
            })
            .toList();
    return new SystemOverview(
        LaneChart.WIDTH,
        TOP + shown.size() * ROW + 8,
        scale.map(days -> days.ticks(messages.times())).orElse(List.of()),
        rows,
        arcs(rows, pairs),
        strip.barWidth(),
        systems.size() - shown.size());
  }

  /// Only bars, over the whole width.
  ///
  /// @param shown the systems that get a row
  static SystemOverview bars(
      KnowledgeBase knowledge, List<SystemHistory> shown, Messages messages) {
    Optional<DateScale> scale = scale(knowledge, LaneChart.WIDTH);
    Strip strip = new Strip(scale, shown);
    return new SystemOverview(
        LaneChart.WIDTH,
        TOP + shown.size() * ROW + 8,
        scale.map(days -> days.ticks(messages.times())).orElse(List.of()),
        IntStream.range(0, shown.size())
            .mapToObj(i -> row(i, shown.get(i), strip, 0, List.of()))
            .toList(),
        List.of(),
        strip.barWidth(),
        0);
  }

  private static Row row(
      int place, SystemHistory system, Strip strip, int relating, List<SystemPair> near) {
    double y = TOP + (place + 0.5) * ROW;
    return new Row(
        system,
        TextWidth.shorten(system.name(), TextWidth.NAME, NAME),
        relating,
        y,
        strip.bars(place, y + ROW / 2 - 3),
        near);
  }

  /// The right edge of the incident counts.
  public double countX() {
    return STRIP - 16;
  }

  private static Optional<DateScale> scale(KnowledgeBase knowledge, double end) {
    List<LocalDate> days =
        knowledge.incidents().stream()
            .flatMap(incident -> incident.date().map(Moment::first).stream())
            .toList();
    return days.isEmpty() ? Optional.empty() : Optional.of(DateScale.of(days, STRIP, end));
  }

  private static List<Arc> arcs(List<Row> rows, SystemPairs pairs) {
    Map<String, Double> heights = new HashMap<>();
    rows.forEach(row -> heights.put(row.system().slug(), row.y()));
    List<SystemPair> strongest =
        pairs.all().stream()
            .filter(pair ->
                heights.containsKey(pair.one().slug()) && heights.containsKey(pair.other().slug()))
            .limit(MOST_ARCS)
            .toList();
    double most = strongest.isEmpty() ? 1 : strongest.getFirst().weight();
    double tallest = Math.max(1, rows.size() - 1) * ROW;
    return strongest.stream()
        .map(pair -> {
          double from = heights.get(pair.one().slug());
          double to = heights.get(pair.other().slug());
          String path = arc(from, to, Math.abs(to - from) / tallest);
          return new Arc(pair, path, Svg.round(Math.max(0.6, 6 * pair.weight() / most)));
        })
        .toList();
  }

  /// @param share the distance of the two systems, as a share of the largest possible one
  private static String arc(double from, double to, double share) {
    double room = LaneChart.WIDTH - ARCS - 8;
    // A curve reaches three quarters of the distance to its control points.
    double out = ARCS + Math.max(16, room * Math.sqrt(share)) / 0.75;
    return Svg.path("M# #C# # # # # #", ARCS, from, out, from, out, to, ARCS, to);
  }

  /// The incidents of each system over time: by quarter or, over many years, by about a hundred
  /// equal periods.
  private static final class Strip {
    private static final int MOST_BARS = 120;

    private final Optional<DateScale> scale;
    private final int[][] counts;
    private final int most;
    private final int bars;

    Strip(Optional<DateScale> scale, List<SystemHistory> systems) {
      this.scale = scale;
      int quarters = scale.map(DateScale::quarters).orElse(0);
      int span = 1 + (quarters - 1) / MOST_BARS;
      this.bars = (quarters + span - 1) / span;
      this.counts = new int[systems.size()][bars];
      for (int i = 0; i < systems.size(); i++) {
        for (Incident incident : systems.get(i).incidents()) {
          if (incident.date().isPresent()) {
            int quarter = scale.orElseThrow().quarterOf(incident.date().get().first());
            counts[i][quarter / span]++;
          }
        }
      }
      this.most =
          IntStream.range(0, counts.length).flatMap(i -> IntStream.of(counts[i])).max().orElse(1);
    }

    double barWidth() {
      return Svg.round(Math.max(1, wide() - 1));
    }

    private double wide() {
      double end = scale.map(DateScale::right).orElse(STRIP_END);
      return (end - STRIP) / Math.max(1, bars);
    }

    String bars(int row, double base) {
      double wide = wide();
      StringBuilder path = new StringBuilder();
      for (int i = 0; i < bars; i++) {
        if (counts[row][i] > 0) {
          double tall = Math.max(2, TALLEST * counts[row][i] / most);
          path.append(Svg.path("M# #v#", STRIP + (i + 0.5) * wide, base, -tall));
        }
      }
      return path.toString();
    }
  }
}
