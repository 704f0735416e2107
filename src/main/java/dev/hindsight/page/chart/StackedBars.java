package dev.hindsight.page.chart;

import dev.hindsight.model.Moment;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.message.TimeFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Numbers by month, quarter or year as vertical stacked bars.
///
/// @param period of one bar: `month`, `quarter` or `year`
/// @param series the parts of a bar, the lowest first; empty series are left out
/// @param bars from the first to the last with a count, the oldest first
/// @param unit what is counted: `incident`, `action`
record StackedBars(
    String period,
    String unit,
    List<Series> series,
    List<Bar> bars,
    List<DateScale.Tick> ticks,
    List<Grid> grid,
    double room,
    double barWidth,
    Messages messages) {
  static final double WIDTH = 1104;
  static final double HEIGHT = 216;
  private static final double LEFT = 40;
  private static final double TOP = 12;
  private static final double BASE = 188;
  private static final double WIDEST = 32;
  private static final int MOST_BARS = 120;

  /// What is counted.
  enum Unit {
    INCIDENT("common.incidents", 1),
    ACTION("insights-words.actions", 3);

    private final String message;
    private final int months;

    /// @param months the shortest period of a bar
    Unit(String message, int months) {
      this.message = message;
      this.months = months;
    }
  }

  /// The name of a series, and the key of its style.
  record SeriesName(String name, String key) {}

  /// One part of every bar.
  ///
  /// @param key of its style
  /// @param path vertical strokes
  record Series(String name, String key, int total, String path) {}

  /// A month, a quarter or a year.
  ///
  /// @param id the first month with a count: `2024-04`
  /// @param counts in the order of the series
  record Bar(String name, String id, int total, List<Integer> counts, double x, String words) {}

  /// A line for a number.
  record Grid(double y, int number) {}

  /// Something to count.
  ///
  /// @param series counted from 0
  record DatedCount(Moment date, int series) {}

  /// @param names of the series
  /// @return empty if nothing has a date with a month
  static Optional<StackedBars> of(
      List<DatedCount> all, List<SeriesName> names, Unit unit, Messages messages) {
    List<DatedCount> dated =
        all.stream().filter(one -> one.date().precision() != Moment.Precision.YEAR).toList();
    if (dated.isEmpty()) {
      return Optional.empty();
    }
    int first = dated.stream().mapToInt(one -> month(one.date().first())).min().orElseThrow();
    int last = dated.stream().mapToInt(one -> month(one.date().first())).max().orElseThrow();
    int span = unit.months;
    for (int wider : new int[] {3, 12, 120, 1200}) {
      span = last / span - first / span < MOST_BARS ? span : Math.max(span, wider);
    }
    int[][] counts = new int[last / span - first / span + 1][names.size()];
    int[] earliest = new int[counts.length];
    Arrays.fill(earliest, last);
    for (DatedCount one : dated) {
      int month = month(one.date().first());
      int bar = month / span - first / span;
      counts[bar][one.series()]++;
      earliest[bar] = Math.min(earliest[bar], month);
    }
    return Optional.of(
        new Drawing(counts, earliest, first / span * span, span, names, unit, messages).bars());
  }

  private static int month(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  /// The highest bar: `Mar 2024 (4)`; empty if no bar has two.
  public Optional<String> most() {
    return bars.reversed().stream()
        .map(bar -> new Peak(bar.name(), bar.total()))
        .reduce(Peak::or)
        .filter(most -> most.count() > 1)
        .map(most -> most.words(messages));
  }

  /// The total count.
  public int total() {
    return bars.stream().mapToInt(Bar::total).sum();
  }

  /// The bars that are not empty.
  public List<Bar> filled() {
    return bars.stream().filter(bar -> bar.total() > 0).toList();
  }

  public String viewBox() {
    return Svg.path("0 0 # #", WIDTH, HEIGHT);
  }

  private record Drawing(
      int[][] counts,
      int[] earliest,
      int first,
      int span,
      List<SeriesName> names,
      Unit unit,
      Messages messages) {
    StackedBars bars() {
      int most = Arrays.stream(counts).mapToInt(bar -> IntStream.of(bar).sum()).max().orElse(1);
      int step = step(most);
      int top = Math.max(4, (most + step - 1) / step * step);
      double unitHeight = (BASE - TOP) / top;
      int[] used = IntStream.range(0, names.size()).filter(i -> total(i) > 0).toArray();
      List<Grid> grid = new ArrayList<>();
      for (int number = 0; number <= top; number += step) {
        grid.add(new Grid(Svg.round(BASE - number * unitHeight), number));
      }
      return new StackedBars(
          span == 1
              ? "month"
              : span == 3 ? "quarter" : span == 12 ? "year" : span == 120 ? "decade" : "century",
          unit.name().toLowerCase(Locale.ROOT),
          IntStream.of(used).mapToObj(i -> series(i, unitHeight)).toList(),
          IntStream.range(0, counts.length).mapToObj(i -> bar(i, used)).toList(),
          ticks(),
          grid,
          Svg.round(room()),
          Svg.round(Math.min(WIDEST, room() * 0.75)),
          messages);
    }

    private int total(int series) {
      return Arrays.stream(counts).mapToInt(bar -> bar[series]).sum();
    }

    /// The distance between two lines: 1, 2, 5, 10 and so on.
    private static int step(int most) {
      int step = 1;
      for (int next = 0; most / step > 4; next++) {
        step = step / (next % 3 == 1 ? 2 : 1) * (next % 3 == 1 ? 5 : 2);
      }
      return step;
    }

    private double room() {
      return (WIDTH - LEFT) / Math.max(12, counts.length);
    }

    private double x(int bar) {
      return LEFT + (bar + 0.5) * room();
    }

    private Series series(int series, double unitHeight) {
      StringBuilder path = new StringBuilder();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i][series] > 0) {
          int below = IntStream.range(0, series).map(bar(i)::get).sum();
          double tall = Math.max(0.5, counts[i][series] * unitHeight - (below > 0 ? 1 : 0));
          path.append(
              Svg.path("M# #v#", x(i), BASE - below * unitHeight - (below > 0 ? 1 : 0), -tall));
        }
      }
      SeriesName name = names.get(series);
      return new Series(name.name(), name.key(), total(series), path.toString());
    }

    private List<Integer> bar(int bar) {
      return IntStream.of(counts[bar]).boxed().toList();
    }

    private Bar bar(int bar, int[] used) {
      LocalDate day = day(first + bar * span);
      int total = IntStream.of(counts[bar]).sum();
      String parts =
          IntStream.of(used)
              .filter(i -> counts[bar][i] > 0)
              .mapToObj(i ->
                  messages.text("insights-words.bar-part", counts[bar][i], names.get(i).name()))
              .collect(Collectors.joining(", "));
      return new Bar(
          name(day),
          day(earliest[bar]).toString().substring(0, 7),
          total,
          IntStream.of(used).map(i -> counts[bar][i]).boxed().toList(),
          Svg.round(x(bar) - room() / 2),
          messages.text(
              "insights-words.bar", name(day), messages.text(unit.message, total), parts));
    }

    private static LocalDate day(int month) {
      return LocalDate.of(month / 12, month % 12 + 1, 1);
    }

    private String name(LocalDate day) {
      TimeFormat times = messages.times();
      return switch (span) {
        case 1 -> times.inYear(times.month(day), day);
        case 3 -> times.inYear(times.quarter(day), day);
        case 12 -> String.valueOf(day.getYear());
        default -> times.years(day.getYear(), day.getYear() + span / 12 - 1);
      };
    }

    private List<DateScale.Tick> ticks() {
      DateScale scale =
          new DateScale(day(first), day(first + Math.max(12, counts.length) * span), LEFT, WIDTH);
      return scale.ticks(messages.times());
    }
  }
}
