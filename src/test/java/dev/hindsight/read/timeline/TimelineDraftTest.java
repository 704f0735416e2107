package dev.hindsight.read.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.TextPosition;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.read.ReadReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A draft becomes an entry with its tags, its address and its place.
class TimelineDraftTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Shop down [critical]                     => Shop down tag critical
          Shop down [user report] [critical]       => Shop down tag user report, critical
          Shop down [5xx]                          => Shop down [5xx]
          Shop down [critical].                    => Shop down [critical].
          Shop [critical] down                     => Shop [critical] down
          Shop down [障害]                         => Shop down tag 障害
          Shop down [sev_1/eu - west]              => Shop down tag sev_1/eu - west
          [critical]                               => tag critical
          """)
  void readsTags(String text, String expected) {
    TimelineEntry entry = entries("14:45 " + text).getFirst();
    String tags = String.join(", ", entry.tags().stream().map(tag -> tag.name()).toList());
    assertEquals(expected, (entry.text() + (tags.isEmpty() ? "" : " tag " + tags)).strip());
  }

  @ParameterizedTest
  @CsvSource({
    "14:45 Shop down, t-1445",
    "9:05 Shop down, t-0905",
    "00:10 Shop down, t-0010",
    "14:45:30 Shop down, t-1445",
    "2:45 pm Shop down, t-1445",
    "2024-05-02 Shop down, t-20240502",
    "T+5 Shop down, t-5",
    "??:?? Shop down, t-0",
  })
  void givesAnEntryAnAddress(String line, String anchor) {
    assertEquals(anchor, entries(line).getFirst().anchor());
  }

  @Test
  void givesEachEntryAnAddressOfItsOwn() {
    assertEquals(
        List.of("t-1445", "t-1445-2", "t-1450"),
        entries("14:45 One\n14:45 Two\n14:50 Three").stream().map(TimelineEntry::anchor).toList());
  }

  @Test
  void knowsWhereAnEntryStands() {
    assertEquals(
        List.of(new TextPosition(3, 1), new TextPosition(4, 1)),
        entries("14:45 One\n**14:50** Two").stream().map(TimelineEntry::place).toList());
  }

  @Test
  void keepsMarkupAndWhatStandsBelow() {
    TimelineEntry entry = entries("- 14:45 Shop *down* [critical]\n  - in Europe").getFirst();
    assertEquals(
        "Shop <em>down</em> [critical]<ul><li>in Europe</li></ul>",
        entry.html().value().replace("\n", ""));
    assertEquals(List.of(), entry.tags());
  }

  private static List<TimelineEntry> entries(String section) {
    return ReadReport.of("## Timeline\n\n" + section).timeline();
  }
}
