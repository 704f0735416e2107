package dev.hindsight.read.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TextPosition;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables of a timeline are read whatever the order and the names of their columns.
class TimelineTableTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsTables(String table, String expected) {
    assertEquals(expected, timeline(table));
  }

  static Stream<Arguments> readsTables() {
    return Cases.of(
        """
        == time and event
        | Time  | Event     |
        |-------|-----------|
        | 14:45 | Shop down |
        | 14:50 | Alert     |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == the event first, and more columns
        | Who  | What happened | Time  | Note  |
        |------|---------------|-------|-------|
        | Mira | Shop down     | 14:45 | quick |
        | Mira | Alert         | 14:50 |       |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down | Who Mira Note quick
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert | Who Mira
        == a day beside the time
        | Day | Date  | Time (UTC) | Source  | Event     |
        |-----|-------|------------|---------|-----------|
        | Thu | May 2 | 14:45      | Grafana | Shop down |
        | Fri | May 3 | 09:00      |         | Alert     |
        =>
        time | May 2 14:45 | 2024-05-02T14:45Z | +0 | Shop down | Day Thu Source Grafana
        time | May 3 09:00 | 2024-05-03T09:00Z | +1095 | Alert | Day Fri
        == a day behind the time
        | Time  | Date  | Event     |
        |-------|-------|-----------|
        | 14:45 | May 2 | Shop down |
        =>
        time | May 2 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == numbered days
        | Day   | Time  | Event     |
        |-------|-------|-----------|
        | Day 1 | 14:45 | Shop down |
        | Day 2 | 09:00 | Alert     |
        =>
        time | Day 1 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | Day 2 09:00 | 2024-05-02T09:00 | +1095 | Alert
        == a day in the first row only
        | Date  | Time  | Event     |
        |-------|-------|-----------|
        | May 2 | 14:45 | Shop down |
        |       | 14:50 | Alert     |
        =>
        time | May 2 14:45 | 2024-05-02T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-02T14:50 | +5 | Alert
        == dates with times in one column
        | Date             | Event     |
        |------------------|-----------|
        | 2024-05-02 14:45 | Shop down |
        =>
        time | 2024-05-02 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == a column that begins with the word time
        | Time in Berlin | Event     |
        |----------------|-----------|
        | 14:45          | Shop down |
        | soon           | Alert     |
        | later          | Repair    |
        =>
        time | 14:45 | 2024-05-01T14:45+02:00 | +0 | Shop down
        time | soon | - | - | Alert
        time | later | - | - | Repair
        == a column that begins with the word date
        | Dated | Event     |
        |-------|-----------|
        | May 2 | Shop down |
        | soon  | Alert     |
        =>
        time | May 2 | 2024-05-02 | - | Shop down
        time | soon | - | - | Alert
        == times in a column of another name
        | Start | Event     |
        |-------|-----------|
        | 14:45 | Shop down |
        | 14:50 | Alert     |
        | later | Repair    |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        time | later | - | - | Repair
        == too few times in a column of another name
        | Start | Event     |
        |-------|-----------|
        | 14:45 | Shop down |
        | later | Alert     |
        =>
        prose | Start Event 14:45 Shop down later Alert
        == a column of times with digits that are no times
        | Time     | Event     |
        |----------|-----------|
        | minute 5 | Shop down |
        | later    | Alert     |
        =>
        time | minute 5 | - | - | Shop down
        time | later | - | - | Alert
        == a column of times without any
        | Time | Event     |
        |------|-----------|
        | soon | Shop down |
        =>
        prose | Time Event soon Shop down
        == one column
        | Time            |
        |-----------------|
        | 14:45 Shop down |
        =>
        prose | Time 14:45 Shop down
        == the first column that is neither number nor time
        | # | Time  | UTC   | Local | Id | Cause     |
        |---|-------|-------|-------|----|-----------|
        | 1 | 14:45 | 12:45 | 14:45 | 1  | Shop down |
        | 2 | 14:50 | 12:50 | 14:50 | 2  | Alert     |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down | # 1 UTC 12:45 Local 14:45 Id 1
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert | # 2 UTC 12:50 Local 14:50 Id 2
        == a zone as the name of a column
        | Time  | UTC  | Cause     |
        |-------|------|-----------|
        | 14:45 | same | Shop down |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down | UTC same
        == no column but numbers
        | Time  | No | #  |
        |-------|----|----|
        | 14:45 | 5  | 6  |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | 5 | # 6
        == a column of details before one of events by name
        | Time  | Cause | Event     |
        |-------|-------|-----------|
        | 14:45 | cron  | Shop down |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down | Cause cron
        == an empty row and a short one
        | Time  | Event     | Who  |
        |-------|-----------|------|
        |       |           |      |
        | 14:45 | Shop down |
        =>
        time | - | - | - |
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        == a row that was left from a template
        | Time  | Event      |
        |-------|------------|
        | 14:45 | Shop down  |
        | HH:mm |            |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down HH:mm
        == a table without a column of times
        | Who  | What |
        |------|------|
        | Mira | Cart |
        =>
        prose | Who What Mira Cart
        == numbers before dates written with slashes
        | When       | Event     |
        |------------|-----------|
        | 05/06/2024 | Shop down |
        | 05/25/2024 | Alert     |
        =>
        time | 05/06/2024 | 2024-05-06 | - | Shop down
        time | 05/25/2024 | 2024-05-25 | - | Alert
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Event", "Description", "What", "Details", "Message", "Notes", "内容"})
  void knowsTheColumnOfEventsByManyNames(String name) {
    assertEquals(
        "time | 14:45 | 2024-05-01T14:45 | +0 | Shop down | Who Mira",
        timeline("| Time | Who | " + name + " |\n|---|---|---|\n| 14:45 | Mira | Shop down |\n"));
  }

  @Test
  void keepsTheHeaderTheMarkupAndThePlaces() {
    List<TimelineEntry> entries =
        ReadReport.of(
                """
                ## Timeline

                | Who & why | Time  | Event |
                |-----------|-------|-------|
                | *Mira*    | 14:45 | Shop **down** |
                |           | 14:45 | Alert [critical] |
                """)
            .timeline();
    assertEquals(
        "Shop <strong>down</strong>" + "<p class=\"extra\"><b>Who &amp; why</b> <em>Mira</em></p>",
        entries.getFirst().html().value());
    assertEquals("Alert [critical]", ReadReport.entry(entries.get(1)).split(" \\| ")[3]);
    assertEquals(
        List.of("t-1445", "t-1445-2"), entries.stream().map(TimelineEntry::anchor).toList());
    assertEquals(
        List.of(new TextPosition(5, 3), new TextPosition(6, 15)),
        entries.stream().map(TimelineEntry::place).toList());
  }

  private static String timeline(String table) {
    return ReadReport.blocks(
        ReadReport.of("---\ndate: 2024-05-01\n---\n\n## Timeline\n\n" + table),
        SectionKind.TIMELINE);
  }
}
