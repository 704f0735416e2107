package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Severity;
import dev.hindsight.page.message.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A strip for each year, with a column for each week from Monday to Sunday and a square for each
/// day.
///
/// @param strips the newest first
/// @param messages for its labels
public record DayChart(List<Strip> strips, double height, Messages messages) {
  static final double PITCH = 19;
  private static final double SIZE = 16;
  private static final double LEFT = 56;
  private static final double HEAD = 22;
  private static final double GAP = 14;

  /// One year.
  ///
  /// @param y the top of its squares
  /// @param outline the corners of its area
  /// @param months the start of each month
  record Strip(
      IncidentCalendar.Year year,
      double y,
      String outline,
      List<DateScale.Tick> months,
      List<Day> days) {
    /// The position of the text below it.
    public double end() {
      return y + 7 * PITCH + 14;
    }
  }

  /// A day with incidents.
  ///
  /// @param only its incident, if it has only one
  /// @param level 1 to 4; 4 means four or more
  /// @param worst the name of the worst severity
  /// @param rank of the worst severity; 0 without one
  /// @param square the path of its square
  /// @param mark the path of the worst severity's mark; empty for lower severities
  record Day(
      String date,
      int count,
      Optional<Incident> only,
      int level,
      String worst,
      int rank,
      String words,
      String square,
      String mark) {}

  static DayChart of(List<IncidentCalendar.Year> years, Messages messages) {
    List<Strip> strips = new ArrayList<>();
    double y = 0;
    for (IncidentCalendar.Year year : years) {
      strips.add(strip(year, y + HEAD, messages));
      y += HEAD + 7 * PITCH + (year.gap().isPresent() ? 2 : 1) * GAP;
    }
    return new DayChart(strips, y, messages);
  }

  public String viewBox() {
    return Svg.path("0 0 # #", LaneChart.WIDTH, height);
  }

  /// The left edge of the squares, for the pattern behind them.
  public double left() {
    return LEFT;
  }

  public double pitch() {
    return PITCH;
  }

  /// Every day with incidents.
  public List<Day> days() {
    return strips.stream().flatMap(strip -> strip.days().stream()).toList();
  }

  private static Strip strip(IncidentCalendar.Year year, double y, Messages messages) {
    LocalDate first = LocalDate.of(year.year(), 1, 1);
    Map<LocalDate, List<Incident>> byDay = new LinkedHashMap<>();
    for (Incident incident : year.incidents()) {
      IncidentCalendar.day(incident)
          .ifPresent(day -> byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(incident));
    }
    List<DateScale.Tick> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      LocalDate day = first.withMonth(month);
      months.add(
          new DateScale.Tick(LEFT + week(day) * PITCH, messages.times().month(day), month == 1));
    }
    return new Strip(
        year,
        y,
        outline(first, y),
        months,
        byDay.entrySet().stream()
            .map(day -> day(day.getKey(), day.getValue(), y, messages))
            .toList());
  }

  /// The column of a day within its year; 0 for the week of January 1.
  static int week(LocalDate day) {
    int shift = day.withDayOfYear(1).getDayOfWeek().getValue() - 1;
    return (day.getDayOfYear() - 1 + shift) / 7;
  }

  private static int row(LocalDate day) {
    return day.getDayOfWeek().getValue() - 1;
  }

  private static String outline(LocalDate first, double y) {
    LocalDate last = first.withDayOfYear(first.lengthOfYear());
    double end = LEFT + week(last) * PITCH;
    double down = y + 7 * PITCH;
    return Svg.path(
        "# # # # # # # # # # # # # # # #",
        LEFT + PITCH,
        y,
        end + PITCH,
        y,
        end + PITCH,
        y + (row(last) + 1) * PITCH,
        end,
        y + (row(last) + 1) * PITCH,
        end,
        down,
        LEFT,
        down,
        LEFT,
        y + row(first) * PITCH,
        LEFT + PITCH,
        y + row(first) * PITCH);
  }

  private static Day day(LocalDate day, List<Incident> incidents, double top, Messages messages) {
    double x = LEFT + week(day) * PITCH;
    double y = top + row(day) * PITCH;
    Optional<Severity> worst =
        incidents.stream()
            .flatMap(incident -> incident.severity().stream())
            .reduce((one, other) -> other.rank() < one.rank() ? other : one);
    String name = worst.map(Severity::name).orElseGet(() -> messages.text("chart.no-severity"));
    int rank = worst.map(Severity::rank).orElse(0);
    return new Day(
        day.toString(),
        incidents.size(),
        incidents.size() == 1 ? Optional.of(incidents.getFirst()) : Optional.empty(),
        Math.min(4, incidents.size()),
        name,
        rank,
        words(day, incidents, name, messages),
        Svg.path("M# #h#v#h#z", x, y, SIZE, SIZE, -SIZE),
        rank > 0 && rank <= 3 ? IncidentMark.mark(rank, x + SIZE / 2, y + SIZE / 2, 0.7) : "");
  }

  /// `2 Apr 2024: SEV2, Checkout down`, `2 Apr 2024: 3 incidents, worst SEV1`
  private static String words(
      LocalDate day, List<Incident> incidents, String worst, Messages messages) {
    String when = messages.times().day(day);
    return incidents.size() == 1
        ? messages.text("chart.day-of-one", when, worst, incidents.getFirst().title())
        : messages.text(
            "chart.day-of-many", when, messages.text("common.incidents", incidents.size()), worst);
  }

  /// The day with the most incidents: `2 Apr 2024 (3)`; empty if no day has two.
  public Optional<String> mostOnADay() {
    Map<LocalDate, Integer> counts = new LinkedHashMap<>();
    incidents()
        .flatMap(incident -> IncidentCalendar.day(incident).stream())
        .forEach(day -> counts.merge(day, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(day -> new Peak(messages.times().day(day.getKey()), day.getValue()))
        .reduce(Peak::or)
        .filter(most -> most.count() > 1)
        .map(most -> most.words(messages));
  }

  /// The month with the most incidents: `March 2024 (4)`; empty if no month has two.
  public Optional<String> mostInAMonth() {
    return strips.stream()
        .flatMap(strip ->
            strip.year().months().stream()
                .filter(month -> month.number() > 0)
                .map(month -> new Peak(name(strip.year(), month), month.entries().size())))
        .reduce(Peak::or)
        .filter(most -> most.count() > 1)
        .map(most -> most.words(messages));
  }

  private String name(IncidentCalendar.Year year, IncidentCalendar.Months month) {
    return messages.times().inYear(month.name(), LocalDate.of(year.year(), month.number(), 1));
  }

  /// The number of incidents without an exact day.
  public long withoutDay() {
    return incidents().filter(incident -> IncidentCalendar.day(incident).isEmpty()).count();
  }

  private Stream<Incident> incidents() {
    return strips.stream().flatMap(strip -> strip.year().incidents().stream());
  }
}
