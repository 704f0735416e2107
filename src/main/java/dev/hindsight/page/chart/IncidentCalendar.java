package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.page.message.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All incidents by time, the newest first.
///
/// @param years with incidents
/// @param undated those without a date
/// @param busiest the number of incidents in the busiest month
/// @param messages for the labels of its charts
/// @param isPaged whether only the pages of years have lists, because there are too many incidents
///   for one page
public record IncidentCalendar(
    List<Year> years, List<Incident> undated, boolean isPaged, int busiest, Messages messages) {
  /// On one page.
  private static final int MOST_INCIDENTS = 400;

  /// In one chart of days.
  private static final int MOST_DAYS = 600;

  /// A year with incidents.
  ///
  /// @param months with incidents; last, incidents of which only the year is known
  /// @param gap the years without incidents before it: `2019 to 2021`
  /// @param messages for the labels of its days
  public record Year(
      int year, int count, List<Months> months, Optional<String> gap, Messages messages) {
    /// `timeline/2024.html`
    public String path() {
      return "timeline/" + year + ".html";
    }

    /// Its incidents, the newest first.
    List<Incident> incidents() {
      return months.stream()
          .flatMap(month -> month.entries().stream())
          .map(Entry::incident)
          .toList();
    }

    /// The days of this year alone.
    public DayChart days() {
      return DayChart.of(List.of(this), messages);
    }
  }

  /// A month of a year.
  ///
  /// @param number 1 for January; 0 for an unknown month
  /// @param id its anchor: `2024-04`
  public record Months(int number, String id, String name, List<Entry> entries) {}

  /// A month of the table of numbers.
  ///
  /// @param level from 1 for few incidents to 4 for many; 0 for none
  record Cell(String id, int count, int level) {}

  /// An incident in the list.
  ///
  /// @param when its day, as far as the month above does not say it; empty if it is unknown
  /// @param id the day, `2024-04-02`, for the first incident of a day; else empty
  record Entry(Incident incident, String when, String id) {}

  public static IncidentCalendar of(KnowledgeBase knowledge, Messages messages) {
    Map<Integer, Map<Integer, List<Incident>>> byYear = new TreeMap<>(Comparator.reverseOrder());
    List<Incident> undated = new ArrayList<>();
    for (Incident incident : knowledge.incidents()) {
      if (incident.date().isEmpty()) {
        undated.add(incident);
        continue;
      }
      Moment date = incident.date().get();
      int month = date.precision() == Moment.Precision.YEAR ? 0 : date.first().getMonthValue();
      byYear
          .computeIfAbsent(date.year(), _ -> new TreeMap<>(Comparator.reverseOrder()))
          .computeIfAbsent(month, _ -> new ArrayList<>())
          .add(incident);
    }
    List<Year> years = new ArrayList<>();
    for (Map.Entry<Integer, Map<Integer, List<Incident>>> one : byYear.entrySet()) {
      years.add(year(one.getKey(), one.getValue(), messages));
    }
    return new IncidentCalendar(
        gaps(years, messages),
        undated,
        knowledge.incidents().size() > MOST_INCIDENTS,
        years.stream()
            .flatMap(year -> year.months().stream())
            .filter(month -> month.number() > 0)
            .mapToInt(month -> month.entries().size())
            .max()
            .orElse(1),
        messages);
  }

  private static Year year(int year, Map<Integer, List<Incident>> months, Messages messages) {
    return new Year(
        year,
        months.values().stream().mapToInt(Collection::size).sum(),
        months.entrySet().stream()
            .map(month ->
                new Months(
                    month.getKey(),
                    id(year, month.getKey()),
                    name(year, month.getKey(), messages),
                    entries(month.getValue())))
            .toList(),
        Optional.empty(),
        messages);
  }

  private static String name(int year, int month, Messages messages) {
    return month == 0
        ? messages.text("chart.unknown-month", String.valueOf(year))
        : messages.times().longMonth(LocalDate.of(year, month, 1));
  }

  private static List<Year> gaps(List<Year> years, Messages messages) {
    List<Year> told = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      Year year = years.get(i);
      int older = i + 1 < years.size() ? years.get(i + 1).year() : year.year() - 1;
      Optional<String> gap =
          switch (year.year() - older) {
            case 1 -> Optional.empty();
            case 2 -> Optional.of(String.valueOf(older + 1));
            default -> Optional.of(messages.times().years(older + 1, year.year() - 1));
          };
      told.add(new Year(year.year(), year.count(), year.months(), gap, messages));
    }
    return told;
  }

  private static String id(int year, int month) {
    return month == 0 ? year + "-unknown" : LocalDate.of(year, month, 1).toString().substring(0, 7);
  }

  private static List<Entry> entries(List<Incident> newestFirst) {
    List<Entry> entries = new ArrayList<>();
    String before = "";
    for (Incident incident : newestFirst) {
      Optional<LocalDate> day = day(incident);
      String date = day.map(LocalDate::toString).orElse("");
      entries.add(
          new Entry(
              incident,
              day.map(one -> String.valueOf(one.getDayOfMonth())).orElse(""),
              date.equals(before) ? "" : date));
      before = date;
    }
    return entries;
  }

  /// The day of an incident, if it is known exactly.
  static Optional<LocalDate> day(Incident incident) {
    return incident
        .date()
        .filter(date -> date.precision().compareTo(Moment.Precision.DAY) >= 0)
        .map(Moment::first);
  }

  /// The days of all years, or of the newest if there are too many.
  public DayChart days() {
    int shown = 0;
    int days = 0;
    while (shown < years.size() && (shown == 0 || days <= MOST_DAYS)) {
      days +=
          (int) years.get(shown).incidents().stream().map(IncidentCalendar::day).distinct().count();
      shown++;
    }
    return DayChart.of(
        years.subList(0, days > MOST_DAYS && shown > 1 ? shown - 1 : shown), messages);
  }

  /// The number of incidents in each month of a year.
  public List<Cell> cells(Year year) {
    int[] counts = new int[13];
    year.months().forEach(month -> counts[month.number()] = month.entries().size());
    List<Cell> cells = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      int level = (4 * counts[month] + busiest - 1) / busiest;
      cells.add(new Cell(id(year.year(), month), counts[month], level));
    }
    return cells;
  }
}
