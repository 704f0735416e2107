package dev.hindsight.page.chart;

import dev.hindsight.model.Block;
import dev.hindsight.model.Incident;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.model.TimelineStart;
import dev.hindsight.page.message.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// A timeline drawn to scale: a line from its first minute to its last, a tick for each entry, and
/// a mark for each change of state. Positions are in percent of the width, so that the line
/// stretches and the text does not.
///
/// @param ticks by time
/// @param marks by time; the line after a mark has its color
/// @param rows how many rows the names of the marks need
/// @param minutes from the first entry to the last
public record TimelineStrip(List<Tick> ticks, List<Mark> marks, int rows, long minutes) {
  /// Space at both ends for marks.
  private static final double EDGE = 1;

  /// The width of the line in pixels on the narrowest phone.
  private static final double NARROWEST = 300;

  private static final double LETTERS = 12;
  private static final double GAP = 10;

  /// A timeline entry.
  record Tick(double x, String anchor, String words) {}

  /// When the incident began, was detected, mitigated or resolved.
  ///
  /// @param state `began`, `detected`, `mitigated`, `resolved`
  /// @param name in the language of the site
  /// @param end the position of the next mark, or the end
  /// @param row of its name, counted from 0
  /// @param isBefore whether its name is to its left
  record Mark(
      String state,
      String name,
      double x,
      double end,
      int row,
      boolean isBefore,
      String when,
      String anchor) {
    /// The width of the line from here to the next mark.
    public double width() {
      return round(end - x);
    }
  }

  private record Change(String state, long minute, String anchor) {}

  /// Empty if fewer than three entries have a time, or all have the same.
  public static Optional<TimelineStrip> of(
      Incident incident, Block.Timeline timeline, Messages messages) {
    List<TimelineEntry> timed =
        timeline.entries().stream()
            .filter(entry -> entry.minutes().isPresent())
            .sorted(Comparator.comparingLong(entry -> entry.minutes().getAsLong()))
            .toList();
    if (timed.size() < 3) {
      return Optional.empty();
    }
    List<Change> changes = changes(incident.phases(), timed);
    long first = timed.getFirst().minutes().getAsLong();
    long last = timed.getLast().minutes().getAsLong();
    return last == first
        ? Optional.empty()
        : Optional.of(
            new Scale(first, last, TimelineStart.of(incident).orElse(first), messages)
                .strip(
                    timed,
                    changes.stream()
                        .filter(change -> change.minute() >= first && change.minute() <= last)
                        .sorted(Comparator.comparingLong(Change::minute))
                        .toList()));
  }

  /// Changes from metadata first, then from the tags of entries.
  private static List<Change> changes(Milestones phases, List<TimelineEntry> timed) {
    List<Change> changes = new ArrayList<>();
    add(changes, "began", phases.started(), timed);
    add(changes, "detected", phases.detected(), timed);
    add(changes, "mitigated", phases.mitigated(), timed);
    add(changes, "resolved", phases.resolved(), timed);
    return changes;
  }

  private static void add(
      List<Change> changes, String state, Optional<Moment> stated, List<TimelineEntry> timed) {
    OptionalLong minute =
        stated.map(moment -> TimelineStart.minute(moment, timed)).orElse(OptionalLong.empty());
    Optional<TimelineEntry> entry =
        timed.stream()
            .filter(one ->
                minute.isPresent()
                    ? one.minutes().getAsLong() == minute.getAsLong()
                    : one.tags().stream()
                        .anyMatch(tag -> tag.name().toLowerCase(Locale.ROOT).equals(state)))
            .findFirst();
    if (minute.isPresent() || entry.isPresent()) {
      changes.add(
          new Change(
              state,
              minute.orElseGet(() -> entry.orElseThrow().minutes().getAsLong()),
              entry.map(TimelineEntry::anchor).orElse("")));
    }
  }

  private record Scale(long first, long last, long start, Messages messages) {
    double x(long minute) {
      return round(EDGE + (100 - 2 * EDGE) * (minute - first) / (last - first));
    }

    TimelineStrip strip(List<TimelineEntry> timed, List<Change> changes) {
      List<Tick> ticks =
          timed.stream()
              .map(entry ->
                  new Tick(
                      x(entry.minutes().getAsLong()),
                      entry.anchor(),
                      entry.time() + " " + entry.text()))
              .toList();
      List<Double> taken = new ArrayList<>();
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < changes.size(); i++) {
        Change change = changes.get(i);
        double end = i + 1 < changes.size() ? x(changes.get(i + 1).minute()) : 100 - EDGE;
        marks.add(mark(change, end, taken));
      }
      return new TimelineStrip(ticks, marks, taken.size(), last - first);
    }

    /// Finds the first row with space for the name of a mark.
    ///
    /// @param taken how far each row is filled, in pixels of the narrowest line
    private Mark mark(Change change, double end, List<Double> taken) {
      double x = x(change.minute());
      String name = messages.text("chart.state." + change.state());
      String when = messages.times().offset(change.minute() - start);
      double width = TextWidth.width(name + " " + when, LETTERS);
      boolean isBefore = x > 50;
      double from = x * NARROWEST / 100 - (isBefore ? width : 0);
      int row = 0;
      while (row < taken.size() && taken.get(row) > from) {
        row++;
      }
      if (row == taken.size()) {
        taken.add(0.0);
      }
      taken.set(row, from + width + GAP);
      return new Mark(change.state(), name, x, end, row, isBefore, when, change.anchor());
    }
  }

  /// The height in pixels.
  public int height() {
    return 24 + 16 * rows;
  }

  private static double round(double percent) {
    return Math.round(percent * 100) / 100.0;
  }
}
